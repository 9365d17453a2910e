/** The custom functions by name: ranges in, an answer for each cell out. Spec: docs/spec.md, U1 to U7. */
import { doubleOf, type Answer, type Problem } from '#core/functions/answer';
import { isBlank, readMatrix, withFigures, type Cell, type Matrix, type Read, type Reading } from '#core/functions/argument';
import { contradiction } from '#core/functions/check-figures';
import { cagr, change, growth, ratio } from '#core/functions/comparisons';
import { gaps } from '#core/functions/gap';
import { choiceOf, gradeOf, thresholdsOf } from '#core/functions/grade-of';
import { indicator, lookupIn } from '#core/functions/indicator';
import { spread } from '#core/functions/spread';
import { remembered } from '#core/remembered';
import { decimalsOf, writtenText } from '#core/functions/written-text';

/** What an argument that is left out is like. */
const BLANK: Matrix = [[null]];

/** @param ranges the arguments in their order; those left out are blank, or missing at the end */
type Call = (ranges: readonly Matrix[]) => Answer[][];

function ofTwo(work: (a: Read, b: Read) => Answer): Call {
  return ([a = BLANK, b = BLANK]) => spread([readMatrix(a), readMatrix(b)], ([x = 'blank', y = 'blank']) => withFigures([x, y], work));
}

function ofThree(work: (a: Read, b: Read, c: Read) => Answer): Call {
  return ([a = BLANK, b = BLANK, c = BLANK]) => spread([readMatrix(a), readMatrix(b), readMatrix(c)], ([x = 'blank', y = 'blank', z = 'blank']) => withFigures([x, y, z], work));
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'is' in value;
}

/** The choice and the thresholds hold for every attainment. */
const grades: Call = ([attainment = BLANK, less = BLANK, limits = BLANK]) => {
  const isLess = choiceOf(less[0]?.[0]);
  const thresholds = isProblem(isLess) ? null : thresholdsOf(readMatrix(limits), isLess);
  return spread([readMatrix(attainment)], ([reading = 'blank']) => withFigures([reading], (read) => {
    if (isProblem(isLess)) return isLess;
    return isProblem(thresholds) ? thresholds : gradeOf(read, isLess, thresholds);
  }));
};

const texts: Call = ([figures = BLANK, places = BLANK]) => spread<Reading>([readMatrix(figures), readMatrix(places)], ([figure = 'blank', place = 'blank']) => withFigures([figure], (read) => {
  const decimals = decimalsOf(place);
  return isProblem(decimals) ? decimals : writtenText(read, decimals);
}));

/** Every cell with such a formula hands over the whole table anew: the last ones are known by what they hold. */
const lookupOf = remembered(8, (table) => lookupIn(JSON.parse(table) as Matrix));

/** A table may be given as whole columns, a million rows of which are blank. */
function withoutTail(table: Matrix): Matrix {
  return table.slice(0, table.findLastIndex((row) => !row.every(isBlank)) + 1);
}

const indicators: Call = ([table = BLANK, names = BLANK, columns = BLANK]) => {
  const lookup = lookupOf(JSON.stringify(withoutTail(table)));
  return spread<Cell>([names, columns], ([name, column]) => indicator(lookup, name, column));
};

/** The namespace HTX; a name is kept for ever, since saved workbooks hold it. */
export const calls = {
  RATIO: ofTwo(ratio),
  GROWTH: ofTwo(growth),
  CHANGE: ofTwo(change),
  /** Always the actual over its plan, whichever of less and more is better. */
  ATTAINMENT: ofTwo(ratio),
  GRADE: grades,
  SHARE: ofTwo(ratio),
  /** The base that an actual and its ratio imply. */
  BASE: ofTwo(ratio),
  CAGR: ofThree(cagr),
  GAP: ([total = BLANK, parts = BLANK]) => gaps(readMatrix(total), readMatrix(parts)),
  CHECK: ofThree((actual, rise, of) => {
    const found = contradiction(actual, rise, of);
    return found === null ? '' : { is: 'said', contradiction: found };
  }),
  NUMBER: ([text = BLANK]) => spread([readMatrix(text)], ([reading = 'blank']) => withFigures([reading], ({ value }) => doubleOf(value))),
  TEXT: texts,
  INDICATOR: indicators,
} satisfies Readonly<Record<string, Call>>;

export type FunctionName = keyof typeof calls;
