/** The list as text to paste into a message: one line an item. */
import type { Listed } from '#app/session/state';
import { numberOf } from './grouping';

/** `II.1 F53: 20,0% → 120,0%. what` */
export function copiedLines(items: readonly Listed[]): string {
  return items.map((item) => {
    const [first] = item.proposals;
    const change = (first?.changes ?? []).map(({ from, to }) => `${from} → ${to}. `).join('');
    return `${numberOf(item)} ${item.cell}: ${change}${item.what}`.trim();
  }).join('\n');
}
