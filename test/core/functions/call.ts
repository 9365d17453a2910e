/** Calls a custom function as a cell does: figures and texts in, what the cell shows out. */
import { errorValue, type Answer } from '#core/functions/answer';
import type { Cell, Matrix } from '#core/functions/argument';
import { calls, type FunctionName } from '#core/functions/calls';
import { functionsVi } from '#words/functions-vi';

type Argument = Cell | Matrix;

function isMatrix(argument: Argument): argument is Matrix {
  return Array.isArray(argument);
}

/** The answers of all cells; errors by their value, sentences in Vietnamese. */
export function spill(name: FunctionName, ...ranges: readonly Argument[]): (string | number)[][] {
  return calls[name](ranges.map((range) => (isMatrix(range) ? range : [[range]]))).map((row) => row.map(shown));
}

/** The answer of a single cell. */
export function call(name: FunctionName, ...ranges: readonly Argument[]): string | number | undefined {
  return spill(name, ...ranges)[0]?.[0];
}

function shown(answer: Answer): string | number {
  if (typeof answer !== 'object') return answer;
  return answer.is === 'said' ? functionsVi.contradiction(answer.contradiction) : errorValue(answer);
}
