/** How the tables of a session's workbook are to be recognised. */
import type { Within } from '#app/session/asked';
import type { SessionState } from '#app/session/state';
import type { TableFacts } from '#app/session/tables';

export interface Choice {
  /** The id of a template to take whatever is recognised; null or unknown recognises one. */
  readonly template: string | null;
  /** The text of the template that the workbook brings along; null for none. */
  readonly own: string | null;
  /** What was said of columns whose header does not tell, as the settings keep it. */
  readonly kinds: readonly unknown[];
  /** The part of one sheet to look for a table in. */
  readonly within?: Within | null;
}

export function choiceOf({ settings: { template, kinds }, own, asked: { within } }: Pick<SessionState, 'settings' | 'own' | 'asked'>): Choice {
  return { template, kinds, own: own.text, within };
}

/** The tables that a check would read; empty where there is nothing to check. */
export function tablesChosen({ facts, settings: { sheets } }: Pick<SessionState, 'facts' | 'settings'>): readonly TableFacts[] {
  return sheets === null || sheets === 'all' ? facts : facts.filter(({ sheet }) => sheets.includes(sheet.name));
}
