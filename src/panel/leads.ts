import type { Listed } from '#app/session/state';

/** Below this a proposal is more likely wrong than right, however far it leads: its sentence names none as the one. */
const EVEN = 0.5;

/** Only an error whose first proposal clearly leads has a button that stands out. */
export function leads({ severity, proposals }: Pick<Listed, 'severity' | 'proposals'>): boolean {
  const [first, second] = proposals;
  if (severity !== 'error' || first === undefined) return false;
  return second === undefined ? first.confidence >= 0.9 : first.confidence >= 0.9 || (first.confidence >= EVEN && first.confidence >= 2 * second.confidence);
}

/** No proposal leads: what stands first is one way of several. */
export function isOneOfMany(item: Pick<Listed, 'severity' | 'proposals'>): boolean {
  return item.severity === 'error' && item.proposals.length > 1 && !leads(item);
}
