import { expect, test } from '@jest/globals';
import { ratioOfBase } from '#core/rules/ratio-of-base';
import { expectBroken, expectHolds, expectSilent, expectUnchecked } from '#test/draw/rule-harness';
import { en } from '#words/en';
import { vi } from '#words/vi';

test('[R4] ratio-of-base › growth written for the ratio is wrong, and says what the ratio is', () => {
  const { facts } = expectBroken(ratioOfBase, '1 | Tổng số LHHTX | LHHTX | [102] | [17] | [20,0%]');
  expect(ratioOfBase.say(facts, vi.words.print)).toEqual({
    what: 'Tỷ lệ so với năm 2019 ghi 20,0%; tính lại được 120,0%.',
    why: 'Theo bảng, năm 2019 là 102 − 17 = 85. Tỷ lệ = 102 / 85 = 120,0%.',
    todo: 'Sửa F2 thành 120,0%; nếu số ở F2 đúng thì đối chiếu D2, E2 với số liệu gốc.',
  });
  expect(en.words.rules['ratio-of-base'](facts, en.words.print).what).toBe('The ratio to 2019 says 20.0%; it works out at 120.0%.');
});

test('[R4] ratio-of-base › a tie may be rounded either way', () => {
  expectHolds(ratioOfBase, '1 | A | HTX | 17 | 1 | 106,2%\n2 | B | HTX | 17 | 1 | 106,3%', 2);
});

test('[R4] ratio-of-base › a truncated ratio is a note: 65 / 61 is 106,557…', () => {
  expectHolds(ratioOfBase, '1 | A | HTX | 65 | 4 | 106,6%');
  expectBroken(ratioOfBase, '1 | A | HTX | [65] | [4] | [106,5%]', 'truncated');
});

test('[R4] ratio-of-base › one off in the last digit is a note, two are wrong', () => {
  expectBroken(ratioOfBase, '1 | A | HTX | [65] | [4] | [106,7%]', 'last-digit');
  expectBroken(ratioOfBase, '1 | A | HTX | [65] | [4] | [106,8%]');
});

test('[R4] ratio-of-base › the base moves with its figures: 56 % with a change of 3,9 allows 107,3 to 107,7', () => {
  expectHolds(ratioOfBase, '8 | Tỷ lệ | % | 56% | 3,9% | 107,3%\n9 | Tỷ lệ | % | 56% | 3,9% | 107,7%', 2);
  const { expected } = expectBroken(ratioOfBase, '8 | Tỷ lệ | % | [56%] | [3,9%] | [108,6%]');
  expect([expected?.from, expected?.to].map((end) => end?.digits)).toEqual([1073n, 1077n]);
});

test('[R4] ratio-of-base › takes the base from its own column where there is one', () => {
  const header = 'TT | Chỉ tiêu | ĐVT | Thực hiện 2019 | Thực hiện 2020 | Tỷ lệ 2020/2019 (%)';
  expectHolds(ratioOfBase, `${header}\n1 | A | HTX | 85 | 102 | 120,0`);
  const { facts } = expectBroken(ratioOfBase, `${header}\n1 | A | HTX | [85] | [102] | [20,0]`);
  expect(ratioOfBase.say(facts, vi.words.print).why).toBe('Tỷ lệ = 102 / 85 = 120,0%.');
});

test('[R4] ratio-of-base › a column of growth is the ratio less 100 %', () => {
  const header = 'TT | Chỉ tiêu | ĐVT | Thực hiện 2019 | Thực hiện 2020 | Tăng trưởng 2020 so với 2019 (%)';
  expectHolds(ratioOfBase, `${header}\n1 | A | HTX | 85 | 102 | 20,0\n2 | B | HTX | 100 | 80 | -20,0`, 2);
  expectBroken(ratioOfBase, `${header}\n1 | A | HTX | [85] | [102] | [120,0]\n2 | B | HTX | 100 | 80 | -20,0\n3 | C | HTX | 10 | 11 | 10,0`);
});

test('[R4] ratio-of-base › a blank ratio claims nothing, nor does a dash', () => {
  expectSilent(ratioOfBase, '1 | A | HTX | 102 | 17 | \n2 | B | HTX | 16.079 | 1.320 | -');
});

test('[R4] ratio-of-base › could not check what cannot be read, and says where', () => {
  expectUnchecked(ratioOfBase, '1 | A | HTX | | 17 | 120,0%', 'D2 empty');
  expectUnchecked(ratioOfBase, '1 | A | tỷ đồng | 102 | … | 120,0%', 'E2 not-collected');
  expectUnchecked(ratioOfBase, '1 | A | HTX | 102 | 17 | 119 - 121%', 'F2 range');
});

test('[R8] ratio-of-base › leaves a base of 0 or less to the rule about bases', () => {
  expectSilent(ratioOfBase, '1 | A | HTX | 5 | 7 | 120,0%');
});
