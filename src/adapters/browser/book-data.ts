/** Text that travels with a workbook in a page: what its file keeps under a namespace, and what is to be kept instead. */
export class BookData {
  readonly #inFile: (namespace: string) => string | null;
  readonly #onChange: () => void;
  readonly #instead = new Map<string, string | null>();

  /** @param inFile gives null where the file keeps nothing */
  constructor(inFile: (namespace: string) => string | null, onChange: () => void) {
    this.#inFile = inFile;
    this.#onChange = onChange;
  }

  /** null for none. */
  of(namespace: string): string | null {
    const instead = this.#instead.get(namespace);
    return instead === undefined ? this.#inFile(namespace) : instead;
  }

  keep(namespace: string, text: string | null): void {
    this.#instead.set(namespace, text);
    this.#onChange();
  }

  /** Puts on again what was changed in this very workbook. */
  restore(changed: BookData['changed']): void {
    for (const [namespace, text] of changed) this.#instead.set(namespace, text);
  }

  /** What is other than in the file, by its namespace. */
  get changed(): readonly (readonly [string, string | null])[] {
    return [...this.#instead].filter(([namespace, text]) => text !== this.#inFile(namespace));
  }
}
