import { expect, test } from '@jest/globals';
import { bitsOf } from '#core/localise/odds';

test('[D3] odds › sixteenths of a bit of whole numbers of any size', () => {
  expect([1, 2, 3, 1024, 2 ** 52].map((value) => bitsOf(value))).toEqual([0, 16, 25, 160, 832]);
  expect([60n, 600n, 4096n, 100_000n].map((power) => bitsOf(2n ** power))).toEqual([960, 9600, 65_536, 1_600_000]);
  expect(bitsOf(10n ** 616n)).toBe(Math.floor(616 * 16 * Math.log2(10)));
});

test('[D3] odds › of fractions, one less the other', () => {
  expect([bitsOf(8, 2), bitsOf(1, 1024), bitsOf(2n ** 700n, 2n ** 690n)]).toEqual([32, -160, 160]);
});
