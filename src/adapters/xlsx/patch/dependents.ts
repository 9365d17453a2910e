/**
 * The formulas that read, directly or through others, what an edit changed: their last results no longer hold.
 *
 * Every formula of the workbook is looked at once, and found at most once, so a column of running sums costs no more than its length.
 */
import { formulaTextAt, planFor, type CellPlans } from '#adapters/xlsx/patch/formula-groups';
import { precedentsOf, type Precedent, type Precedents } from '#core/formulas/precedents';
import { IntervalIndex, type Interval } from '#adapters/xlsx/patch/interval-index';
import type { FormulaPlace, SheetIndex } from '#adapters/xlsx/patch/sheet-index';
import type { Area } from '#core/table/grid';

/** A sheet as it stands before the edit. */
export interface FormulaSheet {
  /** In lower case. */
  readonly name: string;
  readonly text: string;
  readonly index: SheetIndex;
  readonly plans: CellPlans;
  readonly isEdited: (row: number, column: number) => boolean;
}

/** What names in formulas stand for. */
export interface Names {
  /** Their formulas, by name in lower case: one a scope. */
  readonly formulas: ReadonlyMap<string, readonly string[]>;
  readonly tables: ReadonlyMap<string, { readonly sheet: string; readonly area: Area }>;
}

export interface ChangedCell {
  /** Place of the sheet in the list. */
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

/** A formula that is looked at; `sheet` as in {@link ChangedCell}. */
interface Reader {
  readonly sheet: number;
  readonly place: FormulaPlace;
}

/** A range without its dollars, on a named sheet. */
interface Range extends Area {
  readonly sheet: string;
}

/** Wider ranges are taken to read the whole sheet: whole rows, mostly. */
const WIDEST = 64;

export class Dependents {
  private readonly sheets: readonly FormulaSheet[];
  private readonly names: Names;
  private readonly readers: Reader[] = [];
  /** By sheet and column, then as trees once they are asked for. */
  private readonly intervals = new Map<string, Interval[]>();
  private readonly trees = new Map<string, IntervalIndex>();
  /** Readers of a whole sheet by its name; those of anything under "". */
  private readonly wide = new Map<string, number[]>();
  private readonly named = new Map<string, readonly Precedent[] | null>();
  private readonly found = new Set<number>();
  private queue: ChangedCell[] = [];

  constructor(sheets: readonly FormulaSheet[], names: Names) {
    this.sheets = sheets;
    this.names = names;
    for (const [i, sheet] of sheets.entries()) this.collect(sheet, i);
  }

  /** Marks the cells whose values these changes have made wrong as stale, in each sheet's plans. */
  mark(changed: readonly ChangedCell[]): void {
    this.queue = [...changed];
    if (changed.length > 0) this.findAll(this.wide.get(''));
    for (let cell = this.queue.pop(); cell !== undefined; cell = this.queue.pop()) {
      const sheet = this.sheets[cell.sheet]?.name ?? '';
      this.findAll(this.wide.get(sheet));
      for (const owner of this.tree(sheet, cell.column)?.take(cell.row) ?? []) this.find(owner);
    }
  }

  private collect(sheet: FormulaSheet, at: number): void {
    const masters = new Map<string, Master>();
    for (const place of sheet.index.formulas) {
      // Its results are figures from now on.
      if (place.kind === 'dataTable' && sheet.plans.get(place.cell)?.formula === '') continue;
      const master = mastered(sheet, place, masters);
      // An array whose first cell is edited lives on in the others.
      if (place.kind === 'array' || !sheet.isEdited(place.row, place.column)) this.add({ sheet: at, place }, master.reads, master.place);
    }
  }

  private add(reader: Reader, reads: Precedents, master: FormulaPlace): void {
    const owner = this.readers.push(reader) - 1;
    const own = this.sheets[reader.sheet]?.name ?? '';
    const { place } = reader;
    const move = { rows: place.row - master.row, columns: place.column - master.column };
    if (reads.anything || place.kind === 'dataTable') this.addWide('', owner);
    for (const range of reads.ranges) this.addRange(owner, movedRange(range, move, own));
    for (const name of reads.names) this.addName(owner, name);
    for (const name of reads.rows) this.addTable(owner, name, { top: place.row, bottom: place.row });
  }

  private addTable(owner: number, name: string, rows: Partial<Area>): void {
    const table = this.names.tables.get(name);
    if (table !== undefined) this.addRange(owner, { ...table.area, ...rows, sheet: table.sheet });
  }

  private addName(owner: number, name: string): void {
    this.addTable(owner, name, {});
    const ranges = this.rangesOf(name);
    if (ranges === null) this.addWide('', owner);
    // A name's own references are fixed and say their sheet: those that move are taken for anything.
    for (const range of ranges ?? []) this.addRange(owner, movedRange(range, { rows: 0, columns: 0 }, ''));
  }

  /** What a name stands for, other names in it resolved; null for anything. */
  private rangesOf(name: string): readonly Precedent[] | null {
    const known = this.named.get(name);
    if (known !== undefined) return known;
    // A name that names itself is resolved to nothing while it is looked into.
    this.named.set(name, []);
    const reads = (this.names.formulas.get(name) ?? []).map((formula) => precedentsOf(formula));
    const inner = reads.flatMap(({ names }) => names).map((one) => (this.names.tables.has(one) ? null : this.rangesOf(one)));
    const isVague = reads.some(({ anything, ranges }) => anything || ranges.some(isMoving));
    const ranges = isVague || inner.includes(null) ? null : [...reads.flatMap((one) => one.ranges), ...inner.flatMap((one) => one ?? [])];
    this.named.set(name, ranges);
    return ranges;
  }

  private addRange(owner: number, { sheet, top, left, bottom, right }: Range): void {
    if (sheet === '*') {
      for (const { name } of this.sheets) this.addRange(owner, { sheet: name, top, left, bottom, right });
    } else if (right - left >= WIDEST) this.addWide(sheet, owner);
    else {
      for (let column = left; column <= right; column += 1) this.listOf(this.intervals, `${column} ${sheet}`).push({ top, bottom, owner });
    }
  }

  private addWide(sheet: string, owner: number): void {
    this.listOf(this.wide, sheet).push(owner);
  }

  private listOf<Item>(lists: Map<string, Item[]>, key: string): Item[] {
    const known = lists.get(key);
    if (known !== undefined) return known;
    const list: Item[] = [];
    lists.set(key, list);
    return list;
  }

  private tree(sheet: string, column: number): IntervalIndex | null {
    const key = `${column} ${sheet}`;
    const known = this.trees.get(key);
    if (known !== undefined) return known;
    const intervals = this.intervals.get(key);
    if (intervals === undefined) return null;
    const tree = new IntervalIndex(intervals);
    this.trees.set(key, tree);
    return tree;
  }

  private findAll(owners: number[] | undefined): void {
    for (const owner of owners?.splice(0) ?? []) this.find(owner);
  }

  private find(owner: number): void {
    const reader = this.readers[owner];
    if (reader === undefined || this.found.has(owner)) return;
    this.found.add(owner);
    const sheet = this.sheets[reader.sheet];
    const { place } = reader;
    if (sheet === undefined) return;
    for (const [row, column] of coveredBy(place)) {
      const cell = sheet.isEdited(row, column) ? -1 : sheet.index.cellAt(row, column);
      if (cell === -1) continue;
      planFor(sheet.plans, cell).stale = true;
      this.queue.push({ sheet: reader.sheet, row, column });
    }
  }
}

/** Where a formula's text stands, and what it reads there. */
interface Master {
  readonly place: FormulaPlace;
  readonly reads: Precedents;
}

function mastered({ text }: FormulaSheet, place: FormulaPlace, masters: Map<string, Master>): Master {
  const isText = place.inner.to > place.inner.from;
  const known = isText || place.kind !== 'shared' ? undefined : masters.get(place.shared);
  if (known !== undefined) return known;
  const master = { place, reads: precedentsOf(isText ? formulaTextAt(text, place) : '') };
  if (isText && place.kind === 'shared') masters.set(place.shared, master);
  return master;
}

/** The cells that a formula gives values to. */
function* coveredBy({ row, column, kind, area }: FormulaPlace): Iterable<readonly [row: number, column: number]> {
  if (kind === 'own' || kind === 'shared' || area === null) {
    yield [row, column];
    return;
  }
  for (let r = area.top; r <= area.bottom; r += 1) for (let c = area.left; c <= area.right; c += 1) yield [r, c];
}

function isMoving({ sheet, top, left, bottom, right }: Precedent): boolean {
  return sheet === null || [top, left, bottom, right].some(({ fixed }) => !fixed);
}

function movedRange({ sheet, top, left, bottom, right }: Precedent, { rows, columns }: { readonly rows: number; readonly columns: number }, own: string): Range {
  const [y, y2] = moved(top, bottom, rows);
  const [x, x2] = moved(left, right, columns);
  return { sheet: sheet ?? own, top: y, bottom: y2, left: x, right: x2 };
}

/** Both ends after a move, the lesser first. */
function moved(first: Precedent['top'], last: Precedent['top'], by: number): readonly [least: number, most: number] {
  const a = first.fixed ? first.at : first.at + by;
  const b = last.fixed ? last.at : last.at + by;
  return a < b ? [a, b] : [b, a];
}
