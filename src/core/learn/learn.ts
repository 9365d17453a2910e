/**
 * A sheet's own layout as a template: its columns, sections and rows, and the relations that it shows.
 *
 * What a known template says of the rows that follow it is taken over; everything else is inferred, marked as such, and
 * gives warnings until somebody confirms it. Spec: docs/spec.md, L6 and L7.
 */
import type { Table } from '#core/layout/table';
import { checkTemplate, type Indicator, type Template } from '#core/layout/template';
import { withoutYear } from '#core/layout/template-year';
import { learnedColumns, requiredColumns } from '#core/learn/learn-columns';
import { keptRelations, suggestions } from '#core/learn/learn-relations';
import { knownIndicator, learnedSections, newIndicator, sectionFacts, YEARS_IN_NAMES, type LearnedRow } from '#core/learn/learn-rows';
import type { Row } from '#core/table/rows';

export interface LearnOptions {
  /** Of the new template: lower case, digits, hyphens. */
  readonly id: string;
  /** As it is shown. */
  readonly name: string;
}

export interface Learned {
  readonly template: Template;
  /** Rows that a known template tells of; 0 for a layout of the sheet's own. */
  readonly known: number;
}

const MOST_TITLES = 10;
const LONGEST_TEXT = 500;

export function learned(table: Table, { id, name }: LearnOptions): Learned {
  const groups = learnedSections(table);
  const idOf = new Map(groups.flatMap(({ rows }) => rows.map(({ row, id: own }) => [row, own] as const)));
  const all = new Set(idOf.values());
  const above = parentsIn(table);
  const suggested = suggestions(table, (row) => idOf.get(row));
  const indicatorOf = (one: LearnedRow): Indicator => {
    const match = table.match(one.row);
    const parent = parentOf(one.row, idOf);
    if (match === null) return { ...newIndicator(one, parent, table), ...suggested.get(one.row) };
    return keptRelations(knownIndicator(one, match, knownParent(match.indicator, above, all) ?? parent, table), (other) => all.has(other));
  };
  const columns = learnedColumns(table);
  const called = name.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_TEXT).trim() || id;
  const template = checkTemplate({
    version: 1, id, name: { vi: called, en: called }, title: titlesOf(table), columns, requiredColumns: requiredColumns(table, columns),
    sections: groups.map((group) => ({ ...sectionFacts(group, table), ...aliasesOf(group.heading, table, group.id), rows: group.rows.map(indicatorOf) })),
  });
  return { template, known: table.recognition?.matches.size ?? 0 };
}

/** The row that a row hangs under, in the same section. */
function parentOf({ parent, section }: Row, idOf: ReadonlyMap<Row, string>): string | null {
  return parent === null || parent === section ? null : (idOf.get(parent) ?? null);
}

/** The nearest row above it in its template that this sheet has too. */
function knownParent({ parent: first }: Indicator, above: ReadonlyMap<string, string | null>, all: ReadonlySet<string>): string | null {
  let parent = first ?? null;
  const seen = new Set<string>();
  while (parent !== null && !all.has(parent) && !seen.has(parent)) {
    seen.add(parent);
    parent = above.get(parent) ?? null;
  }
  return parent !== null && all.has(parent) ? parent : null;
}

function parentsIn({ recognition }: Table): ReadonlyMap<string, string | null> {
  const rows = recognition === null ? [] : recognition.template.sections.flatMap((section) => section.rows);
  return new Map(rows.map(({ id, parent }) => [id, parent ?? null]));
}

/** Other names of a known section. */
function aliasesOf(heading: Row | null, { recognition }: Table, id: string): { readonly aliases?: readonly string[] } {
  const known = heading === null ? undefined : recognition?.template.sections.find((section) => section.id === id);
  const aliases = known === undefined ? [] : [known.name, ...(known.aliases ?? [])].filter((alias) => alias !== heading?.name && alias !== '');
  return aliases.length === 0 ? {} : { aliases };
}

/** Numbers and dates of documents are left to be filled in. */
function titlesOf({ titles, year }: Table): string[] {
  const plain = titles.map((line) => line.replaceAll(/(?<!\p{L})số\s*:?\s*\d[\p{L}\d./-]*/giu, 'số ……').replaceAll(/(?<!\p{L})ngày\s+\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}/giu, 'ngày ……'));
  return plain.map((line) => withoutYear(line.slice(0, LONGEST_TEXT), year, YEARS_IN_NAMES).slice(0, LONGEST_TEXT).trim()).filter((line) => line !== '').slice(-MOST_TITLES);
}
