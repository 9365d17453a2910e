/**
 * The labelled set: sheets of many layouts, drawn as text, each with what is to be recognised on it.
 *
 * A file under drawn/ says in its first line what is particular about it; `== Name` opens a sheet; `-- Name` opens the
 * label of each table on that sheet: columns, comparisons, rows with their units in brackets, relations between rows.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { knownTemplates } from '#app/known-templates';
import { tablesOf, type Table } from '#core/layout/table';
import type { Grid } from '#core/table/grid';
import { columnsOf, comparisonsOf, relationsOf, sheet, treeOf } from '#test/core/table/sheets';

export interface Labelled {
  readonly file: string;
  readonly about: string;
  readonly grids: readonly Grid[];
  /** One text a table, in the order of the sheets. */
  readonly labels: readonly string[];
}

const FOLDER = 'test/layouts/drawn';

export function labelledLayouts(): Labelled[] {
  return readdirSync(FOLDER).toSorted().map((file) => parsed(file, readFileSync(`${FOLDER}/${file}`, 'utf8')));
}

function parsed(file: string, text: string): Labelled {
  const [about = '', ...parts] = text.trimEnd().split(/\n(?=== |-- )/);
  const sheets = parts.filter((part) => part.startsWith('== '));
  return { file, about, grids: sheets.map(gridIn), labels: parts.filter((part) => part.startsWith('-- ')) };
}

function gridIn(part: string): Grid {
  const [heading = '', ...lines] = part.split('\n');
  return sheet(lines.join('\n'), heading.slice(3));
}

/** What is seen on all sheets, as the labels write it. */
export function seenOn(grids: readonly Grid[]): string[] {
  return grids.flatMap((grid) => tablesOf(grid, { templates: knownTemplates() })).map(labelOf);
}

function labelOf(table: Table): string {
  const { recognition, grid, range, title } = table;
  return [
    `-- ${grid.name} ${range}${recognition === null ? '' : `, ${recognition.template.id}`}`,
    ...(title === '' ? [] : [`title: ${title}`]),
    `columns: ${columnsOf(table)}`,
    ...comparisonsOf(table).map((comparison) => `comparison: ${comparison}`),
    rowsWithUnits(table),
    ...relationsOf(table),
  ].join('\n');
}

function rowsWithUnits(table: Table): string {
  const lines = treeOf(table).split('\n');
  return lines.map((line, i) => `${line}${table.rows[i]?.unit ? ` [${table.rows[i].unit}]` : ''}`).join('\n');
}
