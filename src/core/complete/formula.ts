/**
 * A derivation as a live formula: plain Excel, guarded against blanks, texts read in their own notation.
 *
 * Formulas are en-US and without `=`, as workbooks and Office.js take them. Spec: docs/spec.md, G5.
 */
import { inputsOf, type Arithmetic, type Input, type SignedInput } from '#core/complete/derivation';
import { onSheet, percentText, runText } from '#core/complete/formula-text';
import type { Look } from '#core/complete/look';
import { canonical, decimal, equal, negated, plain, shifted, type Decimal } from '#core/numbers/decimal';
import type { Figure } from '#core/numbers/figure';
import type { Notation } from '#core/numbers/number-text';
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

/** null where no formula gives it: a figure that only rounding tells, one carried over, a text that Excel cannot read. */
export function formulaOf(arithmetic: Arithmetic, at: Spot, look: Look, holds: Holds): string | null {
  const operands = new Map<Input, Operand>();
  for (const input of inputsOf(arithmetic)) {
    const operand = operandOf(input, at, holds);
    if (operand === null) return null;
    operands.set(input, operand);
  }
  const body = bodyOf(arithmetic, look, (input) => operands.get(input) ?? NONE, at);
  return body === null ? null : guarded(body, [...operands.values()].flatMap(({ cell }) => cell ?? []));
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

type Find = (input: Input) => Operand;

function bodyOf(arithmetic: Arithmetic, look: Look, find: Find, at: Spot): Body | null {
  switch (arithmetic.kind) {
    case 'sum': {
      return sum(arithmetic.terms, look, find, at);
    }
    case 'quotient': {
      const [top, bottom] = [find(arithmetic.top), find(arithmetic.bottom)];
      if (top.scale !== bottom.scale) return null;
      return { text: percentText(`${top.text}/${bottom.text}`, arithmetic.offset, look.fraction), run: null };
    }
    case 'implied-quotient': {
      const [actual, change] = [find(arithmetic.actual), find(arithmetic.change)];
      if (actual.scale !== change.scale) return null;
      return { text: percentText(`${actual.text}/(${actual.text}-${change.text})`, arithmetic.offset, look.fraction), run: null };
    }
    // What follows from a rounded ratio is one figure, and no formula would give it.
    default: {
      return null;
    }
  }
}

function sum(terms: readonly SignedInput[], look: Look, find: Find, at: Spot): Body | null {
  const own = look.fraction ? 100 : 1;
  const operands = terms.map(({ input, sign }) => ({ ...find(input), sign }));
  const run = operands.every(({ scale, sign }) => scale === own && sign === 1) ? runOf(operands, at) : null;
  if (run !== null) return { text: `SUM(${run})`, run };
  const scaled = (text: string, scale: 1 | 100): string => (scale === own ? text : scale === 100 ? `${text}*100` : `${text}/100`);
  const text = operands.map(({ text: one, scale, sign }, i) => (sign === 1 ? (i === 0 ? '' : '+') : '-') + scaled(one, scale)).join('');
  return { text, run: null };
}

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

const PLAIN_TEXT = /^([+-]?) ?(\d[\d., ]*?) ?(%?)$/;

/** What NUMBERVALUE makes of a text, for texts that every version of Excel reads alike; null for others. */
export function numberValue(text: string, notation: Notation): Decimal | null {
  const [, sign, body = '', percent] = PLAIN_TEXT.exec(text) ?? [];
  const [group, cut] = notation === 'vi' ? ['.', ','] : [',', '.'];
  const value = plainNumber(body.replaceAll(group, '').replaceAll(' ', '').replace(cut, '.'));
  if (value === null) return null;
  const signed = sign === '-' ? negated(value) : value;
  return percent === '%' ? shifted(signed, -2) : signed;
}

function plainNumber(body: string): Decimal | null {
  return /^\d+(?:\.\d+)?$/.test(body) ? decimal(body) : null;
}
