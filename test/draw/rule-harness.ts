/** Runs one rule over drawings: a test is a title and a table. */
import { expect } from '@jest/globals';
import { cellOf } from '#core/relations/relation';
import type { Broken, Outcome, Rule } from '#core/rule';
import { drawing, redrawn, tablesIn } from '#test/draw/drawing';

/** Every outcome of a rule over a drawing's tables. */
function outcomes<Id extends string, Facts>(rule: Rule<Id, Facts>, text: string): Outcome<Facts>[] {
  const tables = tablesIn(drawing(text));
  return tables.flatMap((table) => [...rule.check(table, tables, [])]);
}

export function findings<Id extends string, Facts>(rule: Rule<Id, Facts>, text: string): Broken<Facts>[] {
  return outcomes(rule, text).filter((outcome) => outcome.is === 'broken');
}

/** The rule breaks, and names just the figures in brackets. */
export function expectBroken<Id extends string, Facts>(rule: Rule<Id, Facts>, text: string, grade: Broken<Facts>['grade'] = 'wrong'): Broken<Facts> {
  const own = drawing(text);
  expect(own.bound.size).toBeGreaterThan(0);
  const broken = findings(rule, text);
  const cells = new Set(broken.flatMap(({ at, related }) => [at, ...related].map(cellOf)));
  expect(redrawn(own, cells)).toBe(redrawn(own, own.bound));
  expect(broken.map((one) => one.grade)).toEqual(broken.map(() => grade));
  const [first] = broken;
  if (first === undefined) throw new Error('The rule found nothing');
  return first;
}

/** The rule looked at `count` relations, and all hold. */
export function expectHolds<Id extends string, Facts>(rule: Rule<Id, Facts>, text: string, count?: number): void {
  const all = outcomes(rule, text);
  const broken = new Set(all.flatMap((one) => (one.is === 'broken' ? [one.at, ...one.related].map(cellOf) : [])));
  expect(redrawn(drawing(text), broken)).toBe(redrawn(drawing(text), new Set()));
  expect(all.filter(({ is }) => is === 'holds').length).toBeGreaterThanOrEqual(count ?? 1);
}

/** The rule finds nothing to look at. */
export function expectSilent<Id extends string, Facts>(rule: Rule<Id, Facts>, text: string): void {
  expect(outcomes(rule, text).map(({ is, at }) => `${is} ${cellOf(at)}`)).toEqual([]);
}

/** The rule could not check, for the given reasons: "D3 range". */
export function expectUnchecked<Id extends string, Facts>(rule: Rule<Id, Facts>, text: string, ...reasons: readonly string[]): void {
  const unchecked = outcomes(rule, text).flatMap((one) => (one.is === 'unchecked' ? [`${cellOf(one.because.spot ?? one.at)} ${one.because.gap}`] : []));
  expect(unchecked).toEqual(reasons);
}
