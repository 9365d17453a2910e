import { expect, test } from '@jest/globals';
import type { Report } from '#core/report';
import { mutant } from '#test/fuzz/mutations';
import { survive } from '#test/fuzz/survive';
import { expectValidReport } from '#test/report-schema';

/** `npm run bench -- fuzz` takes 10 000. */
const MUTANTS = 300;

test('[X10] a mutated workbook is checked or refused with its reason', async () => {
  const outcomes = { checked: 0, refused: 0 };
  for (let seed = 1; seed <= MUTANTS; seed += 1) {
    const result = await survive(mutant(seed).bytes, seed % 2 === 0 ? 'vi' : 'en').catch((error: unknown) => {
      throw new Error(`Mutant ${seed} was neither checked nor refused`, { cause: error });
    });
    if (typeof result === 'string') {
      outcomes.refused += 1;
    } else {
      outcomes.checked += 1;
      expectValidReport(result);
    }
  }
  // Mutants that are all refused at the door would try nothing behind it.
  expect(outcomes.checked).toBeGreaterThan(MUTANTS / 4);
  expect(outcomes.refused).toBeGreaterThan(MUTANTS / 10);
}, 60_000);

test('[X10] mutants that once brought the check to a stop', async () => {
  // 314: a figure of 10^300 that an unlikely growth squares.
  for (const seed of [314]) expectValidReport(await survive(mutant(seed).bytes) as Report);
});

test('[X10] the same seed gives the same bytes', () => {
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) expect(mutant(seed)).toEqual(mutant(seed));
});
