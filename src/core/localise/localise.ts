/**
 * Which cells of a workbook are wrong: from the relations that rules looked at to diagnoses with figures.
 *
 * A workbook without a contradiction costs nothing. Spec: docs/spec.md, D1 to D6.
 */
import { clustersOf } from '#core/localise/clusters';
import { entangled } from '#core/localise/entangled';
import { gradeCosts } from '#core/localise/grade-costs';
import { brokenComponents, type DiagnosisMemory } from '#core/localise/memory';
import { modelOf, type Evidence } from '#core/localise/model';
import { diagnosesOf, isNotComparable, type Localised } from '#core/localise/repairs';
import { withSwaps } from '#core/localise/swaps';
import { BUDGET } from '#core/localise/weights';

/**
 * Every diagnosis of the relations, surest first.
 *
 * @param memory of earlier checks, where a table is checked again and again: what did not change is not solved again
 */
export function localise(evidence: readonly Evidence[], memory: DiagnosisMemory | null = null): Localised[] {
  if (evidence.every(({ grade }) => grade !== 'wrong')) return [];
  const grades = gradeCosts(evidence);
  const model = modelOf(entangled(evidence), grades.rounded > 0);
  const purse = { clusters: BUDGET.clusters };
  const found = brokenComponents(model).flatMap((component) => {
    const solve = (): Localised[] => clustersOf(model, component.broken, { grades, purse }).flatMap((cluster) => diagnosesOf(cluster)).filter((one) => !isNotComparable(one));
    return memory === null ? solve() : memory.of(model, component, grades, solve);
  });
  return withSwaps(found).map((one, place) => ({ one, place })).toSorted((a, b) => sureness(b.one) - sureness(a.one) || a.place - b.place).map(({ one }) => one);
}

function sureness({ repairs }: Localised): number {
  return repairs[0]?.confidence ?? 0;
}
