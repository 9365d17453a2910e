/**
 * A layout as data: its sections and indicators, and the relations that the layout declares between them.
 *
 * Documented in docs/template.md; the JSON Schema is templates/template.schema.json. Spec: docs/spec.md, L1.
 */
import type { UnitKind } from '#core/layout/units';

export type IndicatorKind = UnitKind | 'heading';

/** Whether more is good, less is good, or neither. */
export type Polarity = 'more' | 'less' | 'neutral';

/** The relations that an indicator declares. */
export const RELATIONS = ['parts', 'ofWhich', 'rateOf', 'flow'] as const;

export type RelationName = (typeof RELATIONS)[number];

export interface Indicator {
  /** Unique in the template, and kept for ever: `I.7`, `I.15.t.1`. */
  readonly id: string;
  readonly ordinal: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly unit: string;
  /** Further spellings of the same unit. */
  readonly units?: readonly string[];
  readonly kind: IndicatorKind;
  readonly polarity: Polarity;
  readonly parent?: string | null;
  /** A full classification: these add up to the indicator. */
  readonly parts?: readonly string[];
  /** Subsets of the indicator: each is at most the whole. */
  readonly ofWhich?: readonly string[];
  readonly rateOf?: { readonly numerator: string; readonly denominator: string };
  /** Closing stock = opening stock + opened − closed. */
  readonly flow?: { readonly opened: string; readonly closed: string };
  /** Those of the relations above that were only inferred, and that nobody has confirmed: they give warnings, no errors. */
  readonly inferred?: readonly RelationName[];
  /** True where the figure may be negative, such as a profit. */
  readonly negative?: boolean;
  readonly requiredFigures?: readonly string[];
  readonly plausible?: PlausibleRange;
}

/** Amounts of money that the figure, or its share of each unit of another row, lies between in earnest. */
export interface PlausibleRange {
  /** The row to divide by, e.g. the number of cooperatives; null where the figure itself is meant. */
  readonly per: string | null;
  /** The unit of `from` and `to`. */
  readonly unit: string;
  /** Canonical decimals. */
  readonly from: string;
  readonly to: string;
}

export interface Section {
  readonly id: string;
  readonly ordinal: string;
  /** '' for rows that stand under no heading. */
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly rows: readonly Indicator[];
}

export interface Template {
  readonly version: number;
  readonly id: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly title: readonly string[];
  readonly columns: readonly { readonly role: string; readonly header: readonly string[] }[];
  readonly requiredColumns: readonly string[];
  readonly sections: readonly Section[];
}

/** Rows of a template: the published layout has 80, and no planner reads thousands. */
export const MOST_ROWS = 5000;
/** Levels of rows below rows; a circle has no end. */
const DEEPEST = 20;

/**
 * Checks what a schema cannot see: ids are unique, and every id that a relation names exists.
 *
 * @throws {SyntaxError} naming the row and what is wrong with it
 */
export function checkTemplate(template: Template): Template {
  const rows = template.sections.flatMap((section) => section.rows);
  const ids = new Set<string>();
  if (rows.length > MOST_ROWS) throw new SyntaxError(`Cannot read template "${template.id}": it has ${rows.length} rows, and ${MOST_ROWS} are the most`);
  for (const { id } of rows) {
    if (ids.has(id)) throw fault(template, id, 'is there twice: give each row an id of its own');
    ids.add(id);
  }
  for (const row of rows) {
    for (const [what, id] of named(row)) {
      if (id === row.id || !ids.has(id)) throw fault(template, row.id, `names ${what} "${id}", and there is no other row of that id`);
    }
  }
  checkDepth(template, rows);
  return template;
}

function checkDepth(template: Template, rows: readonly Indicator[]): void {
  const above = new Map(rows.map(({ id, parent }) => [id, parent ?? null]));
  for (const { id } of rows) if (depthOf(id, above) > DEEPEST) throw fault(template, id, `hangs under more than ${DEEPEST} rows: a row belongs to one above it`);
}

function depthOf(id: string, above: ReadonlyMap<string, string | null>): number {
  let depth = 0;
  for (let up = above.get(id) ?? null; up !== null && depth <= DEEPEST; up = above.get(up) ?? null) depth += 1;
  return depth;
}

function fault({ id }: Template, row: string, what: string): SyntaxError {
  return new SyntaxError(`Cannot read template "${id}": row ${row} ${what}`);
}

/** Every id that a row's relations name, and as what. */
function named({ parent, parts = [], ofWhich = [], rateOf, flow, plausible }: Indicator): (readonly [string, string])[] {
  const pairs: (readonly [string, string | null | undefined])[] = [
    ['parent', parent],
    ...parts.map((id) => ['part', id] as const),
    ...ofWhich.map((id) => ['subset', id] as const),
    ['numerator', rateOf?.numerator],
    ['denominator', rateOf?.denominator],
    ['opened', flow?.opened],
    ['closed', flow?.closed],
    ['denominator', plausible?.per],
  ];
  return pairs.flatMap(([what, id]) => (typeof id === 'string' ? [[what, id] as const] : []));
}
