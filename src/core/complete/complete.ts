/**
 * Completing a workbook's tables: every empty cell that follows from others, as a value or a live formula, and every
 * typed figure that they contradict. Nothing is written here: the list is what a reader says yes to.
 *
 * Spec: docs/spec.md, G1 to G6, G8 and G9.
 */
import { Deriver, FULL, type Derived } from '#core/complete/derive';
import { blockedIn, type Blocked } from '#core/complete/blocked';
import { allowedBy, exactValue, onlyFigure, type Derivation, type How } from '#core/complete/derivation';
import { formulaOf, type Holds } from '#core/complete/formula';
import { asContent, asFormula, isPercent, lookOf, type Look } from '#core/complete/look';
import { ownSources } from '#core/complete/sources';
import { holdsFraction } from '#core/complete/stored';
import type { Source } from '#core/layout/source';
import type { Table } from '#core/layout/table';
import { canonical, equal, plain, shifted, type Decimal } from '#core/numbers/decimal';
import { isGap, type Figure } from '#core/numbers/figure';
import { toDecimal } from '#core/numbers/fraction';
import { grade } from '#core/numbers/grade';
import type { Spot } from '#core/relations/relation';

/** What a cell is written with. */
export interface Filling {
  /** The value, of a formula its result. */
  readonly content: string | number;
  /** In en-US, without `=`; null for a constant. */
  readonly formula: string | null;
  /** The formula without its guard against blanks, for a reader; null for a constant. */
  readonly body: string | null;
  /** The number format to give the cell; null leaves its own. */
  readonly format: string | null;
}

/** What an empty cell is to hold. */
export interface Completion extends Filling {
  readonly at: Spot;
  readonly how: How;
  /** Percents in percent. */
  readonly value: Decimal;
  readonly percent: boolean;
  readonly derivation: Derivation;
}

/** A figure that stands there, and what the others give; it is left alone until somebody asks for the other. */
export interface Disagreement extends Filling {
  readonly at: Spot;
  readonly how: How;
  readonly found: Figure;
  /** Worked out, in the figure's own places. */
  readonly worked: Decimal;
  readonly derivation: Derivation;
}

export interface Completed {
  /** In the order of the sheets, their rows, their columns. */
  readonly completions: readonly Completion[];
  readonly disagreements: readonly Disagreement[];
  /** Empty cells of comparisons that a cell stands in the way of. */
  readonly blocked: readonly Blocked[];
  /** How many more are empty because the figures that they would follow from are. */
  readonly lacking: number;
  /** The sources with a figure for some row, whether anything was to be filled in or not. */
  readonly used: ReadonlySet<Source>;
}

export interface CompleteOptions {
  readonly as: 'formulas' | 'values';
  /** Formulas by the functions `HTX.` of the add-in, which show `#NAME?` where it is not there. */
  readonly htx?: boolean;
  /** Where figures may be taken from besides; tables of the workbook's own other sheets come by themselves. */
  readonly sources: readonly Source[];
}

/** @param tables every table of one workbook */
export function complete(tables: readonly Table[], { as, sources, htx = false }: CompleteOptions): Completed {
  const deriver = new Deriver(tables, [...sources, ...ownSources(tables)], as);
  deriver.run();
  const made = new Map<Derived, Made>();
  const writing: Writing = { as, htx, holds: holdsIn(deriver, made) };
  // In the order in which they were found: what a cell follows from comes before it.
  const found = deriver.found.map((derived) => {
    const one = madeOf(derived, writing);
    made.set(derived, one);
    return completionOf(derived, one);
  });
  return { completions: inOrder(found, tables), disagreements: inOrder(disagreements(tables, deriver, writing), tables), ...blockedIn(tables, deriver), used: deriver.used };
}

interface Writing extends Required<Pick<CompleteOptions, 'as' | 'htx'>> {
  readonly holds: Holds;
}

/** What a cell will hold. */
interface Made {
  readonly look: Look;
  readonly filling: Filling;
}

/** @param one a cell's figure: as it is shown, and with all the digits of a formula's result */
function madeOf(one: Derivation & Pick<Derived, 'value' | 'full' | 'look'>, { as, htx, holds }: Writing): Made {
  const { at, value, look } = one;
  const live = asFormula(look, isPercent(at.table, at.row, at.column));
  const formula = as === 'formulas' ? formulaOf(one, { look: live, holds, htx }) : null;
  if (formula === null) return { look, filling: { formula: null, body: null, content: asContent(value, look), format: formatOf(look) } };
  return { look: live, filling: { formula: formula.guarded, body: formula.body, content: result(one, live), format: formatOf(live) } };
}

function formatOf(look: Look): string | null {
  return look.as === 'number' ? look.format : null;
}

function completionOf(derived: Derived, { filling }: Made): Completion {
  const { at, how, value } = derived;
  return { at, how, value, percent: isPercent(at.table, at.row, at.column), derivation: derived, ...filling };
}

/** What Excel will reckon. */
function result({ full }: Pick<Derived, 'full'>, { fraction }: Look): number {
  return +canonical(plain(fraction ? shifted(full, -2) : full));
}

/** What stands in a cell, or will. */
function holdsIn(deriver: Deriver, made: ReadonlyMap<Derived, Made>): Holds {
  return (spot) => {
    const derived = deriver.at(spot);
    const one = derived === null ? undefined : made.get(derived);
    if (one !== undefined) return { value: one.filling.content, fraction: one.look.as === 'number' && one.look.fraction };
    const { table, row, column } = spot;
    const { value } = table.grid.cell(row.at, column.index);
    const figure = table.figure(row, column);
    return { value, fraction: !isGap(figure) && holdsFraction(spot, figure) };
  };
}

/** Typed figures that the others call wrong, read in every way that a check allows; a cell once. */
function disagreements(tables: readonly Table[], deriver: Deriver, writing: Writing): Disagreement[] {
  const found = new Map<string, Disagreement>();
  for (const [number, table] of tables.entries()) {
    for (const row of table.rows) {
      for (const derivation of row.kind === 'indicator' ? deriver.derivationsIn(table, row) : []) {
        const { column } = derivation.at;
        const figure = table.figure(row, column);
        const one = isGap(figure) ? null : disagreement(figure, derivation, writing);
        const key = `${number} ${row.at} ${column.index}`;
        if (one !== null && !found.has(key)) found.set(key, one);
      }
    }
  }
  return [...found.values()];
}

function disagreement(found: Figure, derivation: Derivation, writing: Writing): Disagreement | null {
  const { at, how, arithmetic } = derivation;
  const exact = exactValue(arithmetic);
  if (exact === null || grade(found, (read) => allowedBy(arithmetic, read)) !== 'wrong') return null;
  // A rounded ratio that leaves several figures gives none to put in the place of one.
  const worked = 'ratio' in arithmetic ? onlyFigure(arithmetic, found.decimals) : toDecimal(exact, found.decimals);
  if (worked === null || equal(worked, found.value)) return null;
  const { filling } = madeOf({ ...derivation, value: worked, full: toDecimal(exact, FULL), look: lookOf(at, found.decimals) }, writing);
  return { at, how, found, worked, derivation, ...filling };
}

function inOrder<Item extends { readonly at: Spot }>(items: readonly Item[], tables: readonly Table[]): Item[] {
  const rank = new Map(tables.map((table, i) => [table, i]));
  return items.toSorted((a, b) => (rank.get(a.at.table) ?? 0) - (rank.get(b.at.table) ?? 0) || a.at.row.at - b.at.row.at || a.at.column.index - b.at.column.index);
}
