/**
 * Whether a workbook may be submitted: what blocks it, over all tables that follow a known layout.
 *
 * Errors block, and so does what is missing: indicators, columns, figures that the template requires. Other warnings are to be mended or
 * waived, and leave the verdict as it is. Spec: docs/spec.md, E3.
 */
import type { Finding, SheetReport } from '#core/report';

/** A finding and where it stands. */
export interface Located {
  readonly sheet: string;
  readonly finding: Finding;
}

export interface Submission {
  readonly passes: boolean;
  readonly errors: readonly Located[];
  /** Rows, columns and figures that the template asks for. */
  readonly missing: readonly Located[];
  /** To be mended or waived. */
  readonly warnings: readonly Located[];
}

const MISSING: ReadonlySet<string> = new Set(['missing-indicator', 'missing-column', 'required-figure']);

/** Whether a finding of this rule is about something that the template asks for and is not there. */
export function isMissing({ rule }: Pick<Finding, 'rule'>): boolean {
  return MISSING.has(rule);
}

/** @returns null where no table follows a known layout: then there is nothing to be submitted */
export function submissionOf(sheets: readonly SheetReport[]): Submission | null {
  const known = sheets.filter(({ template }) => template !== null);
  if (known.length === 0) return null;
  const open = known.flatMap(({ name, findings }) => findings.filter(({ waived }) => waived === null).map((finding) => ({ sheet: name, finding })));
  const errors = open.filter(({ finding }) => finding.severity === 'error');
  const warnings = open.filter(({ finding }) => finding.severity === 'warning');
  const missing = warnings.filter(({ finding }) => isMissing(finding));
  return { passes: errors.length + missing.length === 0, errors, missing, warnings: warnings.filter((one) => !missing.includes(one)) };
}
