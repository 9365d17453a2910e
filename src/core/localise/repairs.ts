/**
 * Diagnoses from the repairs of a cluster: independent ones part ways, each with its own alternatives and confidence.
 */
import type { Cluster } from '#core/localise/clusters';
import { calibrated } from '#core/localise/confidence';
import { nameOf, type Operation } from '#core/localise/operation';
import { at, constraintAt, type Model } from '#core/localise/model';
import { weightOf, whole } from '#core/localise/odds';
import type { Change } from '#core/localise/assignments';
import type { Priced } from '#core/localise/price';

/** Cells that are wrong together, with the figures that belong there. */
export interface Repair {
  readonly changes: readonly Change[];
  /** Of what explains the same contradictions the share of these cells, in thousandths. */
  readonly likelihood: number;
  /** How often such cells and figures were right, in thousandths: never 1000. Of several figures that would fit as well, any is meant. */
  readonly confidence: number;
}

export interface Localised {
  readonly model: Model;
  /** The broken relations that it explains, by number. */
  readonly explains: readonly number[];
  /** Likeliest first; empty where the search could not decide. */
  readonly repairs: readonly Repair[];
  readonly complete: boolean;
}

/** An alternative below this, in thousandths, is not worth a reader's time. */
const LEAST = 10;

/** One diagnosis for each set of broken constraints that no operation of the best repair touches together. */
export function diagnosesOf(cluster: Cluster): Localised[] {
  const { model, broken, repairs, complete } = cluster;
  const [best] = repairs;
  if (best === undefined) return [{ model, explains: broken, repairs: [], complete }];
  const likeliest = shares(repairs, ({ set }) => set.operations)[0]?.first ?? best;
  return groupsOf(cluster, likeliest).map((explains) => {
    const cells = new Set(explains.flatMap((one) => constraintAt(model, one).cells));
    const all = new Set(broken.flatMap((one) => constraintAt(model, one).cells));
    const part = (operations: readonly Operation[]): Operation[] => operations.filter(({ frees }) => frees.some((cell) => cells.has(cell)) || !frees.some((cell) => all.has(cell)));
    const ranked = ahead(shares(repairs, ({ set }) => part(set.operations)), keyOf(part(likeliest.set.operations)));
    const found = ranked.filter(({ mille }, i) => i === 0 || mille >= LEAST).map(({ first, mille }): Repair => {
      const operations = part(first.set.operations);
      return { changes: changesOf(first, operations), likelihood: mille, confidence: calibrated(product(mille, first.figureOf(operations))) };
    });
    return { model, explains, repairs: found, complete };
  });
}

/** The likeliest repair of the whole first: what is likeliest for each part alone need not agree with the other parts. */
function ahead(all: readonly Share[], key: string): Share[] {
  return [...all.filter((one) => one.key === key), ...all.filter((one) => one.key !== key)];
}

function keyOf(operations: readonly Operation[]): string {
  return nameOf(operations);
}

/** How often such cells were wrong and just these figures right, in thousandths. */
export function exactConfidence({ confidence, changes }: Pick<Repair, 'confidence' | 'changes'>): number {
  const mille = changes.reduce((left, { among }) => (among === null ? left : product(left, among.share)), confidence);
  return mille === 0 && confidence > 0 ? 1 : mille;
}

function product(a: number, b: number): number {
  const value = a * b;
  return (value - (value % 1000)) / 1000;
}


function changesOf({ changes }: Priced, operations: readonly Operation[]): Change[] {
  const own = new Set(operations.flatMap(({ frees }) => frees));
  const leads = new Set(operations.map(({ cell }) => cell));
  const mine = changes.filter(({ cell }) => own.has(cell));
  return [...mine.filter(({ cell }) => leads.has(cell)), ...mine.filter(({ cell }) => !leads.has(cell))];
}

/** Broken constraints that one operation touches belong together. */
function groupsOf({ model, broken }: Cluster, { set }: Priced): number[][] {
  let groups = broken.map((one) => ({ explains: [one], cells: new Set(constraintAt(model, one).cells) }));
  for (const { frees } of set.operations) {
    const mine = groups.filter(({ cells }) => frees.some((cell) => cells.has(cell)));
    if (mine.length < 2) continue;
    const merged = { explains: mine.flatMap(({ explains }) => explains), cells: new Set(mine.flatMap(({ cells }) => [...cells])) };
    groups = [...groups.filter((group) => !mine.includes(group)), merged];
  }
  return groups.map(({ explains }) => explains);
}

interface Share {
  readonly key: string;
  readonly first: Priced;
  readonly mille: number;
}

/** Repairs that come to the same operations, added up; likeliest first, ties as they stand in the table. */
function shares(repairs: readonly Priced[], part: (one: Priced) => readonly Operation[]): Share[] {
  const sums = new Map<string, { first: Priced; weight: number; place: number }>();
  const base = repairs[0]?.cost ?? 0;
  let all = 0;
  for (const one of repairs) {
    const weight = weightOf(one.cost - base);
    const key = keyOf(part(one));
    const known = sums.get(key);
    all += weight;
    if (known === undefined) sums.set(key, { first: one, weight, place: sums.size });
    else known.weight += weight;
  }
  return [...sums].map(([key, sum]) => ({ key, ...sum })).toSorted((a, b) => (a.weight === b.weight ? a.place - b.place : a.weight > b.weight ? -1 : 1)).map(({ key, first, weight }) => ({ key, first, mille: whole((weight * 1000) / all) }));
}

/** True where nothing but relations that may not apply are at fault: no figure is wrong then. */
export function isNotComparable({ model, repairs }: Localised): boolean {
  const [best] = repairs;
  return best !== undefined && best.changes.every(({ cell }) => at(model, cell).term === null);
}
