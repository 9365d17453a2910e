/**
 * Every table of a workbook, ready to be checked: columns, rows, layout, relations, figures.
 *
 * From a grid of cells to rows of figures: find the headers, read the columns' roles, build the rows' tree, recognise
 * the template, then read the cells. Spec: docs/spec.md, T1 to T6.
 */
import { readingsOf, type Readings } from '#core/layout/readings';
import { fit, recognise, type Match, type Recognition } from '#core/layout/recognise';
import { settledRises } from '#core/layout/rises';
import { spansOf, unitIn, type Span } from '#core/layout/spans';
import type { Structure } from '#core/layout/structure';
import { structureOf } from '#core/layout/structure-of';
import type { Indicator, Template } from '#core/layout/template';
import { unitKind, type UnitKind } from '#core/layout/units';
import { columnName, type ColumnKind } from '#core/table/column-kinds';
import { columnRoles } from '#core/table/column-roles';
import { holdsFigures, type Columns } from '#core/table/columns';
import { address, type Grid } from '#core/table/grid';
import { findHeaders, type Header } from '#core/table/header';
import { decodedGrid, encodingOf } from '#core/table/legacy-grid';
import type { LegacyEncoding } from '#core/table/legacy-text';
import type { Period } from '#core/table/period';
import { readRows } from '#core/table/read-rows';
import type { Row } from '#core/table/rows';

export interface Table extends Readings {
  readonly grid: Grid;
  /** The workbook, as it is quoted where another one speaks of it; null in the one that is looked at. */
  readonly file: string | null;
  /** The old encoding that the sheet's words are written in; the grid gives them decoded. null for Unicode. */
  readonly legacy: LegacyEncoding | null;
  /** Counts the tables of the sheet from 0. */
  readonly index: number;
  readonly header: Header;
  readonly columns: Columns;
  readonly rows: readonly Row[];
  /** First header row to last row, in A1 notation. */
  readonly range: string;
  readonly title: string;
  /** The lines above the header. */
  readonly titles: readonly string[];
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
  /** What the reader says of columns whose header does not tell, by {@link columnName}. */
  readonly kinds?: ReadonlyMap<string, ColumnKind>;
  /** The workbook's name, where it is not the one that is looked at. */
  readonly file?: string;
}

/** A template that recognises less than this share of the rows is not the sheet's layout. */
const LEAST_CONFIDENCE = 60;

/** Every table on a sheet, top to bottom; none where no header stands above names and figures. */
export function tablesOf(sheet: Grid, options: TableOptions): Table[] {
  const legacy = encodingOf(sheet);
  const grid = legacy === null ? sheet : decodedGrid(sheet, legacy);
  const tables: Table[] = [];
  for (const span of spansOf(grid, findHeaders(grid))) {
    const table = tableIn({ grid, legacy, index: tables.length, file: options.file ?? null }, span, options);
    if (table !== null) tables.push(table);
  }
  return tables;
}

type Sheet = Pick<Table, 'grid' | 'legacy' | 'index' | 'file'>;

function tableIn(sheet: Sheet, { header, last, skipped, titles }: Span, options: TableOptions): Table | null {
  const { grid } = sheet;
  const title = titles.join(' ').trim();
  const columns = columnRoles(header, title, (index) => options.kinds?.get(columnName(grid.name, index)) ?? null);
  const unit = unitIn(titles);
  const rows = readRows(grid, { header, columns, last, skipped, unit: unitKind(unit) === null ? '' : unit });
  const hasFigures = columns.all.some(holdsFigures);
  if (!hasFigures || rows.every(({ kind }) => kind !== 'indicator')) return null;
  return assembled({ ...sheet, header, columns, rows, title, titles }, options);
}

type Parts = Sheet & Pick<Table, 'header' | 'columns' | 'rows' | 'title' | 'titles'>;

function assembled(parts: Parts, options: TableOptions): Table {
  const { grid, header, columns, rows } = parts;
  const recognition = recognised(rows, options);
  const match = (row: Row): Match | null => recognition?.matches.get(row) ?? null;
  const kinds = new Map(rows.map((row) => [row, kindOf(row, match(row)?.indicator ?? null)]));
  const kind = (row: Row): UnitKind | null => kinds.get(row) ?? null;
  const readings = readingsOf({ grid, columns, rows, kind });
  const end = rows.at(-1)?.at ?? header.bottom;
  return {
    ...parts, recognition, match, kind,
    columns: settledRises(columns, rows, readings.figure),
    range: `${address(header.top, header.left)}:${address(end, header.right)}`,
    year: options.year ?? columns.year,
    period: columns.actual?.period ?? { year: columns.year, part: 'year', n: null },
    structure: structureOf(rows, recognition, columns),
    ...readings,
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
