/** The list of items, from check to check. Spec: docs/spec.md, V2 and V3. */
import { inSheetOrder, itemsOf } from '#app/session/items';
import type { Counts, Listed, Unchecked } from '#app/session/state';
import type { TableResult } from '#app/session/tables';

export function listed(results: readonly TableResult[]): Listed[] {
  return results.flatMap(itemsOf).map((item) => ({ ...item, agrees: false, isNew: false }));
}

/**
 * The list after an edit: an item that is gone stays in its place and says so, a new one is marked as such.
 *
 * @param before as it was shown
 * @param now of the check that followed
 */
export function relisted(before: readonly Listed[], now: readonly Listed[]): Listed[] {
  const known = new Map(before.map((item) => [key(item), item]));
  const found = new Set(now.map(key));
  const gone = before.filter((item) => !found.has(key(item))).map((item) => ({ ...item, agrees: true }));
  const open = now.map((item) => ({ ...item, isNew: known.get(key(item))?.isNew ?? true }));
  const sheets = [...new Set([...before, ...now].map(({ sheet }) => sheet))];
  return sheets.flatMap((sheet) => inSheetOrder([...open, ...gone].filter((item) => item.sheet === sheet)));
}

function key({ sheet, id }: Listed): string {
  return `${sheet}\n${id}`;
}

export function countsOf(items: readonly Listed[], unchecked: readonly Unchecked[]): Counts {
  const counts = { error: 0, warning: 0, note: 0, unchecked: unchecked.length };
  for (const { severity, agrees } of items) if (!agrees) counts[severity] += 1;
  return counts;
}

export function uncheckedIn(results: readonly TableResult[]): Unchecked[] {
  return results.flatMap(({ sheet, report }) => report.unchecked.map((one) => ({ ...one, sheet: sheet.id })));
}
