/** Rows of random tables in layouts of their own: trees of indicators, or districts with their total, all adding up. */
import type { Random } from '#test/generate/random';

/** How the rows' places are shown. */
export type RowStyle = 'ordinals' | 'letters' | 'numbers' | 'in-names' | 'indentation' | 'districts';

export interface RowOptions {
  readonly style: RowStyle;
  readonly units: 'column' | 'ditto' | 'line' | 'none';
  readonly depth: number;
  readonly sections: boolean;
  readonly total: 'first' | 'last' | 'none';
}

export interface LayoutRow {
  readonly ordinal: string;
  readonly name: string;
  readonly unit: string;
  /** Decimals of its figures. */
  readonly places: number;
  /** Rows that it is the sum of, by index. */
  readonly parts: readonly number[];
  /** The row that it is a subset of; null for none. */
  readonly subsetOf: number | null;
  /** A heading has no figures. */
  readonly heading: boolean;
  /** True where the table shows that the parts are its parts. */
  readonly told: boolean;
}

/** A unit, the decimals of its figures, and whether figures in it can be added. */
type Unit = readonly [name: string, places: number, added: boolean];
const UNITS: readonly Unit[] = [['HTX', 0, true], ['người', 0, true], ['tỷ đồng', 1, true], ['hộ', 0, true], ['triệu đồng/người', 1, false]];
const ADDED = UNITS.filter((unit) => unit[2]);

const ORDINALS: Readonly<Record<Exclude<RowStyle, 'indentation' | 'districts'>, readonly ((n: number, above: string) => string)[]>> = {
  ordinals: [String, () => '-', () => '+'],
  letters: [String, (n) => `${String.fromCodePoint(96 + n)})`, () => '-'],
  numbers: [String, (n, above) => `${above}.${n}`, (n, above) => `${above}.${n}`],
  'in-names': [(n) => `${n}.`, (n) => `${String.fromCodePoint(96 + n)})`, () => '-'],
};

/** Builds the rows one by one; a whole is written before its parts are known. */
class RowList {
  readonly rows: { -readonly [K in keyof LayoutRow]: LayoutRow[K] }[] = [];
  readonly #options: RowOptions;
  readonly #random: Random;
  #named = 0;

  constructor(options: RowOptions, random: Random) {
    this.#options = options;
    this.#random = random;
  }

  add(row: Partial<LayoutRow>): number {
    this.rows.push({ ordinal: '', name: '', unit: '', places: 0, parts: [], subsetOf: null, heading: false, told: true, ...row });
    return this.rows.length - 1;
  }

  name(): string {
    this.#named += 1;
    return `${this.#random.pick(['Nhóm', 'Cơ sở', 'Mặt hàng', 'Khu'])} K${this.#named}`;
  }

  /** An indicator of the given depth with what hangs under it. */
  branch(unit: Unit, depth: number, n: number, above: string): number {
    const [name, places, added] = unit;
    const ordinal = this.#ordinal(depth, n, above);
    const isTop = depth === 0;
    const isWhole = depth + 1 < this.#options.depth && this.#random.chance(0.7);
    const at = this.add({ ...this.#placed(this.#called(isWhole && isTop), ordinal, depth), unit: name, places, told: isTop || this.#hasUnits() });
    const parts = isWhole ? this.#branches(unit, depth + 1, ordinal) : [];
    if (added) this.#add(unit, at, parts, isTop);
    return at;
  }

  /** Parts that add up to their whole; a top indicator without any may have a subset. */
  #add(unit: Unit, whole: number, parts: readonly number[], isTop: boolean): void {
    this.sumUp(whole, parts);
    if (isTop && parts.length === 0) this.#ofWhich(unit, whole);
  }

  #hasUnits(): boolean {
    return this.#options.units !== 'none';
  }

  #called(isTotal: boolean): string {
    const name = this.name();
    return isTotal ? `Tổng ${name.toLowerCase()}` : name;
  }

  #branches(unit: Unit, depth: number, above: string): number[] {
    return Array.from({ length: this.#random.whole(2, 4) }, (_, i) => this.branch(unit, depth, i + 1, above));
  }

  sumUp(whole: number, parts: readonly number[]): void {
    const row = this.rows[whole];
    if (row !== undefined) row.parts = parts;
  }

  /** Now and then a subset follows its whole, where ordinals and units tell that it is one. */
  #ofWhich([name, places]: Unit, whole: number): void {
    const { style, units } = this.#options;
    const isTold = units !== 'none' && style !== 'indentation';
    if (isTold && this.#random.chance(0.3)) this.add({ name: `Trong đó: ${this.name().toLowerCase()}`, unit: name, places, subsetOf: whole });
  }

  #ordinal(depth: number, n: number, above: string): string {
    const { style } = this.#options;
    return style === 'indentation' || style === 'districts' ? '' : (ORDINALS[style][depth]?.(n, above) ?? '-');
  }

  #placed(name: string, ordinal: string, depth: number): Pick<LayoutRow, 'name' | 'ordinal'> {
    if (this.#options.style === 'in-names') return { name: `${ordinal} ${name}`, ordinal: '' };
    return this.#options.style === 'indentation' ? { name: ' '.repeat(4 * depth) + name, ordinal } : { name, ordinal };
  }
}

export function layoutRows(options: RowOptions, random: Random): LayoutRow[] {
  const list = new RowList(options, random);
  if (options.style === 'districts') districts(list, options, random);
  else tree(list, options, random);
  return list.rows;
}

function tree(list: RowList, options: RowOptions, random: Random): void {
  const isOne = ['line', 'none'].includes(options.units) || options.total !== 'none';
  const one = isOne ? random.pick(ADDED) : null;
  const total = one === null ? {} : { unit: one[0], places: one[1] };
  const first = options.total === 'first' ? list.add({ name: 'Tổng số', ...total }) : null;
  const tops = (options.sections ? [1, 2] : [0]).flatMap((section) => {
    if (section > 0) list.add({ ordinal: hasOrdinals(options) ? 'I'.repeat(section) : '', name: `PHẦN ${section === 1 ? 'MỘT' : 'HAI'}`, heading: true });
    return Array.from({ length: random.whole(2, 4) }, (_, i) => list.branch(one ?? random.pick(UNITS), 0, i + 1, ''));
  });
  if (first !== null) list.sumUp(first, tops);
  if (options.total === 'last') list.add({ name: 'Tổng cộng', ...total, parts: tops });
}

/** True where ordinals stand in a column of their own. */
export function hasOrdinals({ style }: RowOptions): boolean {
  return style !== 'in-names' && style !== 'indentation';
}

function districts(list: RowList, { total }: RowOptions, random: Random): void {
  const head = total === 'first' ? list.add({ name: 'Toàn tỉnh' }) : null;
  const all = Array.from({ length: random.whole(3, 9) }, (_, i) => list.add({ ordinal: String(i + 1), name: `Huyện ${String.fromCodePoint(65 + i)}` }));
  if (head !== null) list.sumUp(head, all);
  if (total === 'last') list.add({ name: random.pick(['Tổng cộng', 'Cộng', 'Toàn tỉnh']), parts: all });
}
