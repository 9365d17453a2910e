/**
 * The report: the JSON contract, version 1, that the command line prints and every face shows.
 *
 * Every field is always there; empty lists are `[]`. Schema: docs/report.schema.json.
 */
import type { Group, Severity } from '#core/rule';

export interface Report {
  readonly version: 1;
  readonly files: readonly FileReport[];
  readonly summary: Summary;
}

export interface FileReport {
  readonly file: string;
  readonly status: 'checked' | 'unreadable';
  readonly error: { readonly what: string; readonly todo: string } | null;
  /** One entry a table. */
  readonly sheets: readonly SheetReport[];
}

export interface SheetReport {
  readonly name: string;
  /** Counts the tables of a sheet from 0. */
  readonly index: number;
  readonly table: string | null;
  readonly template: { readonly id: string; readonly confidence: number } | null;
  readonly year: number | null;
  readonly period: string;
  readonly columns: Readonly<Record<string, string>>;
  /** Relations that were evaluated. */
  readonly checked: number;
  readonly findings: readonly Finding[];
  readonly diagnoses: readonly Diagnosis[];
  readonly unchecked: readonly UncheckedRelation[];
}

/** An indicator as a reader knows it. */
export interface IndicatorName {
  readonly id: string | null;
  readonly section: string;
  readonly ordinal: string;
  readonly name: string;
}

export interface Finding {
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly group: Group;
  readonly cell: string;
  readonly related: readonly string[];
  readonly indicator: IndicatorName | null;
  readonly what: string;
  readonly why: string;
  readonly todo: string;
  /** Canonical decimal, percents in percent. */
  readonly found: string | null;
  readonly expected: { readonly from: string | null; readonly to: string | null } | null;
  readonly waived: { readonly reason: string; readonly by: string; readonly at: string } | null;
}

export interface Diagnosis {
  readonly cells: readonly Repair[];
  readonly what: string;
  readonly why: string;
  readonly todo: string;
  readonly explains: readonly string[];
  readonly alternatives: readonly { readonly cells: readonly Repair[] }[];
}

export interface Repair {
  readonly cell: string;
  readonly found: string | null;
  readonly proposal: string | null;
  readonly cause: string;
  readonly confidence: number;
}

export interface UncheckedRelation {
  readonly rule: string;
  readonly cell: string;
  readonly why: string;
}

export interface Summary {
  readonly files: number;
  readonly unreadable: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly unchecked: number;
  readonly waived: number;
}

/** The whole report; waived findings count as waived alone. */
export function reportOf(files: readonly FileReport[]): Report {
  const sheets = files.flatMap((file) => file.sheets);
  const open = { error: 0, warning: 0, note: 0 };
  let waived = 0;
  for (const finding of sheets.flatMap(({ findings }) => findings)) {
    if (finding.waived === null) open[finding.severity] += 1;
    else waived += 1;
  }
  const unreadable = files.filter(({ status }) => status === 'unreadable').length;
  const unchecked = sheets.reduce((sum, sheet) => sum + sheet.unchecked.length, 0);
  return { version: 1, files, summary: { files: files.length, unreadable, errors: open.error, warnings: open.warning, notes: open.note, unchecked, waived } };
}
