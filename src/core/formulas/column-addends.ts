/** What a formula adds up of its own column. */
import { addendsOf, type Addend } from '#core/formulas/addends';
import type { Formed } from '#core/formulas/table-formulas';

/** null for a formula that does anything else than adding, or that reads another column. */
export function columnAddends({ formula, column: { index } }: Formed): readonly Addend[] | null {
  const addends = addendsOf(formula);
  return addends?.every(({ left, right }) => left === index && right === index) === true ? addends : null;
}
