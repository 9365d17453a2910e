/** What tests need of Microsoft's library beyond its published types: the hooks of its own tests. */
export interface FakeContext {
  readonly displayLanguage: string;
  readonly contentLanguage: string;
  readonly host: string;
  readonly platform: string;
  readonly requirements: { readonly isSetSupported: (name: string, least?: string) => boolean };
}

interface Executor {
  readonly executeAsync: (data: unknown, flags: number, message: { readonly Body: unknown }) => Promise<unknown>;
}

interface SessionHooks {
  _resolveRequestUrlAndHeaderInfo: () => Promise<{ readonly url: string; readonly headers: object }>;
  _createRequestExecutorOrNull: () => Executor;
}

export interface OfficeLibrary {
  readonly OfficeExtension: {
    readonly SessionBase: (new () => SessionHooks) & { _overrideSession: SessionHooks | null };
    readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
    readonly _testSetRichApiMessageReadyImpl: (ready: () => Promise<void>) => void;
    readonly _testTriggerRichApiMessageEvent: (message: { readonly entries: readonly object[] }) => void;
  };
  /** What `Office.context` gives. */
  readonly setContext: (context: FakeContext) => void;
}

interface Realm {
  readonly OfficeExtension?: OfficeLibrary['OfficeExtension'];
  OSF?: { _OfficeAppFactory?: { getContext?: () => FakeContext } };
}

/** The hooks by name, and whether the library that is loaded has each. */
export function hooksOf(realm: Realm): Readonly<Record<string, boolean>> {
  const { OfficeExtension: library } = realm;
  return {
    OfficeExtension: library !== undefined,
    'OfficeExtension.SessionBase': typeof library?.SessionBase === 'function',
    'OfficeExtension.CommonUtility._doApiNotSupportedCheck': library !== undefined && '_doApiNotSupportedCheck' in library.CommonUtility,
    'OfficeExtension._testSetRichApiMessageReadyImpl': typeof library?._testSetRichApiMessageReadyImpl === 'function',
    'OfficeExtension._testTriggerRichApiMessageEvent': typeof library?._testTriggerRichApiMessageEvent === 'function',
    OSF: realm.OSF !== undefined,
  };
}

/**
 * The library as it stands in this realm after its file was run.
 *
 * @throws {TypeError} where a hook is gone: the library moved on, and the fake host must follow
 */
export function officeLibrary(realm: Realm): OfficeLibrary {
  const gone = Object.entries(hooksOf(realm)).filter(([, has]) => !has).map(([name]) => name);
  const { OfficeExtension, OSF } = realm;
  if (gone.length > 0 || OfficeExtension === undefined || OSF === undefined) throw new TypeError(`Cannot play Excel: Microsoft's library has no longer ${gone.join(', ')}`);
  const factory = (OSF._OfficeAppFactory ??= {});
  return { OfficeExtension, setContext: (context) => { factory.getContext = () => context; } };
}
