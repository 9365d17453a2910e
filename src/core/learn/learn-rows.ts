/** A table's rows as a template has them: sections, ids, names, units, kinds, parents. Spec: docs/spec.md, L6. */
import type { Match } from '#core/layout/recognise';
import type { Table } from '#core/layout/table';
import type { Indicator, Section } from '#core/layout/template';
import { withoutYear, type MovingYears } from '#core/layout/template-year';
import { isGap } from '#core/numbers/figure';
import { isAverage } from '#core/table/column-words';
import type { Row } from '#core/table/rows';
import { nameKey } from '#core/table/vietnamese';

/** A row with its id and its section's. */
export interface LearnedRow {
  readonly row: Row;
  readonly id: string;
}

/** A heading, null for rows under none, and the rows below it. */
export interface LearnedSection {
  readonly id: string;
  readonly heading: Row | null;
  readonly rows: readonly LearnedRow[];
}

const LONGEST_NAME = 500;
const LONGEST_UNIT = 60;
const LONGEST_ID = 40;
/** In a name, "giai đoạn 2016-2020" is a span of its own. */
export const YEARS_IN_NAMES: MovingYears = { offsets: [-1, 0], joined: false };

/** Ids of a known template stay where its rows are recognised; others say section, ordinal or place. */
export function learnedSections(table: Table): LearnedSection[] {
  const ids = new Ids(table);
  const groups: { heading: Row | null; rows: Row[] }[] = [];
  for (const row of table.rows) {
    const last = groups.at(-1);
    if (row.kind === 'section') groups.push({ heading: row, rows: [] });
    else if (last === undefined || (row.section === null && last.heading !== null)) groups.push({ heading: null, rows: [row] });
    else last.rows.push(row);
  }
  return groups.map(({ heading, rows }) => {
    const id = ids.ofSection(heading, rows);
    return { id, heading, rows: rows.map((row) => ({ row, id: ids.ofRow(row, id) })) };
  });
}

class Ids {
  readonly #table: Table;
  readonly #taken: Set<string>;
  readonly #sections = new Set<string>();
  readonly #byRow = new Map<Row, string>();
  readonly #counts = new Map<string, number>();

  constructor(table: Table) {
    this.#table = table;
    // Whatever the template calls its rows, no other row may be called.
    this.#taken = new Set((table.recognition?.template.sections ?? []).flatMap(({ rows }) => rows.map(({ id }) => id)));
  }

  ofSection(heading: Row | null, rows: readonly Row[]): string {
    const known = rows.map((row) => this.#table.match(row)?.section.id).find((id) => id !== undefined);
    const wanted = known ?? (heading === null ? 'R' : letters(heading.ordinal) || 'S');
    const id = free(wanted, this.#sections);
    this.#sections.add(id);
    return id;
  }

  ofRow(row: Row, section: string): string {
    const known = this.#table.match(row)?.indicator.id;
    const id = known ?? this.#fresh(row, section);
    this.#taken.add(id);
    this.#byRow.set(row, id);
    return id;
  }

  #fresh(row: Row, section: string): string {
    const above = (row.parent === null ? null : this.#byRow.get(row.parent)) ?? section;
    const base = above.length > LONGEST_ID - 8 ? section : above;
    const own = letters(/[\da-z]+$/i.exec(row.ordinal.replace(/[.)\]:\s]+$/, ''))?.[0] ?? '');
    const wanted = `${base}.${own}`;
    return own !== '' && !this.#taken.has(wanted) ? wanted : this.#numbered(base);
  }

  /** The next number below a row that nobody has; a sheet may have 100 000 dashes below one. */
  #numbered(base: string): string {
    let number = this.#counts.get(base) ?? 0;
    do number += 1; while (this.#taken.has(`${base}.${number}`));
    this.#counts.set(base, number);
    return `${base}.${number}`;
  }
}

/** What an id may hold: "đ)" has no letter of it. */
function letters(ordinal: string): string {
  return ordinal.replaceAll(/[^\dA-Za-z]/g, '').slice(0, 8);
}

function free(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}${number}`;
  return id;
}

/** A section's heading; '' for rows under none. */
export function sectionFacts({ id, heading }: LearnedSection, table: Table): Omit<Section, 'rows'> {
  if (heading === null) return { id, ordinal: '', name: '' };
  return { id, ordinal: heading.ordinal.slice(0, 12).trim(), name: nameOf(heading, table) };
}

function nameOf({ name }: Row, { year }: Table): string {
  return withoutYear(name.slice(0, LONGEST_NAME), year, YEARS_IN_NAMES).slice(0, LONGEST_NAME).trim() || '-';
}

/** A row that no template knows, without relations. @param parent the id of the row it belongs to */
export function newIndicator({ row, id }: LearnedRow, parent: string | null, table: Table): Indicator {
  const common = { id, parent, ordinal: row.ordinal.slice(0, 12).trim(), name: nameOf(row, table), polarity: 'neutral' } as const;
  if (row.kind === 'heading') return { ...common, unit: '', kind: 'heading' };
  const kind = table.kind(row) ?? (isAverage(row.name) ? 'average' : 'amount');
  return { ...common, unit: row.unit.slice(0, LONGEST_UNIT).trim(), kind, ...(isNegative(row, table) && { negative: true }) };
}

function isNegative(row: Row, table: Table): boolean {
  return table.columns.levels.some((column) => {
    const figure = table.figure(row, column);
    return !isGap(figure) && figure.value.digits < 0n;
  });
}

/** A row of a known template as this sheet writes it; relations to rows that the sheet lacks are for others to leave out. */
export function knownIndicator({ row }: LearnedRow, { indicator, likeness }: Match, parent: string | null, table: Table): Indicator {
  // A slip of the keyboard is no name of the sheet's own.
  const names = likeness === 'typo' ? {} : namesOf(row, indicator, table);
  return { ...indicator, parent, ordinal: row.ordinal.slice(0, 12).trim(), ...names, ...unitsOf(row, indicator) };
}

/** The sheet's own name, the template's as another. */
function namesOf(row: Row, { name: known, aliases = [] }: Indicator, table: Table): Pick<Indicator, 'name' | 'aliases'> {
  const name = nameOf(row, table);
  if (nameKey(name) === nameKey(known)) return { name: known, aliases };
  return { name, aliases: [known, ...aliases.filter((alias) => nameKey(alias) !== nameKey(name))] };
}

/** The sheet's own spelling, where the template takes it for the same unit. */
function unitsOf({ unit }: Row, { unit: known, units = [] }: Indicator): Pick<Indicator, 'unit' | 'units'> {
  const isAccepted = unit !== '' && known !== '' && [known, ...units].some((one) => nameKey(one) === nameKey(unit));
  if (!isAccepted || unit === known) return { unit: known, units };
  return { unit, units: [known, ...units].filter((one) => one !== unit) };
}
