/** A random table in a random layout whose figures obey every relation that it shows; the same seed draws the same one. */
import { address, gridOf, type Area, type CellValue, type Grid } from '#core/table/grid';
import { districtColumns, layoutColumns, randomColumns, type LayoutColumn, type LayoutRole } from '#test/generate/layout-columns';
import { hasOrdinals, layoutRows, type LayoutRow, type RowOptions, type RowStyle } from '#test/generate/layout-rows';
import { Random } from '#test/generate/random';

/** A figure in whole steps of its last place, and where it stands. */
export interface LayoutFigure {
  readonly row: number;
  readonly column: number;
  readonly role: LayoutRole;
  readonly value: number;
  readonly places: number;
  readonly cell: string;
}

export interface RandomLayout {
  readonly seed: number;
  readonly rows: readonly LayoutRow[];
  readonly columns: readonly LayoutColumn[];
  /** By row and column of the table. */
  readonly figures: ReadonlyMap<string, LayoutFigure>;
  /** True where counts are read as counts: exact. */
  readonly counted: boolean;
  readonly gridWith: (changed?: LayoutFigure) => Grid;
}

interface Sheet {
  readonly rows: readonly LayoutRow[];
  readonly columns: readonly LayoutColumn[];
  readonly options: RowOptions;
  readonly numbers: boolean;
  readonly signed: boolean;
  readonly merged: boolean;
  readonly numbering: boolean;
  readonly note: boolean;
  readonly gaps: ReadonlySet<number>;
  readonly down: number;
  readonly right: number;
}

export const keyOf = (row: number, column: number): string => `${row} ${column}`;

export function randomLayout(seed: number): RandomLayout {
  const random = new Random(seed);
  const style = random.pick<RowStyle>(['ordinals', 'letters', 'numbers', 'in-names', 'indentation', 'districts', 'districts']);
  const isDistricts = style === 'districts';
  const units = isDistricts ? 'none' : random.pick(['column', 'column', 'ditto', 'line', 'none'] as const);
  const options: RowOptions = { style, units, depth: random.whole(1, 3), sections: random.chance(0.4), total: random.pick(['first', 'last', 'none'] as const) };
  const rows = layoutRows(options, random);
  const chosen = randomColumns(random);
  const columns = isDistricts ? districtColumns(random) : layoutColumns(chosen);
  const sheet: Sheet = {
    rows, columns, options,
    numbers: random.chance(0.5), signed: chosen.signed, merged: random.chance(0.5), numbering: random.chance(0.3), note: random.chance(0.3),
    gaps: new Set(rows.flatMap((_, i) => (random.chance(0.05) ? [i] : []))),
    down: random.pick([0, 0, 1, 4]), right: random.pick([0, 0, 1, 3]),
  };
  const figures = new Map(figuresOf(sheet, random).map((figure) => [keyOf(figure.row, figure.column), figure]));
  return { seed, rows, columns, figures, counted: units !== 'none', gridWith: (changed) => gridFor(sheet, chosen.year, figures, changed) };
}

const LEVELS: ReadonlySet<LayoutRole> = new Set<LayoutRole>(['actual', 'base', 'plan', 'next', 'side']);

type Values = Readonly<Record<'actual' | 'base' | 'plan', number>>;

/** What a comparison comes to, in tenths of a percent where it is one; half up, as a spreadsheet rounds. */
const COMPARED: Readonly<Partial<Record<LayoutRole, (values: Values) => number>>> = {
  change: ({ actual, base }) => actual - base,
  ratio: ({ actual, base }) => percent(actual, base),
  growth: ({ actual, base }) => percent(actual, base) - 1000,
  attainment: ({ actual, plan }) => percent(actual, plan),
};

function percent(value: number, over: number): number {
  return Math.floor((value * 2000 + over) / (2 * over));
}

function figuresOf(sheet: Sheet, random: Random): LayoutFigure[] {
  const { rows, columns } = sheet;
  const levels = new Map<LayoutRole, number[]>((['actual', 'base', 'plan'] as const).map((role) => [role, levelValues(rows, random)]));
  return columns.flatMap(({ role }, column) => {
    const own = levels.get(role) ?? levelValues(rows, random);
    return rows.flatMap((row, i): LayoutFigure[] => {
      if (row.heading) return [];
      const at = (one: LayoutRole): number => levels.get(one)?.[i] ?? 1;
      const value = COMPARED[role]?.({ actual: at('actual'), base: at('base'), plan: at('plan') }) ?? own[i] ?? 0;
      const places = LEVELS.has(role) || role === 'change' ? row.places : 1;
      return [{ row: i, column, role, value, places, cell: address(rowOnSheet(sheet, i), sheet.right + labels(sheet).length + column) }];
    });
  });
}

function rowOnSheet(sheet: Sheet, row: number): number {
  return tableTop(sheet) + row + [...sheet.gaps].filter((gap) => gap <= row).length;
}

/** Leaves at random, wholes as the sums of their parts, subsets within their whole. */
function levelValues(rows: readonly LayoutRow[], random: Random): number[] {
  const values = rows.map(() => random.whole(20, 900));
  const added = (i: number): number => {
    const { parts = [] } = rows[i] ?? {};
    if (parts.length > 0) values[i] = parts.reduce((sum, part) => sum + added(part), 0);
    return values[i] ?? 0;
  };
  for (const [i, { parts }] of rows.entries()) if (parts.length > 0) added(i);
  for (const [i, { subsetOf }] of rows.entries()) if (subsetOf !== null) values[i] = random.whole(1, values[subsetOf] ?? 1);
  return values;
}

type Label = 'ordinal' | 'name' | 'unit';

function labels({ options }: Sheet): Label[] {
  return [...(hasOrdinals(options) ? (['ordinal'] as const) : []), 'name', ...(options.units === 'column' || options.units === 'ditto' ? (['unit'] as const) : [])];
}

function headerHeight({ columns }: Sheet): number {
  return columns.some(({ words }) => words[1] !== '' || words[2] !== '') ? 3 : 1;
}

/** The first row of figures, counted from 0. */
function tableTop(sheet: Sheet): number {
  return sheet.down + (sheet.options.units === 'line' ? 1 : 0) + headerHeight(sheet) + (sheet.numbering ? 1 : 0);
}

const HEADS: Readonly<Record<Label, string>> = { ordinal: 'TT', name: 'Chỉ tiêu', unit: 'Đơn vị tính' };

function gridFor(sheet: Sheet, year: number, figures: RandomLayout['figures'], changed?: LayoutFigure): Grid {
  const titles: CellValue[][] = Array.from({ length: sheet.down }, (_, i) => (i === 0 ? [`Biểu số liệu năm ${year}`] : []));
  const rows = sheet.rows.flatMap((_, i) => [...(sheet.gaps.has(i) ? [[]] : []), rowLine(sheet, i, figures, changed)]);
  const pad = Array.from({ length: sheet.right }, () => null);
  const lines = [...headerLines(sheet), ...rows].map((line) => [...pad, ...line]);
  const top = tableTop(sheet) - headerHeight(sheet) - (sheet.numbering ? 1 : 0);
  return { ...gridOf('Bảng', [...titles, ...lines]), merges: sheet.merged ? headerMerges(sheet, top) : [] };
}

/** The unit above the table, the rows of header words, the row that numbers the columns. */
function headerLines(sheet: Sheet): CellValue[][] {
  const { columns, rows, options } = sheet;
  const heads = labels(sheet);
  const nameHead = options.style === 'districts' ? 'Huyện' : HEADS.name;
  const words = Array.from({ length: headerHeight(sheet) }, (_, line) => {
    const own = line === 0 ? heads.map((head) => (head === 'name' ? nameHead : HEADS[head])) : heads.map(() => '');
    return [...own, ...columns.map((column) => column.words[line] ?? ''), ...(sheet.note && line === 0 ? ['Ghi chú'] : [])];
  });
  const unit = options.units === 'line' ? [['', '', `Đơn vị tính: ${rows.find(({ heading }) => !heading)?.unit ?? ''}`]] : [];
  const numbers = [...heads, ...columns].map((_, i) => (i < heads.length ? String.fromCodePoint(65 + i) : String(i + 1 - heads.length)));
  return [...unit, ...words, ...(sheet.numbering ? [numbers] : [])];
}

function rowLine(sheet: Sheet, i: number, figures: RandomLayout['figures'], changed?: LayoutFigure): CellValue[] {
  const row = sheet.rows[i];
  const cells = labels(sheet).map((head) => (head === 'unit' ? shownUnit(sheet, i) : (row?.[head] ?? '')));
  const stated = sheet.columns.map((_, column) => figures.get(keyOf(i, column)));
  return [...cells, ...stated.map((figure) => (figure === undefined ? null : written(figure.cell === changed?.cell ? changed : figure, sheet)))];
}

function shownUnit({ rows, options }: Sheet, i: number): string {
  const [unit, above] = [rows[i]?.unit ?? '', rows[i - 1]?.unit ?? ''];
  return options.units === 'ditto' && unit !== '' && unit === above ? '"' : unit;
}

/** Columns with one row of words are merged downwards, group headings across the columns without one. */
function headerMerges(sheet: Sheet, top: number): Area[] {
  const height = headerHeight(sheet);
  const left = (i: number): number => sheet.right + labels(sheet).length + i;
  const down = (column: number): Area => ({ top, bottom: top + height - 1, left: column, right: column });
  if (height === 1) return [];
  const names = labels(sheet).map((_, i) => down(sheet.right + i));
  return [...names, ...sheet.columns.flatMap(({ words }, i) => {
    if (words[2] === '') return [down(left(i))];
    return [0, 1].flatMap((line): Area[] => {
      const after = sheet.columns.slice(i + 1).findIndex((next) => next.words[line] !== '' || next.words[2] === '');
      const end = after === -1 ? sheet.columns.length - 1 : i + after;
      return words[line] === '' || end === i ? [] : [{ top: top + line, bottom: top + line, left: left(i), right: left(end) }];
    });
  })];
}

function written({ value, places, role }: LayoutFigure, { numbers, signed }: Sheet): CellValue {
  const isSigned = signed && !LEVELS.has(role) && role !== 'change';
  if (numbers && !isSigned) return value / 10 ** places;
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places).replaceAll(/\B(?=(?:\d{3})+$)/g, '.');
  const rest = places > 0 ? `,${digits.slice(-places)}` : '';
  return `${value < 0 ? '-' : ''}${whole}${rest}${isSigned ? '%' : ''}`;
}
