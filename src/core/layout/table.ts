/**
 * Every table of a workbook, ready to be checked: columns, rows, layout, relations, figures.
 *
 * From a grid of cells to rows of figures: find the headers, read the columns' roles, build the rows' tree, recognise
 * the template, then read the cells. Spec: docs/spec.md, T1 to T6.
 */
import { readingsOf, type Readings } from '#core/layout/readings';
import { fit, recognise, type Match, type Recognition } from '#core/layout/recognise';
import { structureOf, type Structure } from '#core/layout/structure';
import type { Indicator, Template } from '#core/layout/template';
import { unitKind, type UnitKind } from '#core/layout/units';
import { columnRoles } from '#core/table/column-roles';
import type { Columns } from '#core/table/columns';
import { address, type Grid } from '#core/table/grid';
import { findHeaders, rowTexts, type Header } from '#core/table/header';
import type { Period } from '#core/table/period';
import { rowsOf, type Row } from '#core/table/rows';

export interface Table extends Readings {
  readonly grid: Grid;
  /** Counts the tables of the sheet from 0. */
  readonly index: number;
  readonly header: Header;
  readonly columns: Columns;
  readonly rows: readonly Row[];
  /** First header row to last row, in A1 notation. */
  readonly range: string;
  readonly title: string;
  readonly year: number | null;
  readonly period: Period;
  /** null where no template fits well enough. */
  readonly recognition: Recognition | null;
  readonly structure: Structure;
  readonly kind: (row: Row) => UnitKind | null;
  readonly match: (row: Row) => Match | null;
}

export interface TableOptions {
  readonly templates: readonly Template[];
  /** Take this template, whatever is recognised. */
  readonly template?: Template;
  /** The year reported, where the header does not say it. */
  readonly year?: number;
}

/** A template that recognises less than this share of the rows is not the sheet's layout. */
const LEAST_CONFIDENCE = 60;

/** Every table on a sheet, top to bottom; none where no header stands above names and figures. */
export function tablesOf(grid: Grid, options: TableOptions): Table[] {
  const headers = findHeaders(grid);
  const tables: Table[] = [];
  for (const [i, header] of headers.entries()) {
    if (headers.slice(0, i).some((earlier) => repeats(earlier, header))) continue;
    const table = tableUnder(grid, header, headers.slice(i + 1), tables.length, options);
    if (table !== null) tables.push(table);
  }
  return tables;
}

/** The same words over the same columns: a page header, not another table. */
function repeats(first: Header, second: Header): boolean {
  if (first.left !== second.left || first.nameColumn !== second.nameColumn) return false;
  return wordsOf(first) === wordsOf(second);
}

const headerLines = new WeakMap<Header, string>();

function wordsOf(header: Header): string {
  const known = headerLines.get(header) ?? header.paths.map((path) => path.join(' ')).join('|').toLowerCase().replaceAll(/[\u00B9\u00B2\u00B3\u2070-\u2079\s]/g, '');
  headerLines.set(header, known);
  return known;
}

function tableUnder(grid: Grid, header: Header, later: readonly Header[], index: number, options: TableOptions): Table | null {
  const below = later.filter((other) => other.left <= header.right && other.right >= header.left);
  const next = below.find((other) => !repeats(header, other));
  const skipped = new Set(below.filter((other) => repeats(header, other)).flatMap(rowNumbers));
  const title = titleAbove(grid, header);
  const columns = columnRoles(header, title);
  const rows = rowsOf(grid, { header, columns, last: (next?.top ?? grid.rowCount) - 1, skipped });
  const hasFigures = columns.actual !== null || columns.comparisons.length > 0 || columns.shares.length > 0;
  if (!hasFigures || rows.every(({ kind }) => kind !== 'indicator')) return null;
  return assembled({ grid, header, columns, rows, index, title }, options);
}

function rowNumbers({ top, bottom }: Header): number[] {
  return Array.from({ length: bottom - top + 1 }, (_, i) => top + i);
}

type Parts = Pick<Table, 'grid' | 'header' | 'columns' | 'rows' | 'index' | 'title'>;

function assembled(parts: Parts, options: TableOptions): Table {
  const { grid, header, columns, rows } = parts;
  const recognition = recognised(rows, options);
  const match = (row: Row): Match | null => recognition?.matches.get(row) ?? null;
  const kinds = new Map(rows.map((row) => [row, kindOf(row, match(row)?.indicator ?? null)]));
  const kind = (row: Row): UnitKind | null => kinds.get(row) ?? null;
  const end = rows.at(-1)?.at ?? header.bottom;
  return {
    ...parts, recognition, match, kind,
    range: `${address(header.top, header.left)}:${address(end, header.right)}`,
    year: options.year ?? columns.year,
    period: columns.actual?.period ?? { year: columns.year, part: 'year', n: null },
    structure: structureOf(rows, recognition),
    ...readingsOf({ grid, columns, rows, kind }),
  };
}

/** The template asked for, whatever it fits; else the one that fits best, if it fits well. */
function recognised(rows: readonly Row[], { templates, template }: TableOptions): Recognition | null {
  if (template !== undefined) return fit(rows, template);
  const found = recognise(rows, templates);
  return found?.enough === true && found.confidence >= LEAST_CONFIDENCE ? found : null;
}

function kindOf({ unit }: Row, indicator: Indicator | null): UnitKind | null {
  if (indicator !== null && indicator.kind !== 'heading') return indicator.kind;
  return unitKind(unit);
}

/** The words above the header, nearest last, up to eight rows or to another table's figures. */
function titleAbove(grid: Grid, header: Header): string {
  const lines: string[] = [];
  for (let row = header.top - 1; row >= 0 && row >= header.top - 8; row -= 1) {
    const texts = rowTexts(grid, row, header.left, header.right);
    if (texts.some(({ column }) => typeof grid.cell(row, column).value === 'number')) break;
    lines.unshift(texts.map(({ text }) => text).join(' '));
  }
  return lines.join(' ').trim();
}
