/**
 * Which cells of a workbook are wrong: from the relations that rules looked at to diagnoses with figures.
 *
 * A workbook without a contradiction costs nothing; after an edit only the contradictions whose surroundings changed are
 * solved again. Spec: docs/spec.md, D1 to D6.
 */
import { clustersOf } from '#core/localise/clusters';
import { gradeCosts } from '#core/localise/grade-costs';
import { modelOf, type Evidence } from '#core/localise/model';
import { diagnosesOf, isNotComparable, type Localised } from '#core/localise/repairs';

/** Every diagnosis of the relations, surest first. */
export function localise(evidence: readonly Evidence[]): Localised[] {
  if (evidence.every(({ grade }) => grade !== 'wrong')) return [];
  const model = modelOf(evidence);
  const broken = model.isBroken.flatMap((is, number) => (is ? [number] : []));
  const clusters = clustersOf(model, broken, gradeCosts(evidence));
  const all = clusters.flatMap((cluster) => diagnosesOf(cluster)).filter((one) => !isNotComparable(one));
  return all.map((one, place) => ({ one, place })).toSorted((a, b) => sureness(b.one) - sureness(a.one) || a.place - b.place).map(({ one }) => one);
}

function sureness({ repairs }: Localised): number {
  return repairs[0]?.confidence ?? 0;
}
