/** Lays an appendix out on a sheet: titles, header, rows with page headers and footnotes between them. */
import type { Section } from '#core/layout/template';
import { address, gridOf, type Area, type Cell, type CellValue, type Grid } from '#core/table/grid';
import type { Role, Stated, StatedRow } from '#test/generate/figures';
import type { Options } from '#test/generate/options';
import type { Random } from '#test/generate/random';
import { stored } from '#test/generate/writing';

type Line = (CellValue | Cell)[];

/** A figure and where it stands. */
export interface Placed extends Stated {
  readonly cell: string;
  readonly row: number;
  readonly column: number;
}

export interface Sheet {
  readonly lines: readonly Line[];
  readonly merges: readonly Area[];
  readonly placed: readonly Placed[];
}

/** The columns of figures, left to right. */
function figureColumns({ bases, plan }: Options): Role[] {
  const levels: Role[] = [...(bases ? ['base' as const] : []), ...(bases && plan ? ['plan' as const] : []), 'actual'];
  return [...levels, 'change', 'ratio', ...(plan ? (['planChange', 'attainment'] as const) : [])];
}

const NAMES = 3;

/** Three rows of header words over the columns. */
function headerLines(options: Options): string[][] {
  const { year, percent } = options;
  const ratio = percent === 'bare' ? 'Tỷ lệ (%)' : 'Tỷ lệ';
  const over: Readonly<Record<Role, readonly [string, string, string]>> = {
    base: [`Thực hiện năm ${year - 1}`, '', ''],
    plan: [`Kế hoạch năm ${year}`, '', ''],
    actual: [`Thực hiện năm ${year}`, '', ''],
    change: ['So sánh với', `năm ${year - 1}`, 'Số lượng'],
    ratio: ['', '', ratio],
    planChange: ['', `Kế hoạch ${year}`, 'Số lượng'],
    attainment: ['', '', ratio],
  };
  const columns = figureColumns(options).map((role) => over[role]);
  const names = [['TT', 'Chỉ tiêu', 'Đơn vị tính'], ['', '', ''], ['', '', '']];
  return names.map((line, i) => [...line, ...columns.map((words) => words[i] ?? '')]);
}

function headerMerges(options: Options, top: number): Area[] {
  const columns = figureColumns(options);
  const left = (column: number): number => options.right + column;
  const alone = NAMES + columns.indexOf('change');
  const down = Array.from({ length: alone }, (_, i) => ({ top, bottom: top + 2, left: left(i), right: left(i) }));
  const across = (row: number, first: number, width: number): Area => ({ top: top + row, bottom: top + row, left: left(first), right: left(first + width - 1) });
  const pairs = options.plan ? [across(1, alone, 2), across(1, alone + 2, 2)] : [across(1, alone, 2)];
  return [...down, across(0, alone, columns.length + NAMES - alone), ...pairs];
}

export function sheetOf(sections: readonly { section: Section; rows: readonly StatedRow[] }[], options: Options, random: Random): Sheet {
  const lines: Line[] = Array.from({ length: options.down }, () => []);
  const merges: Area[] = [];
  const placed: Placed[] = [];
  const pad = Array.from({ length: options.right }, () => null);
  const put = (...line: Line): void => { lines.push([...pad, ...line]); };
  const header = (): void => {
    if (options.merged) merges.push(...headerMerges(options, lines.length));
    for (const line of headerLines(options)) put(...line);
    if (options.numbering) put('A', 'B', 'C', ...figureColumns(options).map((_, i) => String(i + 1)));
  };
  if (options.titles) for (const title of ['PHỤ LỤC', `Tình hình thực hiện các chỉ tiêu năm ${options.year}`, '(kèm theo Báo cáo số 18/BC-LMHTX)']) put(title);
  header();
  for (const { section, rows } of sections) {
    const inOneCell = random.chance(0.2);
    put(...(inOneCell ? [`${section.ordinal}. ${section.name}`] : [section.ordinal, section.name]));
    for (const row of rows) {
      if (random.chance(options.interrupted)) random.pick([header, () => { put(); }, () => { put('', '¹ Theo tổng hợp số liệu báo cáo'); }])();
      placed.push(...cellsOf(row, lines.length, options));
      put(...rowLine(row, options, random));
    }
  }
  if (random.chance(options.interrupted * 4)) put('', 'Ghi chú: số liệu ước tính');
  return { lines, merges, placed };
}

function cellsOf({ figures }: StatedRow, row: number, options: Options): Placed[] {
  return figureColumns(options).flatMap((role, i) => {
    const stated = figures.get(role);
    const column = options.right + NAMES + i;
    return stated === undefined ? [] : [{ ...stated, row, column, cell: address(row, column) }];
  });
}

const NOTHING = ['', '', '-', '…', 'x'];

function rowLine({ indicator, figures }: StatedRow, options: Options, random: Random): Line {
  const name = random.chance(0.15) ? random.pick([indicator.name, ...(indicator.aliases ?? [])]) : indicator.name;
  const unit = random.chance(0.3) ? random.pick([indicator.unit, ...(indicator.units ?? [])]) : indicator.unit;
  const values = figureColumns(options).map((role) => {
    const stated = figures.get(role);
    if (stated !== undefined) return stored(stated, options, random);
    return figures.size > 0 && random.chance(0.2) ? random.pick(NOTHING) : null;
  });
  return [indicator.ordinal, name.replace('{year}', String(options.year)), unit, ...values];
}

/** The sheet as a grid, with other contents in one of its cells. */
export function gridWith({ lines, merges }: Sheet, row: number, column: number, content: CellValue | Cell): Grid {
  const changed = lines.map((line, at) => (at === row ? line.map((cell, i) => (i === column ? content : cell)) : line));
  return { ...gridOf('Phụ lục', changed), merges };
}

export function gridFrom({ lines, merges }: Sheet): Grid {
  return { ...gridOf('Phụ lục', lines), merges };
}

/** The grid as text, one line a row: what a failing test shows. */
export function drawn(grid: Grid): string {
  const shown = ({ value, format, formula }: Cell): string => `${formula === null ? '' : '='}${typeof value === 'object' ? '' : String(value)}${format === null ? '' : `{${format}}`}`;
  return Array.from({ length: grid.rowCount }, (_, row) => `${row + 1} ${Array.from({ length: grid.columnCount }, (_unused, column) => shown(grid.cell(row, column))).join(' | ')}`).join('\n');
}
