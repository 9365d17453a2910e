import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { numberValue } from '#core/numbers/number-value';
import { canonical, equal, plain, shifted } from '#core/numbers/decimal';
import { readText } from '#core/numbers/number-text';
import { settled } from '#core/numbers/notation';

test.each([['24.618', '24618'], ['+ 836', '836'], ['-5,25', '-5.25'], ['103,3%', '1.033'], ['1 234', '1234'], ['07', '7'], ['trên 20', null], ['(381)', null], ['−5', null], ['x', null], ['', null], ['1,2,3', null], ['2O', null]])('[G5] numberValue › %p reads as %s', (text, figure) => {
  const read = numberValue(text, 'vi');
  expect(read && canonical(plain(read))).toBe(figure);
});

test('[G5] numberValue › what Excel reads is what the check reads, a percent as its hundredth', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('0', '1', '2', '9', '.', ',', '-', '+', ' ', '%'), maxLength: 10 }), fc.constantFrom('vi' as const, 'en' as const), (text, notation) => {
    const [ours, theirs] = [numberValue(text, notation), readText(text)];
    const read = typeof theirs === 'string' ? theirs : settled(theirs, notation);
    // Excel is laxer about groups of thousands; where it would read something else, a value is written in place of a formula.
    if (ours === null || typeof theirs === 'string' || typeof read === 'string') return;
    const expected = theirs.percent ? shifted(read, -2) : read;
    if (!equal(ours, expected)) expect(theirs[notation]).toBeNull();
  }), { numRuns: 5000 });
});
