/** Between what Excel hands a custom function, or takes from it, and the core. */
import { errorValue, type Answer, type ErrorValue, type Problem } from '#core/functions/answer';
import type { Cell, Matrix } from '#core/functions/argument';
import type { FunctionTexts } from '#words/functions-texts';

/** A range as a host gives it: cells row by row, one cell of its own, or nothing where an argument is left out. */
export function matrixOf(range: unknown): Matrix {
  if (!Array.isArray(range)) return [[cellOf(range)]];
  const rows = range as readonly unknown[];
  return rows.map((row) => (Array.isArray(row) ? row.map(cellOf) : [cellOf(row)]));
}

const ERRORS: ReadonlySet<string> = new Set<ErrorValue>(['#VALUE!', '#N/A', '#DIV/0!', '#NUM!', '#NULL!', '#NAME?', '#REF!']);

function cellOf(cell: unknown): Cell {
  if (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean') return cell;
  if (typeof cell !== 'object' || cell === null) return null;
  const { code } = cell as { readonly code?: unknown };
  return { error: typeof code === 'string' && ERRORS.has(code) ? (code as ErrorValue) : '#VALUE!' };
}

/** Names and references that are broken are taken from cells, and cannot be given to one. */
const GIVEN: Readonly<Partial<Record<ErrorValue, ErrorValue>>> = { '#NAME?': '#VALUE!', '#REF!': '#VALUE!' };

/**
 * What Excel spills.
 *
 * @throws {CustomFunctions.Error} where the only answer is a problem: older hosts know errors in lists no other way
 */
export function spilled(answers: readonly (readonly Answer[])[], texts: FunctionTexts): unknown[][] {
  const cells = answers.map((row) => row.map((answer) => given(answer, texts)));
  const [[only] = []] = cells;
  if (cells.length === 1 && cells[0]?.length === 1 && only instanceof CustomFunctions.Error) throw only;
  return cells;
}

function given(answer: Answer, texts: FunctionTexts): number | string | CustomFunctions.Error {
  if (typeof answer !== 'object') return answer;
  return answer.is === 'said' ? texts.contradiction(answer.contradiction) : errorOf(answer, texts);
}

function errorOf(problem: Problem, texts: FunctionTexts): CustomFunctions.Error {
  const value = errorValue(problem);
  return new CustomFunctions.Error(GIVEN[value] ?? value, texts.problem(problem));
}
