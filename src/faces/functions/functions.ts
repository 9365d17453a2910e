/**
 * The custom functions of the namespace HTX, as Excel calls them.
 *
 * Excel's list of functions (functions.json) and docs/functions.md are made from the comments below; their Vietnamese stands in
 * descriptions.vi.json. A name is kept for ever: saved workbooks hold it. Spec: docs/spec.md, U1 to U8.
 */
import { calls, type FunctionName } from '#core/functions/calls';
import { matrixOf, spilled } from '#faces/functions/ranges';
import { functionsEn } from '#words/functions-en';
import { functionsVi } from '#words/functions-vi';

function answer(name: FunctionName, ranges: readonly unknown[]): unknown[][] {
  return spilled(calls[name](ranges.map(matrixOf)), isEnglish() ? functionsEn : functionsVi);
}

/** Vietnamese first: also where Office speaks a third language, or has not told yet which one. */
function isEnglish(): boolean {
  const context = Office.context as Partial<Office.Context> | undefined;
  return context?.displayLanguage?.startsWith('en') === true;
}

/**
 * Divides figures by their base and gives the ratio as a fraction: 1.033 is 103.3%.
 * @customfunction RATIO
 * @param actual This year's figures: numbers, or text such as 25.454
 * @param base Last year's figures
 * @returns Ratios; empty where a cell is blank, #DIV/0! where the base is 0
 * @example =HTX.RATIO(102, 85) → 1.2
 * @example =HTX.RATIO("1.002,1", "1.000") → 1.0021
 */
export function ratio(actual: unknown[][], base: unknown[][]): unknown[][] {
  return answer('RATIO', [actual, base]);
}

/**
 * Gives how much figures have grown over their base, as a fraction: 0.033 is 3.3%.
 * @customfunction GROWTH
 * @param actual This year's figures
 * @param base Last year's figures
 * @returns Growth: the ratio less 1
 * @example =HTX.GROWTH(102, 85) → 0.2
 */
export function growth(actual: unknown[][], base: unknown[][]): unknown[][] {
  return answer('GROWTH', [actual, base]);
}

/**
 * Subtracts the base from figures; of two rates the result is in points.
 * @customfunction CHANGE
 * @param actual This year's figures
 * @param base Last year's figures
 * @returns Changes, with their sign
 * @example =HTX.CHANGE(102, 85) → 17
 * @example =HTX.CHANGE("56,0%", "52,1%") → 0.039
 */
export function change(actual: unknown[][], base: unknown[][]): unknown[][] {
  return answer('CHANGE', [actual, base]);
}

/**
 * Divides figures by their plan and gives the attainment as a fraction: 0.95 is 95%.
 * @customfunction ATTAINMENT
 * @param actual This year's figures
 * @param plan The plan's figures
 * @returns Attainments: always the actual over the plan
 * @example =HTX.ATTAINMENT(95, 100) → 0.95
 */
export function attainment(actual: unknown[][], plan: unknown[][]): unknown[][] {
  return answer('ATTAINMENT', [actual, plan]);
}

/**
 * Grades attainments A, B or C: A from 100%, B from 90%, or A up to 100%, B up to 110% where less is better.
 * @customfunction GRADE
 * @param attainment Attainments, as fractions or text with %
 * @param [less_is_better] TRUE for what is to stay low, such as debts
 * @param [thresholds] Two cells: from where A, from where B
 * @returns A, B or C
 * @example =HTX.GRADE(0.95) → B
 * @example =HTX.GRADE("105%", TRUE) → B
 */
export function grade(attainment: unknown[][], less_is_better: unknown[][], thresholds: unknown[][]): unknown[][] {
  return answer('GRADE', [attainment, less_is_better, thresholds]);
}

/**
 * Divides parts by their whole and gives the shares as fractions.
 * @customfunction SHARE
 * @param part The parts' figures
 * @param whole The whole's figure
 * @returns Shares
 * @example =HTX.SHARE(14254, 25454) → 0.559990571226526
 */
export function share(part: unknown[][], whole: unknown[][]): unknown[][] {
  return answer('SHARE', [part, whole]);
}

/**
 * Works out last year's figures from this year's and their ratio.
 * @customfunction BASE
 * @param actual This year's figures
 * @param ratio Ratios, as fractions or text with %
 * @returns Last year's figures, not rounded
 * @example =HTX.BASE(102, "120%") → 85
 */
export function base(actual: unknown[][], ratio: unknown[][]): unknown[][] {
  return answer('BASE', [actual, ratio]);
}

/**
 * Gives the yearly growth between two figures, as a fraction.
 * @customfunction CAGR
 * @param first The first year's figures
 * @param last The last year's figures
 * @param years The number of years between them
 * @returns Compound annual growth
 * @example =HTX.CAGR(100, 121, 2) → 0.1
 */
export function cagr(first: unknown[][], last: unknown[][], years: unknown[][]): unknown[][] {
  return answer('CAGR', [first, last, years]);
}

/**
 * Subtracts the sum of the parts from the total: 0 where they add up.
 * @customfunction GAP
 * @param total One total, a row of totals, or a column of totals
 * @param parts All parts; below a row of totals, beside a column of totals
 * @returns Gaps; blank parts add nothing
 * @example =HTX.GAP(100, {60;22}) → 18
 */
export function gap(total: unknown[][], parts: unknown[][]): unknown[][] {
  return answer('GAP', [total, parts]);
}

/**
 * Checks that figures, their change and their ratio agree, and says what does not.
 * @customfunction CHECK
 * @param actual This year's figures
 * @param change Changes against last year
 * @param ratio Ratios, as fractions or text with %
 * @returns Empty where they agree in some rounding, else a sentence
 * @example =HTX.CHECK(102, 17, "120,0%") → (empty)
 * @example =HTX.CHECK(102, 17, "20,0%") → The ratio says 20.0%; it works out at 120.0%. The figure is the growth, not the ratio.
 */
export function check(actual: unknown[][], change: unknown[][], ratio: unknown[][]): unknown[][] {
  return answer('CHECK', [actual, change, ratio]);
}

/**
 * Reads figures out of Vietnamese text: 1.002,1 and + 836 and 103,3%.
 * @customfunction NUMBER
 * @param text Texts; in a column, those that are clear decide how the others are read
 * @returns Numbers; percents as fractions
 * @example =HTX.NUMBER("1.002,1") → 1002.1
 * @example =HTX.NUMBER("103,3%") → 1.033
 */
export function number(text: unknown[][]): unknown[][] {
  return answer('NUMBER', [text]);
}

/**
 * Writes numbers as Vietnamese does: 1.002,1.
 * @customfunction TEXT
 * @param number Numbers
 * @param [decimals] How many decimals, from 0 to 15; all where left out
 * @returns Texts
 * @example =HTX.TEXT(1002.15, 1) → 1.002,2
 */
export function text(number: unknown[][], decimals: unknown[][]): unknown[][] {
  return answer('TEXT', [number, decimals]);
}

/**
 * Finds the figure of an indicator in a table, by its name or number and by its column.
 * @customfunction INDICATOR
 * @param table The whole table with its headings
 * @param id_or_name A name, or a number such as I.1.2: section, indicator, part
 * @param column A heading, or the column's place in the table
 * @returns Figures; several names or columns at once spill
 * @example =HTX.INDICATOR({"TT","Chỉ tiêu","Thực hiện";"1","Tổng số HTX",25454}, "tổng số hợp tác xã", "Thực hiện") → 25454
 */
export function indicator(table: unknown[][], id_or_name: unknown[][], column: unknown[][]): unknown[][] {
  return answer('INDICATOR', [table, id_or_name, column]);
}
