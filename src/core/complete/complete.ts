/**
 * Completing a workbook's tables: every empty cell that follows from others, as a value or a live formula, and every
 * typed figure that they contradict. Nothing is written here: the list is what a reader says yes to.
 *
 * Spec: docs/spec.md, G1 to G6.
 */
import { Deriver, type Derived } from '#core/complete/derive';
import { allowedBy, exactValue, type Derivation, type How } from '#core/complete/derivation';
import { formulaOf, type Holds } from '#core/complete/formula';
import { asContent, asFormula, isPercent, type Look } from '#core/complete/look';
import { ownSources } from '#core/complete/sources';
import { holdsFraction } from '#core/complete/stored';
import type { Source } from '#core/layout/source';
import type { Table } from '#core/layout/table';
import { canonical, plain, shifted, type Decimal } from '#core/numbers/decimal';
import { isGap, type Figure } from '#core/numbers/figure';
import { toDecimal } from '#core/numbers/fraction';
import { grade } from '#core/numbers/grade';
import type { Spot } from '#core/relations/relation';

/** What an empty cell is to hold. */
export interface Completion {
  readonly at: Spot;
  readonly how: How;
  /** Percents in percent. */
  readonly value: Decimal;
  readonly percent: boolean;
  readonly derivation: Derivation;
  /** The value, of a formula its result. */
  readonly content: string | number;
  /** In en-US, without `=`; null for a constant. */
  readonly formula: string | null;
  /** The number format to give the cell; null leaves its own. */
  readonly format: string | null;
}

/** A figure that stands there, and what the others give; it is left alone. */
export interface Disagreement {
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
  /** The sources with a figure for some row, whether anything was to be filled in or not. */
  readonly used: ReadonlySet<Source>;
}

export interface CompleteOptions {
  readonly as: 'formulas' | 'values';
  /** Where figures may be taken from besides; tables of the workbook's own other sheets come by themselves. */
  readonly sources: readonly Source[];
}

/** @param tables every table of one workbook */
export function complete(tables: readonly Table[], { as, sources }: CompleteOptions): Completed {
  const deriver = new Deriver(tables, [...sources, ...ownSources(tables)], as);
  deriver.run();
  const made = new Map<Derived, Made>();
  const holds = holdsIn(deriver, made);
  // In the order in which they were found: what a cell follows from comes before it.
  const found = deriver.found.map((derived) => {
    const one = madeOf(derived, as, holds);
    made.set(derived, one);
    return completionOf(derived, one);
  });
  return { completions: inOrder(found, tables), disagreements: inOrder(disagreements(tables, deriver), tables), used: deriver.used };
}

/** What a derived cell will hold. */
interface Made {
  readonly look: Look;
  readonly content: string | number;
  readonly formula: string | null;
}

function madeOf(derived: Derived, as: CompleteOptions['as'], holds: Holds): Made {
  const { at, value, look, arithmetic } = derived;
  const live = asFormula(look, isPercent(at.table, at.row, at.column));
  const formula = as === 'formulas' ? formulaOf(arithmetic, at, live, holds) : null;
  return formula === null ? { look, formula, content: asContent(value, look) } : { look: live, formula, content: result(derived, live) };
}

function completionOf(derived: Derived, { look, content, formula }: Made): Completion {
  const { at, how, value } = derived;
  return { at, how, value, percent: isPercent(at.table, at.row, at.column), derivation: derived, content, formula, format: look.as === 'number' ? look.format : null };
}

/** What Excel will reckon. */
function result({ full }: Derived, { fraction }: Look): number {
  return +canonical(plain(fraction ? shifted(full, -2) : full));
}

/** What stands in a cell, or will. */
function holdsIn(deriver: Deriver, made: ReadonlyMap<Derived, Made>): Holds {
  return (spot) => {
    const derived = deriver.at(spot);
    const one = derived === null ? undefined : made.get(derived);
    if (one !== undefined) return { value: one.content, fraction: one.look.as === 'number' && one.look.fraction };
    const { table, row, column } = spot;
    const { value } = table.grid.cell(row.at, column.index);
    const figure = table.figure(row, column);
    return { value, fraction: !isGap(figure) && holdsFraction(spot, figure) };
  };
}

/** Typed figures that the others call wrong, read in every way that a check allows; a cell once. */
function disagreements(tables: readonly Table[], deriver: Deriver): Disagreement[] {
  const found = new Map<string, Disagreement>();
  for (const [number, table] of tables.entries()) {
    for (const row of table.rows) {
      for (const derivation of row.kind === 'indicator' ? deriver.derivationsIn(table, row) : []) {
        const { column } = derivation.at;
        const figure = table.figure(row, column);
        const one = isGap(figure) ? null : disagreement(derivation.at, figure, derivation);
        const key = `${number} ${row.at} ${column.index}`;
        if (one !== null && !found.has(key)) found.set(key, one);
      }
    }
  }
  return [...found.values()];
}

function disagreement(at: Spot, found: Figure, derivation: Derivation): Disagreement | null {
  const exact = exactValue(derivation.arithmetic);
  if (exact === null || grade(found, (read) => allowedBy(derivation.arithmetic, read)) !== 'wrong') return null;
  return { at, how: derivation.how, found, worked: toDecimal(exact, found.decimals), derivation };
}

function inOrder<Item extends { readonly at: Spot }>(items: readonly Item[], tables: readonly Table[]): Item[] {
  const rank = new Map(tables.map((table, i) => [table, i]));
  return items.toSorted((a, b) => (rank.get(a.at.table) ?? 0) - (rank.get(b.at.table) ?? 0) || a.at.row.at - b.at.row.at || a.at.column.index - b.at.column.index);
}
