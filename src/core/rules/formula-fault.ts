/** Outcomes of the rules about formulas. */
import type { Formed } from '#core/formulas/table-formulas';
import type { Place } from '#core/relations/relation';
import type { Broken } from '#core/rule';
import { fault } from '#core/rules/layout-outcomes';

/**
 * A fault of a formula, which is what stands in the cell.
 *
 * @param right the formula that belongs there; null where none follows
 */
export function formulaFault<Facts>(at: Formed, related: readonly Place[], facts: Facts, right: string | null): Broken<Facts> {
  return { ...fault(at, related, facts, `=${at.formula}`), right };
}
