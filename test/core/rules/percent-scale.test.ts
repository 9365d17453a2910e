import { test } from '@jest/globals';
import { percentScale } from '#core/rules/percent-scale';
import { ratioOfBase } from '#core/rules/ratio-of-base';
import { expectBroken, expectHolds, expectSilent, expectUnchecked } from '#test/draw/rule-harness';

test('[N5] percent-scale › rows that agree decide between 105,4 and 1,054', () => {
  expectSilent(percentScale, '1 | Tổng số HTX | HTX | 254 | 13 | 105,4');
  expectHolds(ratioOfBase, '1 | Tổng số HTX | HTX | 254 | 13 | 105,4');
  expectHolds(ratioOfBase, '1 | Tổng số HTX | HTX | 254 | 13 | 1,054');
});

test('[N5] percent-scale › one wrong ratio does not turn a column', () => {
  expectBroken(ratioOfBase, '1 | A | HTX | [254] | [13] | [1,054]\n2 | B | HTX | 102 | 17 | 120,0\n3 | C | HTX | 65 | 4 | 106,6');
});

test('[N5] percent-scale › where nothing decides it is one note, and nothing is accused', () => {
  expectBroken(percentScale, '1 | A | HTX | | | [105,4]\n2 | B | HTX | | | 103,3');
  expectUnchecked(ratioOfBase, '1 | A | HTX | | | 105,4', 'F2 percent-unclear');
});
