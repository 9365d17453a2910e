/**
 * Calls custom functions as Excel does, through Microsoft's own library: invocations come over the bridge to the host, results go back
 * as a request.
 */
import { loadOfficeLibrary } from '#test/office/load-library';

/** What a cell gets: its value, or an error with its sentence. */
export type Result = { readonly value: unknown } | { readonly code: number; readonly message: string };

interface Extension {
  readonly HostBridge?: { readonly init: (bridge: object) => void };
}

interface Association {
  readonly mappings: Record<string, unknown>;
  readonly onchange: (listener: () => void) => void;
}

interface Body {
  readonly Actions: readonly { readonly Id: number; readonly Name: string; readonly ArgumentInfo?: { readonly Arguments?: readonly [readonly (readonly unknown[])[]] } }[];
}

/** What office.js brings and the bundle of Excel does not; it must be there before the bundle is read. */
function associations(): Association {
  const listeners: (() => void)[] = [];
  const mappings: Record<string, unknown> = {};
  const association = { mappings, onchange: (listener: () => void): void => void listeners.push(listener) };
  const associate = (name: string, call: unknown): void => {
    mappings[name.toUpperCase()] = call;
    for (const listener of listeners) listener();
  };
  Object.assign(globalThis, { CustomFunctions: { _association: association, associate } });
  return association;
}

export class FunctionCaller {
  /** As the manifest's list of functions must name them. */
  readonly names: () => readonly string[];
  readonly #waiting = new Map<number, (result: Result) => void>();
  #deliver: (message: string) => void = () => { throw new TypeError('Cannot call a function: the library did not ask for messages'); };
  #ids = 0;

  constructor(language = 'vi-VN') {
    const { mappings } = associations();
    const library = loadOfficeLibrary();
    const { SessionBase, HostBridge } = library.OfficeExtension as typeof library.OfficeExtension & Extension;
    const session = new SessionBase();
    session._resolveRequestUrlAndHeaderInfo = () => Promise.resolve({ url: 'https://excel.test/', headers: {} });
    session._createRequestExecutorOrNull = () => ({
      // eslint-disable-next-line unicorn/prefer-structured-clone -- over the wire there is only JSON, and errors become plain objects
      executeAsync: (_data, _flags, { Body }) => Promise.resolve(this.#answered(JSON.parse(JSON.stringify(Body)) as Body)),
    });
    SessionBase._overrideSession = session;
    library.setContext({ displayLanguage: language, contentLanguage: language, host: 'Excel', platform: 'PC', requirements: { isSetSupported: () => true } });
    if (HostBridge === undefined) throw new TypeError('Cannot call a function: Microsoft\'s library has no longer OfficeExtension.HostBridge');
    const keep = (handler: (message: string) => void): void => { this.#deliver = handler; };
    HostBridge.init({ sendMessageToHost: () => null, set onMessageFromHost(handler: (message: string) => void) { keep(handler); } });
    this.names = () => Object.keys(mappings);
  }

  /** @param values a range each, row by row; null for an argument that is left out */
  call(name: string, ...values: readonly unknown[]): Promise<Result> {
    const id = this.#send(name, values);
    return new Promise((resolve) => { this.#waiting.set(id, resolve); });
  }

  /** A call that Excel takes back at once, since its cell was deleted. */
  callAndCancel(name: string, ...values: readonly unknown[]): void {
    const id = this.#send(name, values);
    this.#tell(1001, { invocationId: id });
  }

  #send(name: string, values: readonly unknown[]): number {
    this.#ids += 1;
    // 4: errors in cells are handed to the function, as the list of functions asks.
    this.#tell(1000, [this.#ids, name, structuredClone(values), 'Sheet1!A1', 4]);
    return this.#ids;
  }

  #tell(messageType: number, message: unknown): void {
    this.#deliver(JSON.stringify({ type: 3, message: { entries: [{ messageCategory: 1, messageType, message }] } }));
  }

  #answered({ Actions }: Body): object {
    for (const { Name, ArgumentInfo } of Actions) if (Name === 'SetInvocationArrayResults') for (const result of ArgumentInfo?.Arguments?.[0] ?? []) this.#take(result);
    const Results = Actions.map(({ Id, Name }) => ({ ActionId: Id, Value: Name === '' ? {} : null }));
    return { ErrorCode: '', ErrorMessage: '', HttpStatusCode: 200, Headers: {}, Body: { Results, TraceIds: [] } };
  }

  #take([id, isValue, value, code]: readonly unknown[]): void {
    this.#waiting.get(Number(id))?.(isValue === true ? { value } : { code: Number(code), message: String(value) });
    this.#waiting.delete(Number(id));
  }
}
