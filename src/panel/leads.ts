import type { Listed } from '#app/session/state';

/** Only an error whose first proposal clearly leads has a button that stands out. */
export function leads({ severity, proposals }: Pick<Listed, 'severity' | 'proposals'>): boolean {
  const [first, second] = proposals;
  if (severity !== 'error' || first === undefined) return false;
  return second === undefined ? first.confidence >= 0.9 : first.confidence >= 0.9 || first.confidence >= 2 * second.confidence;
}
