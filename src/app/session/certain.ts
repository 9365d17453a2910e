/** Corrections that are so likely that one may look at them together and write them at once. Spec: docs/spec.md, V10. */
import type { Item } from '#app/session/items';
import type { Proposal } from '#app/session/proposal';
import type { Listed } from '#app/session/state';
import type { TableResult } from '#app/session/tables';
import { columnLetters, placeOf } from '#core/table/grid';

/** What one should look at by oneself: a sign that changes, or a figure that comes from outside of the table. */
export type Doubt = 'sign' | 'level';

export interface Certain {
  readonly item: Listed;
  readonly proposal: Proposal;
  /** null where nothing speaks against writing it with the others. */
  readonly doubt: Doubt | null;
}

/** A proposal below it is chosen one by one. */
const SURE = 0.9;

/** Columns that are worked out from others. */
const COMPARISON = /^(?:plan-)?(?:change|ratio|growth)\b|^attainment\b|^share\b/;

/** The corrections of these items, in their order; no cell is changed twice. */
export function certainOf(items: readonly Listed[], results: readonly TableResult[]): Certain[] {
  const taken = new Set<string>();
  return items.flatMap((item) => {
    const [proposal] = item.proposals;
    if (proposal === undefined || !isCertain(item, proposal)) return [];
    const cells = proposal.changes.map(({ cell }) => `${item.sheet} ${cell}`);
    if (cells.some((cell) => taken.has(cell))) return [];
    for (const cell of cells) taken.add(cell);
    return [{ item, proposal, doubt: doubtOf(item, proposal, results) }];
  });
}

function isCertain({ severity, agrees }: Listed, { confidence }: Proposal): boolean {
  return severity === 'error' && !agrees && confidence >= SURE;
}

function doubtOf(item: Item, { repairs }: Proposal, results: readonly TableResult[]): Doubt | null {
  if (repairs.some(({ found, proposal }) => isNegative(found) !== isNegative(proposal))) return 'sign';
  const computed = computedColumns(item, results);
  return repairs.some(({ cell }) => !computed.has(columnLetters(placeOf(cell).column))) ? 'level' : null;
}

function isNegative(figure: string | null): boolean {
  return figure?.startsWith('-') === true;
}

/** Letters of the columns of the item's table that compare others. */
function computedColumns({ sheet, findings }: Item, results: readonly TableResult[]): Set<string> {
  const ids = new Set(findings.map(({ id }) => id));
  const own = results.find((result) => result.sheet.id === sheet && result.report.findings.some(({ id }) => ids.has(id)));
  return new Set(Object.entries(own?.report.columns ?? {}).filter(([key]) => COMPARISON.test(key)).map(([, letter]) => letter));
}
