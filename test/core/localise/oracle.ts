/** Brute force over the whole numbers that cells may hold: an arithmetic of its own, on doubles small enough to be exact. */
import type { Model } from '#core/localise/model';

/** The largest number that is tried. */
const MOST = 400;

/** One relation over the plain numbers of its cells: tenths of a percent for a ratio. */
interface Plain {
  readonly kind: string;
  readonly cells: readonly number[];
}

export const whole = ({ n, d }: { n: number | bigint; d: number | bigint }, times = 1): number => (Number(n) * times) / Number(d);

/** Within one and a half tenths of a percent. */
function isRatio([actual = 0, change = 0, tenths = 0]: readonly number[]): boolean {
  const base = actual - change;
  return 2000 * actual >= (2 * tenths - 3) * base && 2000 * actual <= (2 * tenths + 3) * base;
}

/** Which cells can be freed so that whole numbers fulfil every relation. */
export class Oracle {
  readonly #model: Model;
  readonly #relations: readonly Plain[];

  constructor(model: Model) {
    this.#model = model;
    this.#relations = model.constraints;
  }

  #printed(cell: number): number {
    const { value, role } = this.#model.cells[cell] ?? { value: { n: 0, d: 1 }, role: 'level' };
    return whole(value, role === 'ratio' ? 10 : 1);
  }

  /** Does the relation hold with these numbers? A freed ratio may be anything that its base allows. */
  #holds({ kind, cells }: Plain, number: (cell: number) => number, freed: ReadonlySet<number>): boolean {
    const values = cells.map((cell) => number(cell));
    const [first = 0, second = 0] = values;
    if (kind === 'sum') return first === values.slice(1).reduce((sum, value) => sum + value, 0);
    if (kind === 'at-most') return first <= second;
    return first - second > 0 && (freed.has(cells[2] ?? -1) || isRatio(values));
  }

  #domain(cell: number): [number, number] {
    return this.#model.cells[cell]?.role === 'change' ? [-MOST, MOST] : [0, MOST];
  }

  #touching(cell: number): Plain[] {
    return this.#relations.filter(({ cells }) => cells.includes(cell));
  }

  feasible(freed: readonly number[]): boolean {
    const set = new Set(freed);
    const others = this.#relations.filter(({ cells }) => !cells.some((cell) => set.has(cell)));
    return others.every((one) => this.#holds(one, (cell) => this.#printed(cell), set)) && this.#fillable(freed, set);
  }

  #fillable(freed: readonly number[], set: ReadonlySet<number>): boolean {
    const counts = freed.filter((cell) => this.#model.cells[cell]?.role !== 'ratio');
    // The level comes first: its change then lies between two ends.
    const [x, y] = counts.toSorted((a, b) => Number(this.#model.cells[a]?.role === 'change') - Number(this.#model.cells[b]?.role === 'change'));
    const touched = [...new Set(freed.flatMap((cell) => this.#touching(cell)))];
    if (x === undefined) return touched.every((one) => this.#holds(one, (cell) => this.#printed(cell), set));
    const onlyX = touched.filter(({ cells }) => y === undefined || !cells.includes(y));
    const withY = touched.filter((one) => !onlyX.includes(one));
    if (y !== undefined && !withY.some(({ cells }) => cells.includes(x))) return this.#some(x, onlyX, set) && this.#some(y, withY, set);
    return this.#somePair([x, y], onlyX, withY, set);
  }

  #somePair([x, y]: readonly [number, number | undefined], onlyX: readonly Plain[], withY: readonly Plain[], set: ReadonlySet<number>): boolean {
    const [low, high] = this.#domain(x);
    for (let value = low; value <= high; value += 1) {
      const here = (cell: number): number => (cell === x ? value : this.#printed(cell));
      if (onlyX.every((one) => this.#holds(one, here, set)) && (y === undefined || this.#someY(y, here, withY, set))) return true;
    }
    return false;
  }

  #some(cell: number, relations: readonly Plain[], set: ReadonlySet<number>): boolean {
    const [low, high] = this.#domain(cell);
    for (let value = low; value <= high; value += 1) if (relations.every((one) => this.#holds(one, (other) => (other === cell ? value : this.#printed(other)), set))) return true;
    return false;
  }

  /** Candidates for the second cell: what a sum leaves for it, else what a ratio leaves, else the least there is. */
  #someY(y: number, here: (cell: number) => number, relations: readonly Plain[], set: ReadonlySet<number>): boolean {
    return this.#candidates(y, here, relations, set).some((value) => this.#isIn(y, value) && relations.every((one) => this.#holds(one, (cell) => (cell === y ? value : here(cell)), set)));
  }

  #candidates(y: number, here: (cell: number) => number, relations: readonly Plain[], set: ReadonlySet<number>): number[] {
    const sum = relations.find(({ kind, cells }) => kind === 'sum' && cells.includes(y));
    if (sum !== undefined) {
      const others = sum.cells.slice(1).filter((cell) => cell !== y).reduce((all, cell) => all + here(cell), 0);
      return [sum.cells[0] === y ? others : here(sum.cells[0] ?? 0) - others];
    }
    const ratio = relations.find(({ kind, cells }) => kind === 'implied-ratio' && cells[1] === y && !set.has(cells[2] ?? -1));
    if (ratio === undefined) return [-MOST];
    const [actual, t] = [here(ratio.cells[0] ?? 0), here(ratio.cells[2] ?? 0)];
    if (t <= 1) return [-MOST];
    const from = Math.ceil(actual - (2000 * actual) / (2 * t - 3) - 1e-9);
    const to = Math.floor(actual - (2000 * actual) / (2 * t + 3) + 1e-9);
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
  }

  #isIn(cell: number, value: number): boolean {
    const [low, high] = this.#domain(cell);
    return value >= low && value <= high;
  }
}
