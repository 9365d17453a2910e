/** What a comparison is made with, in English. */
import type { Compared } from '#core/rules/comparing';

/** "2019", "the 2020 plan". */
export function comparedName({ against, year }: Compared): string {
  if (against === 'plan') return year === null ? 'the plan' : `the ${year} plan`;
  return year === null ? 'last year' : String(year);
}
