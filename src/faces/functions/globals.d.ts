/** What Office's library offers custom functions. */
declare namespace CustomFunctions {
  function associate(id: string, call: (...ranges: never[]) => unknown): void;

  class Error extends globalThis.Error {
    /** @param message shown beside #VALUE! and #N/A; Excel shows none beside the others */
    constructor(code: string, message?: string);
    readonly code: string;
    readonly message: string;
  }
}
