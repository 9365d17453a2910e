/** The list as text to paste into a message: one line an item. */
import type { Listed } from '#app/session/state';
import { ordinalOf } from './grouping';

/** `II.1 F53: 20,0% → 120,0%. what` */
export function copiedLines(items: readonly Listed[]): string {
  return items.map(({ indicator, cell, what, proposals }) => {
    const [first] = proposals;
    const change = (first?.changes ?? []).map(({ from, to }) => `${from} → ${to}. `).join('');
    const ordinal = indicator === null ? '' : ordinalOf(indicator);
    return `${ordinal} ${cell}: ${change}${what}`.trim();
  }).join('\n');
}
