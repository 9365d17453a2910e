/**
 * Whether the open workbook may be submitted: the items of its list by what they mean for that.
 *
 * Tables of a known layout count, on every sheet. Spec: docs/spec.md, E3 and E4.
 */
import type { Listed, SessionState } from '#app/session/state';
import { isMissing } from '#core/submission';

/** The list before submission. */
export interface Verdict {
  /** null where nothing follows a known layout, or not every sheet was read: then there is no verdict. */
  readonly passes: boolean | null;
  readonly errors: readonly Listed[];
  /** Indicators, columns and figures that the template asks for. */
  readonly missing: readonly Listed[];
  /** To be mended or waived; they leave the verdict as it is. */
  readonly warnings: readonly Listed[];
}

export function verdictOf({ items, facts, stopped }: Pick<SessionState, 'items' | 'facts' | 'stopped'>): Verdict {
  const open = items.filter(({ agrees }) => !agrees);
  const errors = open.filter(({ severity }) => severity === 'error');
  const warnings = open.filter(({ severity }) => severity === 'warning');
  const missing = warnings.filter(({ findings }) => findings.some(isMissing));
  return { passes: facts.length === 0 || stopped !== null ? null : errors.length + missing.length === 0, errors, missing, warnings: warnings.filter((one) => !missing.includes(one)) };
}
