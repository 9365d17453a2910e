/** Whatever stands in the cells: an answer for each place, and never a fault. */
import { expect, test } from '@jest/globals';
import { array, assert, boolean, constant, double, integer, oneof, property, string, type Arbitrary } from 'fast-check';
import { errorValue } from '#core/functions/answer';
import type { Cell } from '#core/functions/argument';
import { calls, type FunctionName } from '#core/functions/calls';
import { functionsEn } from '#words/functions-en';
import { functionsVi } from '#words/functions-vi';

const HOSTILE = ['', ' ', '-', '…', 'x', '07 - 09', '(381)', '103,3%', '1.002,1', '1,002.1', '25.454', '٣', '１２３', '9'.repeat(500), `${'9'.repeat(399)},5`, '__proto__', 'constructor', '=1+1', '\u0000', '\uD800', 'I', 'II.1', '1.', '++', 'T. đó', '%', '1e999'];
const cell: Arbitrary<Cell> = oneof(
  constant(null), constant(undefined), boolean(), integer(), double(), string({ unit: 'binary', maxLength: 12 }), ...HOSTILE.map((text) => constant(text)),
  constant({ error: '#N/A' as const }), constant({ error: '#REF!' as const }),
);
const range = array(array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });

test.each(Object.keys(calls) as FunctionName[])('[U2] HTX.%s › answers every place of whatever it is given, in both languages', (name) => {
  assert(property(array(range, { maxLength: 3 }), (ranges) => {
    for (const answer of calls[name](ranges).flat()) {
      if (typeof answer === 'number') expect(Number.isFinite(answer)).toBe(true);
      else if (typeof answer === 'object' && answer.is === 'said') expect([functionsVi.contradiction(answer.contradiction), functionsEn.contradiction(answer.contradiction)].every((text) => text.length < 3000)).toBe(true);
      else if (typeof answer === 'object') expect([errorValue(answer), functionsVi.problem(answer).length < 400, functionsEn.problem(answer).length < 400]).toEqual([expect.stringMatching(/^#/), true, true]);
    }
  }), { numRuns: 400 });
}, 60_000);
