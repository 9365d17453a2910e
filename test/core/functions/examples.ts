/** The examples in the functions' comments, worked out: `=HTX.GAP(100, {60;22})`. */
import { errorValue, type Answer } from '#core/functions/answer';
import type { Cell, Matrix } from '#core/functions/argument';
import { calls, type FunctionName } from '#core/functions/calls';
import type { FunctionTexts } from '#words/functions-texts';

/** A string, an array, a separator, or what stands between them. */
const PIECE = /"(?:[^"]|"")*"|\{[^}]*\}|[,;]|[^",;{}()\s]+/g;

/**
 * @returns what the cell shows, in the decimals of en-US: "(empty)" for empty text
 * @throws {SyntaxError} where the example is no call of a function
 */
export function worked(formula: string, texts: FunctionTexts): string {
  const [, name = '', inner = ''] = /^=HTX\.([A-Z]+)\((.*)\)$/.exec(formula) ?? [];
  if (!Object.hasOwn(calls, name)) throw new SyntaxError(`Cannot work out "${formula}": write it as =HTX.RATIO(102, 85)`);
  const answer = calls[name as FunctionName](ranges(inner))[0]?.[0] ?? '';
  return answer === '' ? '(empty)' : shown(answer, texts);
}

function shown(answer: Answer, texts: FunctionTexts): string {
  if (typeof answer === 'object') return answer.is === 'said' ? texts.contradiction(answer.contradiction) : errorValue(answer);
  return typeof answer === 'number' ? String(Number(answer.toPrecision(15))) : answer;
}

function ranges(text: string): Matrix[] {
  return piecesOf(text).map((piece) => (piece.startsWith('{') ? rowsOf(piece.slice(1, -1)) : [[cellOf(piece)]]));
}

/** Of an array: its rows, and the cells of each. */
function rowsOf(text: string): Cell[][] {
  const rows: Cell[][] = [[]];
  for (const [piece] of text.matchAll(PIECE)) {
    if (piece === ';') rows.push([]);
    else if (piece !== ',') rows.at(-1)?.push(cellOf(piece));
  }
  return rows;
}

function piecesOf(text: string): string[] {
  return [...text.matchAll(PIECE)].map(([piece]) => piece).filter((piece) => piece !== ',');
}

function cellOf(piece: string): Cell {
  if (piece.startsWith('"')) return piece.slice(1, -1).replaceAll('""', '"');
  return piece === 'TRUE' || piece === 'FALSE' ? piece === 'TRUE' : Number(piece);
}

/**
 * The formula as Excel takes it where decimals are cut by a comma: `;` between arguments, `\` between the columns of an array.
 *
 * @param columns what a comma becomes
 */
export function withComma(formula: string, columns = ';'): string {
  return formula.replaceAll(PIECE, (piece) => {
    if (piece.startsWith('{')) return `{${withComma(piece.slice(1, -1), '\\')}}`;
    if (piece === ',') return columns;
    return /^-?\d+\.\d+$/.test(piece) ? piece.replace('.', ',') : piece;
  });
}
