/** The choices that stay with a workbook. Spec: docs/spec.md, V6. */
import type { WorkbookHost } from '#ports/workbook-host';

export interface Settings {
  /** null until somebody chose: then the host's language decides. */
  readonly language: 'vi' | 'en' | null;
  /** Check again as the user edits. */
  readonly live: boolean;
  readonly marks: boolean;
  /** The id of a template; null finds it by itself. */
  readonly template: string | null;
  /** Names of sheets to check, or all of them; null for the one before the user. */
  readonly sheets: readonly string[] | 'all' | null;
  /** What was said of columns whose header does not tell; `table-options` reads it. */
  readonly kinds: readonly unknown[];
  /** Formulas are written with the functions `HTX.` of the add-in. */
  readonly htx: boolean;
}

export const USUAL: Settings = { language: null, live: true, marks: true, template: null, sheets: null, kinds: [], htx: false };

const KEY = 'phuluc.settings';

/** What the workbook keeps; whatever of it cannot be read is as usual. */
export async function keptSettings(host: WorkbookHost): Promise<Settings> {
  return readSettings(await host.setting(KEY));
}

export async function keepSettings(host: WorkbookHost, settings: Settings): Promise<void> {
  await host.keepSetting(KEY, JSON.stringify(settings));
}

/** A workbook comes from anywhere: only values of the right kind are taken. */
export function readSettings(text: string | null): Settings {
  const kept = parsed(text);
  const { language, live, marks, template, sheets, kinds, htx } = kept;
  return {
    language: language === 'vi' || language === 'en' ? language : USUAL.language,
    live: isSet(live, USUAL.live),
    marks: isSet(marks, USUAL.marks),
    template: typeof template === 'string' ? template : USUAL.template,
    kinds: Array.isArray(kinds) ? kinds : USUAL.kinds,
    htx: isSet(htx, USUAL.htx),
    sheets: sheets === 'all' || isNames(sheets) ? sheets : USUAL.sheets,
  };
}

function isSet(value: unknown, usual: boolean): boolean {
  return typeof value === 'boolean' ? value : usual;
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((name) => typeof name === 'string');
}

function parsed(text: string | null): Readonly<Partial<Record<keyof Settings, unknown>>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
