/**
 * Recognising the rows of a template on a sheet: by name, with section, parent and ordinal as hints.
 *
 * Spelling does not count (see `nameKey`), a slip of the keyboard is forgiven, and a row that stands where the
 * template has one of the same ordinal and unit under another name is taken for that row, renamed.
 * Spec: docs/spec.md, L2 and L3.
 */
import { near, plainKey, sameOrdinal, sameUnit, shareWords } from '#core/layout/likeness';
import type { Indicator, Section, Template } from '#core/layout/template';
import type { Row } from '#core/table/rows';
import { nameKey } from '#core/table/vietnamese';

/** How a row was recognised: by its name, by another name the template knows, despite a slip, or by its place. */
export type Likeness = 'name' | 'alias' | 'typo' | 'place';

export interface Match {
  readonly indicator: Indicator;
  readonly section: Section;
  readonly likeness: Likeness;
}

export interface Recognition {
  readonly template: Template;
  /** From 0 to 100: the share of the sheet's indicators that are recognised. */
  readonly confidence: number;
  /** True where the rows recognised are enough to say so: eight, or most of the sections that they stand in. */
  readonly enough: boolean;
  readonly matches: ReadonlyMap<Row, Match>;
}

/** A template made ready for looking names up. */
interface Lookup {
  readonly template: Template;
  readonly sections: readonly SectionLookup[];
}

interface SectionLookup {
  readonly section: Section;
  readonly keys: ReadonlySet<string>;
  readonly byId: ReadonlyMap<string, Indicator>;
  /** Indicators under each parent's id; those without one under ''. */
  readonly under: ReadonlyMap<string, Pool>;
}

/** Indicators to choose from, in the template's order. */
interface Pool {
  readonly entries: readonly Entry[];
  readonly byName: ReadonlyMap<string, readonly Entry[]>;
  readonly byAlias: ReadonlyMap<string, readonly Entry[]>;
}

const NO_POOL: Pool = { entries: [], byName: new Map(), byAlias: new Map() };

interface Entry {
  readonly indicator: Indicator;
  readonly key: string;
  readonly aliases: readonly string[];
}

const lookups = new WeakMap<Template, Lookup>();

function lookup(template: Template): Lookup {
  const known = lookups.get(template);
  if (known !== undefined) return known;
  const made = { template, sections: template.sections.map(sectionLookup) };
  lookups.set(template, made);
  return made;
}

function sectionLookup(section: Section): SectionLookup {
  const byId = new Map(section.rows.map((indicator) => [indicator.id, indicator]));
  const under = new Map<string, Entry[]>();
  for (const indicator of section.rows) {
    const entry = { indicator, key: plainKey(indicator.name), aliases: (indicator.aliases ?? []).map(plainKey) };
    const parents = [indicator.parent ?? '', ...ancestors(indicator, byId).slice(1)];
    for (const parent of new Set(parents)) put(under, parent, entry);
  }
  const pools = new Map([...under].map(([parent, entries]) => [parent, poolOf(entries)]));
  return { section, keys: new Set([section.name, ...(section.aliases ?? [])].map(nameKey)), byId, under: pools };
}

function put(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [entry]);
  else known.push(entry);
}

function poolOf(entries: readonly Entry[]): Pool {
  const byName = new Map<string, Entry[]>();
  const byAlias = new Map<string, Entry[]>();
  for (const entry of entries) {
    put(byName, entry.key, entry);
    for (const alias of entry.aliases) put(byAlias, alias, entry);
  }
  return { entries, byName, byAlias };
}

/** Ids of the rows above an indicator, nearest first. */
function ancestors(indicator: Indicator, byId: ReadonlyMap<string, Indicator>): string[] {
  const ids: string[] = [];
  for (let id = indicator.parent; id !== undefined && id !== null && !ids.includes(id); id = byId.get(id)?.parent) ids.push(id);
  return ids;
}

/** The template that fits a table best; null where none fits at all. */
export function recognise(rows: readonly Row[], templates: readonly Template[]): Recognition | null {
  let best: Recognition | null = null;
  for (const template of templates) {
    const recognition = fit(rows, template);
    if (recognition.confidence > (best?.confidence ?? 0)) best = recognition;
  }
  return best;
}

/** Recognises the rows of one template. */
export function fit(rows: readonly Row[], template: Template): Recognition {
  const { sections } = lookup(template);
  const size = sections.reduce((sum, { byId }) => sum + byId.size, 0);
  const reader = new Recogniser(sections, rows.length <= PATIENCE && rows.length * size <= MOST_PAIRS);
  for (const row of rows) reader.take(row);
  const hits = [...reader.matches.values()].filter(({ indicator }) => indicator.kind !== 'heading').length;
  const onSheet = rows.filter(({ kind }) => kind === 'indicator').length;
  const inTemplate = [...reader.seen].reduce((sum, { byId }) => sum + [...byId.values()].filter(({ kind }) => kind !== 'heading').length, 0);
  return { template, matches: reader.matches, confidence: percentage(hits, onSheet), enough: hits >= 8 || hits * 100 >= inTemplate * 60 };
}

/** Rows above which slips are not looked for: a district's 10 000 rows are not held against 80 names each. */
const PATIENCE = 2000;
/** Nor are a thousand rows held against more than a thousand names. */
const MOST_PAIRS = 1_000_000;

/** Walks down a table: which section it is in, which numbered indicator it is under, which are found already. */
class Recogniser {
  readonly matches = new Map<Row, Match>();
  readonly seen = new Set<SectionLookup>();
  readonly #sections: readonly SectionLookup[];
  readonly #patient: boolean;
  readonly #used = new Set<string>();
  #section: SectionLookup | null = null;
  #top: Indicator | null = null;

  constructor(sections: readonly SectionLookup[], patient: boolean) {
    this.#sections = sections;
    this.#patient = patient;
  }

  take(row: Row): void {
    const opened = row.kind === 'section' ? sectionOf(row, this.#sections, this.#section) : null;
    if (opened !== null) {
      this.#section = opened;
      this.#top = null;
      this.seen.add(opened);
      return;
    }
    const section = this.#section ?? startOf(row, this.#sections);
    if (section !== null && this.#match(row, section)) this.#section = section;
    else this.#matchUnderNone(row, section);
  }

  /** A total that closes the table stands under no heading, whatever section was the last. */
  #matchUnderNone(row: Row, section: SectionLookup | null): void {
    for (const own of this.#sections) if (own !== section && own.section.name === '' && this.#match(row, own)) return;
  }

  #match(row: Row, section: SectionLookup): boolean {
    const pools = poolsFor(row, section, this.#top);
    const isFree = ({ indicator }: Entry): boolean => !this.#used.has(indicator.id);
    const found = exactly(row, pools, isFree) ?? (this.#patient ? nearly(row, pools, isFree) : null);
    if (found === null) return false;
    this.seen.add(section);
    this.matches.set(row, { indicator: found.indicator, likeness: found.likeness, section: section.section });
    this.#used.add(found.indicator.id);
    if ((found.indicator.parent ?? null) === null) this.#top = found.indicator;
    return true;
  }
}

/** A sheet that begins without a section's heading: the section whose first level knows the name. */
function startOf(row: Row, sections: readonly SectionLookup[]): SectionLookup | null {
  const key = plainKey(row.name);
  return sections.find(({ under }) => under.get('')?.byName.has(key)) ?? null;
}

/** Numbered rows are looked for on the first level, others below the numbered row they follow; then the other way. */
function poolsFor(row: Row, { under }: SectionLookup, top: Indicator | null): readonly Pool[] {
  const inner = under.get(top?.id ?? '-') ?? NO_POOL;
  const outer = under.get('') ?? NO_POOL;
  return /^\d/.test(row.ordinal) ? [outer, inner] : [inner, outer];
}

type Found = Pick<Match, 'indicator' | 'likeness'>;
type IsFree = (entry: Entry) => boolean;

function exactly(row: Row, pools: readonly Pool[], isFree: IsFree): Found | null {
  const key = plainKey(row.name);
  for (const { byName, byAlias } of pools) {
    const entry = byName.get(key)?.find(isFree);
    if (entry !== undefined) return { indicator: entry.indicator, likeness: 'name' };
    const alias = byAlias.get(key)?.find(isFree);
    if (alias !== undefined) return { indicator: alias.indicator, likeness: 'alias' };
  }
  return null;
}

/** A slip in the name; else the row of the same ordinal and unit that shares half of its words. */
function nearly(row: Row, pools: readonly Pool[], isFree: IsFree): Found | null {
  const key = plainKey(row.name);
  for (const { entries } of pools) {
    const entry = entries.find((one) => isFree(one) && (near(key, one.key) || one.aliases.some((alias) => near(key, alias))));
    if (entry !== undefined) return { indicator: entry.indicator, likeness: 'typo' };
  }
  const placed = pools[0]?.entries.find((one) => isFree(one) && sameOrdinal(row, one.indicator) && shareWords(key, one.key) && sameUnit(row, one.indicator));
  return placed === undefined ? null : { indicator: placed.indicator, likeness: 'place' };
}

function percentage(part: number, whole: number): number {
  if (part === 0 || whole === 0) return 0;
  const share = (part * 100 - ((part * 100) % whole)) / whole;
  return share > 100 ? 100 : share;
}

/** The section a heading opens: by name, else the next one of the same numeral. */
function sectionOf(row: Row, sections: readonly SectionLookup[], current: SectionLookup | null): SectionLookup | null {
  const key = nameKey(row.name);
  const after = current === null ? 0 : sections.indexOf(current) + 1;
  const named = sectionNamed(sections, after, ({ keys }) => keys.has(key)) ?? sectionNamed(sections, after, ({ keys }) => [...keys].some((name) => near(key, name)));
  if (named !== undefined) return named;
  const next = sections[after];
  return next !== undefined && next.section.ordinal === row.ordinal && shareWords(key, [...next.keys][0] ?? '') ? next : null;
}

/** Of several sections of one name the next one; else the first. */
function sectionNamed(sections: readonly SectionLookup[], after: number, isNamed: (section: SectionLookup) => boolean): SectionLookup | undefined {
  return sections.slice(after).find(isNamed) ?? sections.find(isNamed);
}
