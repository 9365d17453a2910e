/**
 * A derivation as a live formula: plain Excel, or the add-in's own functions where they are asked for; guarded against blanks, texts read
 * in their own notation.
 *
 * Formulas are en-US and without `=`, as workbooks and Office.js take them. Spec: docs/spec.md, G5 and G12.
 */
import { inputsOf, type Arithmetic, type Derivation, type How, type Input, type SignedInput } from '#core/complete/derivation';
import { onSheet, percentText, runText } from '#core/complete/formula-text';
import type { Look } from '#core/complete/look';
import { canonical, equal, plain, shifted, type Decimal } from '#core/numbers/decimal';
import type { Figure } from '#core/numbers/figure';
import { numberValue } from '#core/numbers/number-value';
import { cellOf, type Spot } from '#core/relations/relation';
import { columnLetters, type Grid } from '#core/table/grid';

/** An input inside a formula. */
interface Operand {
  readonly text: string;
  /** The cell that must not be blank; null for a constant. */
  readonly cell: string | null;
  /** Its figure is the text times this: 100 for a percent that is stored as a fraction. */
  readonly scale: 1 | 100;
}

/**
 * What Excel reckons with for the cell of a spot, before anything is written: null where a text is written so that
 * NUMBERVALUE reads something else.
 */
export type Holds = (spot: Spot) => { readonly value: unknown; readonly fraction: boolean };

/** A formula as its cell takes it, and without its guard, as a reader wants to see it. */
export interface Formula {
  readonly guarded: string;
  readonly body: string;
}

export interface FormulaOptions {
  /** How the result is stored. */
  readonly look: Look;
  readonly holds: Holds;
  /** By the functions `HTX.` of the add-in, where there is one for it. */
  readonly htx: boolean;
}

/** null where no formula gives it: a figure that only rounding tells, one carried over, a text that Excel cannot read. */
export function formulaOf({ arithmetic, at, how }: Pick<Derivation, 'arithmetic' | 'at' | 'how'>, { look, holds, htx }: FormulaOptions): Formula | null {
  const operands = new Map<Input, Operand>();
  for (const input of inputsOf(arithmetic)) {
    const operand = operandOf(input, at, holds);
    if (operand === null) return null;
    operands.set(input, operand);
  }
  const writing: Writing = { look, find: (input) => operands.get(input) ?? NONE, at, call: htx ? (CALLS[how] ?? null) : null };
  const body = bodyOf(arithmetic, writing);
  const whole = body && guarded(body, [...operands.values()].flatMap(({ cell }) => cell ?? []));
  return body === null || whole === null ? null : { guarded: whole, body: body.text };
}

/** The functions of the add-in, each named by what it gives; the ratios among them are fractions of one. */
const CALLS: Readonly<Partial<Record<How, string>>> = { ratio: 'HTX.RATIO', growth: 'HTX.GROWTH', attainment: 'HTX.ATTAINMENT', change: 'HTX.CHANGE', 'plan-change': 'HTX.CHANGE' };

/** What a body is written with. */
interface Writing {
  readonly look: Look;
  readonly find: (input: Input) => Operand;
  readonly at: Spot;
  /** A function in place of the arithmetic; null for plain Excel. */
  readonly call: string | null;
}

const NONE: Operand = { text: '0', cell: null, scale: 1 };

function guarded(body: Body, cells: readonly string[]): string | null {
  if (body.run !== null) return `IF(COUNTBLANK(${body.run})>0,"",${body.text})`;
  const tests = [...new Set(cells)].map((cell) => `${cell}=""`);
  if (tests.length === 0 || tests.length > MOST_ARGUMENTS) return null;
  const text = tests.length === 1 ? `IF(${tests[0] ?? ''},"",${body.text})` : `IF(OR(${tests.join(',')}),"",${body.text})`;
  return text.length <= LONGEST_FORMULA ? text : null;
}

/** Excel's own limits. */
const MOST_ARGUMENTS = 255;
const LONGEST_FORMULA = 8192;

interface Body {
  readonly text: string;
  /** Cells that are added as one range; null where each is named. */
  readonly run: string | null;
}

function bodyOf(arithmetic: Arithmetic, writing: Writing): Body | null {
  const { find } = writing;
  switch (arithmetic.kind) {
    case 'sum': {
      return sum(arithmetic.terms, writing);
    }
    case 'quotient': {
      const [top, bottom] = [find(arithmetic.top), find(arithmetic.bottom)];
      if (top.scale !== bottom.scale) return null;
      return quotient([top.text, bottom.text, bottom.text], arithmetic.offset, writing);
    }
    case 'implied-quotient': {
      const [actual, change] = [find(arithmetic.actual), find(arithmetic.change)];
      if (actual.scale !== change.scale) return null;
      const base = `${actual.text}-${change.text}`;
      return quotient([actual.text, base, `(${base})`], arithmetic.offset, writing);
    }
    // What follows from a rounded ratio is one figure, and no formula would give it.
    default: {
      return null;
    }
  }
}

/** @param parts what is divided, by what, and the same as it stands behind a stroke */
function quotient([top, bottom, divisor]: readonly [string, string, string], offset: 0 | 100, { look: { fraction }, call }: Writing): Body {
  // A function for the growth takes the 100 % off by itself.
  if (call !== null) return { text: percentText(`${call}(${top},${bottom})`, 0, fraction), run: null };
  return { text: percentText(`${top}/${divisor}`, offset, fraction), run: null };
}

function sum(terms: readonly SignedInput[], { look, find, at, call }: Writing): Body {
  const own = look.fraction ? 100 : 1;
  const operands = terms.map(({ input, sign }) => ({ ...find(input), sign }));
  const run = operands.every(({ scale, sign }) => scale === own && sign === 1) ? runOf(operands, at) : null;
  if (run !== null) return { text: `SUM(${run})`, run };
  const scaled = operands.map(({ text, scale, sign }) => ({ sign, text: scale === own ? text : `${text}${scale === 100 ? '*100' : '/100'}` }));
  const text = call === null ? scaled.map((one, i) => SIGNS[one.sign](i) + one.text).join('') : `${call}(${scaled.map((one) => one.text).join(',')})`;
  return { text, run: null };
}

const SIGNS = { 1: (i: number) => (i === 0 ? '' : '+'), [-1]: () => '-' } as const;

/** Cells one below the other, each holding a number: `D8:D14`. */
function runOf(operands: readonly Operand[], at: Spot): string | null {
  const column = columnLetters(at.column.index);
  const rows = operands.map(({ text }) => (text.startsWith(column) && /^\d+$/.test(text.slice(column.length)) ? +text.slice(column.length) : null));
  const known = rows.filter((row) => row !== null);
  return known.length === rows.length ? runText(at.column.index, known) : null;
}

function operandOf({ spot, figure }: Input, at: Spot, holds: Holds): Operand | null {
  if (spot === null) return constant(figure.value);
  const cell = reference(spot, at.table.grid);
  const { value, fraction } = holds(spot);
  if (typeof value === 'number') return { text: cell, cell, scale: fraction ? 100 : 1 };
  return typeof value === 'string' ? textOperand(cell, value, { spot, figure }) : null;
}

function textOperand(cell: string, value: string, { spot: { table, column }, figure }: { readonly spot: Spot; readonly figure: Figure }): Operand | null {
  const notation = table.notations.get(column) ?? 'vi';
  const read = numberValue(value, notation);
  const scale = read === null ? null : equal(read, figure.value) ? 1 : equal(shifted(read, 2), figure.value) ? 100 : null;
  return scale === null ? null : { text: `NUMBERVALUE(${cell},${notation === 'vi' ? '",","."' : '".",","'})`, cell, scale };
}

function constant(value: Decimal): Operand {
  const text = canonical(plain(value));
  return { text: text.startsWith('-') ? `(${text})` : text, cell: null, scale: 1 };
}

/** A1, with the sheet's name where it is another one. */
function reference(spot: Spot, grid: Grid): string {
  const cell = cellOf(spot);
  return spot.table.grid === grid ? cell : onSheet(spot.table.grid.name, cell);
}
