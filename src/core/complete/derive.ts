/**
 * Which empty cells follow from the others, in a fixed order, until nothing more does: totals of parts, rates of two
 * rows, then each row's comparisons, its base first.
 *
 * Spec: docs/spec.md, G1.
 */
import { grouped } from '#core/grouped';
import { arithmeticFor, howOf, ratioOf, type Facts } from '#core/complete/compared';
import { exactValue, inputsOf, onlyFigure, placesOf, type Derivation, type Input } from '#core/complete/derivation';
import { isPercent, lookOf, type Look } from '#core/complete/look';
import { storedIn } from '#core/complete/stored';
import { baseElsewhere } from '#core/complete/sources';
import type { Source } from '#core/layout/source';
import type { RateOfRows, SumOfRows } from '#core/layout/structure';
import type { Table } from '#core/layout/table';
import { equal, plus, ZERO, type Decimal } from '#core/numbers/decimal';
import { isGap, type Figure } from '#core/numbers/figure';
import { toDecimal } from '#core/numbers/fraction';
import type { Spot } from '#core/relations/relation';
import type { Column, Comparison } from '#core/table/columns';
import type { Cell } from '#core/table/grid';
import { mergesIn, type MergeLookup } from '#core/table/merges';
import type { Row } from '#core/table/rows';

/** An empty cell with its figure, and how it came about. */
export interface Derived extends Derivation {
  readonly value: Decimal;
  /** With all the digits that a formula's result has. */
  readonly full: Decimal;
  readonly look: Look;
}

/** More rounds than a chain of relations is long. */
const MOST_ROUNDS = 8;

export class Deriver {
  readonly found: Derived[] = [];
  /** Those that gave a figure for some row. */
  readonly used = new Set<Source>();
  readonly #tables: readonly Table[];
  readonly #sources: readonly Source[];
  readonly #byCell = new Map<Table, Map<number, Map<number, Derived>>>();
  readonly #as: 'formulas' | 'values';
  readonly #merges = new Map<Table, MergeLookup>();
  readonly #relations = new Map<Table, { readonly sums: ReadonlyMap<Row, SumOfRows[]>; readonly rates: ReadonlyMap<Row, RateOfRows[]> }>();

  /** @param tables those to complete, all of one workbook */
  constructor(tables: readonly Table[], sources: readonly Source[], as: 'formulas' | 'values') {
    this.#as = as;
    this.#tables = tables;
    this.#sources = sources;
  }

  run(): void {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const before = this.found.length;
      for (const table of this.#tables) this.#round(table);
      if (this.found.length === before) return;
    }
  }

  /** How each cell of a row would follow from others, by column; its own figure does not enter. */
  derivationsIn(table: Table, row: Row): Derivation[] {
    const { sums, rates } = this.#relationsOf(table, row);
    const { levels, comparisons } = table.columns;
    const levelwise = levels.flatMap((column) => [...sums.map((sum) => this.#total(table, sum, column)), ...rates.map((rate) => this.#rate(table, rate, column))]);
    const compared = comparisons.flatMap((comparison) => [comparison.change, comparison.ratio, comparison.growth].map((column) => column && this.#compared(table, row, comparison, column)));
    return [...levelwise, ...compared].filter((one) => one !== null);
  }

  #relationsOf(table: Table, row: Row): { readonly sums: readonly SumOfRows[]; readonly rates: readonly RateOfRows[] } {
    let known = this.#relations.get(table);
    if (known === undefined) {
      known = { sums: grouped(table.structure.sums, ({ whole }) => whole), rates: grouped(table.structure.rates, ({ rate }) => rate) };
      this.#relations.set(table, known);
    }
    return { sums: known.sums.get(row) ?? [], rates: known.rates.get(row) ?? [] };
  }

  /** The derived cell, if this is one. */
  at({ table, row, column }: Spot): Derived | null {
    return this.#byCell.get(table)?.get(row.at)?.get(column.index) ?? null;
  }

  #round(table: Table): void {
    const { structure: { sums, rates }, columns: { levels, comparisons }, rows } = table;
    const indicators = rows.filter(({ kind }) => kind === 'indicator');
    for (const sum of sums) for (const column of levels) this.#fill(table, sum.whole, column, () => this.#total(table, sum, column));
    for (const rate of rates) for (const column of levels) this.#fill(table, rate.rate, column, () => this.#rate(table, rate, column));
    for (const row of indicators) for (const comparison of comparisons) this.#compare(table, row, comparison);
  }

  #compare(table: Table, row: Row, comparison: Comparison): void {
    const { base, actual, change, ratio, growth } = comparison;
    for (const column of [base, actual, change, ratio, growth]) {
      if (column !== null) this.#fill(table, row, column, () => this.#compared(table, row, comparison, column));
    }
  }

  /** Takes what gives a figure for an open cell; a ratio of one decimal need not give one to the unit. */
  #fill(table: Table, row: Row, column: Column, derive: () => Derivation | null): void {
    const derivation = this.isOpen(table, row, column) ? derive() : null;
    const figured = derivation && figuredOut(derivation);
    if (figured === null) return;
    const rows = this.#byCell.get(table) ?? new Map<number, Map<number, Derived>>();
    this.#byCell.set(table, rows);
    const columns = rows.get(row.at) ?? new Map<number, Derived>();
    rows.set(row.at, columns);
    columns.set(column.index, figured);
    this.found.push(figured);
  }

  #total(table: Table, { whole, parts, missing, basis }: SumOfRows, column: Column): Derivation | null {
    if (missing.length > 0 || parts.length === 0 || (basis === 'inferred' && !addsUpElsewhere(table, whole, parts, column))) return null;
    const terms = parts.map((row) => this.#input(table, row, column));
    const inputs = terms.filter((one) => one !== null);
    if (inputs.length < terms.length) return null;
    return { table, at: { table, row: whole, column }, how: 'total', arithmetic: { kind: 'sum', terms: inputs.map((input) => ({ input, sign: 1 })) } };
  }

  #rate(table: Table, { rate, numerator, denominator }: RateOfRows, column: Column): Derivation | null {
    if (numerator === null || denominator === null) return null;
    const [top, bottom] = [this.#input(table, numerator, column), this.#input(table, denominator, column)];
    return top && bottom && { table, at: { table, row: rate, column }, how: 'rate', arithmetic: { kind: 'quotient', top, bottom, offset: 0 } };
  }

  #compared(table: Table, row: Row, comparison: Comparison, target: Column): Derivation | null {
    const at = { table, row, column: target };
    const known = (column: Column | null): Input | null => (column === null || column === target ? null : this.#input(table, row, column));
    const facts: Facts = {
      actual: known(comparison.actual), change: known(comparison.change),
      base: known(comparison.base) ?? this.#elsewhere(table, row, comparison), ...ratioOf(known(comparison.ratio), known(comparison.growth)),
    };
    const found = arithmeticFor(comparison, target, facts);
    return found === null ? null : { table, at, how: howOf(comparison, target), arithmetic: found };
  }

  #elsewhere(table: Table, row: Row, comparison: Comparison): Input | null {
    const found = baseElsewhere(this.#sources, table, row, comparison);
    if (found === null) return null;
    this.used.add(found.source);
    return found.input;
  }

  /** The figure of a cell, also one that was worked out before. */
  #input(table: Table, row: Row, column: Column): Input | null {
    const spot = { table, row, column };
    const derived = this.at(spot);
    if (derived !== null) return { figure: figureOf(derived), stored: this.#as === 'formulas' ? derived.full : derived.value, spot, origin: null };
    const figure = table.figure(row, column);
    return isGap(figure) ? null : { figure, stored: storedIn(spot, figure), spot, origin: null };
  }

  /** Empty, not under a merge, and not worked out yet. */
  isOpen(table: Table, row: Row, column: Column): boolean {
    if (table.figure(row, column) !== 'empty' || this.at({ table, row, column }) !== null) return false;
    return isBlank(table.grid.cell(row.at, column.index)) && this.#mergesOf(table)(row.at, column.index) === null;
  }

  #mergesOf(table: Table): MergeLookup {
    let merges = this.#merges.get(table);
    if (merges === undefined) {
      merges = mergesIn(table.grid, table.header.bottom, table.rows.at(-1)?.at ?? table.header.bottom);
      this.#merges.set(table, merges);
    }
    return merges;
  }
}

function isBlank({ value, formula }: Cell): boolean {
  return formula === null && (value === null || (typeof value === 'string' && value.trim() === ''));
}

/** Decimals of a formula's result: a double holds no more of a percent. */
export const FULL = 15;

/** The figure with its look; null where the inputs leave several. */
function figuredOut(derivation: Derivation): Derived | null {
  const { at, arithmetic } = derivation;
  const exact = exactValue(arithmetic);
  if (exact === null) return null;
  if ('ratio' in arithmetic) return onlyOne(derivation);
  const look = lookOf(at, arithmetic.kind === 'sum' || arithmetic.kind === 'same' ? placesOf(arithmetic) : null);
  return { ...derivation, look, value: toDecimal(exact, look.decimals), full: toDecimal(exact, FULL) };
}

/** What a rounded ratio tells: a figure in the places of the level beside it, where there is only one. */
function onlyOne(derivation: Derivation): Derived | null {
  const { at, arithmetic } = derivation;
  const places = inputsOf(arithmetic)[0]?.figure.decimals ?? 0;
  const value = onlyFigure(arithmetic, places);
  return value && { ...derivation, look: lookOf(at, places), value, full: value };
}

/** A derived figure as it reads once it stands in its cell. */
function figureOf({ value, look, at: { table, row, column } }: Derived): Figure {
  const percent = isPercent(table, row, column);
  const exact = !percent && table.kind(row) === 'count';
  return { value, place: -look.decimals, knowledge: exact ? 'exact' : 'rounded', percent, decimals: look.decimals };
}

/** Rows that nobody declared to be parts add up in another column at least. */
function addsUpElsewhere(table: Table, whole: Row, parts: readonly Row[], column: Column): boolean {
  return table.columns.levels.some((other) => {
    const total = other === column ? 'empty' : table.figure(whole, other);
    const figures = parts.map((row) => table.figure(row, other));
    if (isGap(total) || parts.length < 2) return false;
    const known = figures.filter((one) => !isGap(one)) as Figure[];
    return known.length === figures.length && equal(known.reduce((sum, { value }) => plus(sum, value), ZERO), total.value);
  });
}
