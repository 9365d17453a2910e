/** The grade of an attainment: A, B or C. Spec: docs/spec.md, U3. */
import type { Answer, Problem } from '#core/functions/answer';
import { isBlank, isRead, type Cell, type Read, type Reading } from '#core/functions/argument';
import { compare, decimal, type Decimal } from '#core/numbers/decimal';

/** Up to where A and B reach. */
export interface Thresholds {
  readonly a: Decimal;
  readonly b: Decimal;
}

/** After Circular 52/2022/TT-BTC, which grades enterprises by their attainment: all of the plan, or at least nine tenths of it. */
const MORE: Thresholds = { a: decimal('1'), b: decimal('0.9') };
const LESS: Thresholds = { a: decimal('1'), b: decimal('1.1') };

/**
 * @param lessIsBetter for what is to stay low, such as debts and losses: the less the better
 * @param thresholds null for the usual ones
 */
export function gradeOf({ value }: Read, lessIsBetter: boolean, thresholds: Thresholds | null): Answer {
  const { a, b } = thresholds ?? (lessIsBetter ? LESS : MORE);
  const reaches = (threshold: Decimal): boolean => (lessIsBetter ? compare(value, threshold) <= 0 : compare(value, threshold) >= 0);
  if (reaches(a)) return 'A';
  return reaches(b) ? 'B' : 'C';
}

/** Blank is "more is better"; a truth value or 0 and 1 say it. */
export function choiceOf(cell: Cell): boolean | Problem {
  if (isBlank(cell)) return false;
  if (typeof cell === 'boolean') return cell;
  if (typeof cell === 'object') return { is: 'error', error: cell.error };
  return cell === 0 || cell === 1 ? cell === 1 : { is: 'bad-choice' };
}

/** @returns null where none are given; two figures, that of A the better one */
export function thresholdsOf(readings: readonly (readonly Reading[])[], lessIsBetter: boolean): Thresholds | Problem | null {
  const given = readings.flat().filter((reading) => reading !== 'blank');
  if (given.length === 0) return null;
  const figures = given.filter(isRead);
  const [a, b] = figures.map(({ value }) => value);
  if (figures.length !== given.length || figures.length !== 2 || a === undefined || b === undefined) return { is: 'bad-thresholds' };
  return compare(a, b) === (lessIsBetter ? -1 : 1) ? { a, b } : { is: 'bad-thresholds' };
}
