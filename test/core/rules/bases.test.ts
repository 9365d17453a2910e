import { expect, test } from '@jest/globals';
import { baseOfRatio } from '#core/rules/base-of-ratio';
import { negativeBase } from '#core/rules/negative-base';
import { signOfChange } from '#core/rules/sign-of-change';
import { expectBroken, expectHolds, expectSilent } from '#test/draw/rule-harness';
import { vi } from '#words/vi';

test('[R8] negative-base › a rise larger than the actual leaves a base below 0', () => {
  const { facts } = expectBroken(negativeBase, '9 | Số hộ tham gia | hộ | [5.700.000] | [6.389.681] |');
  expect(negativeBase.say(facts, vi.words.print).what).toBe('Theo bảng, năm 2019 là −689.681 (5.700.000 − 6.389.681): một số âm.');
});

test('[R8] negative-base › a base of 0 is possible, a ratio to it is not', () => {
  expectHolds(negativeBase, '5 | Số mới | HTX | 3 | 3 | ');
  expectBroken(negativeBase, '5 | Số mới | HTX | [3] | [3] | [100%]');
});

test('[R8] negative-base › a rounded figure that may hide a base of 0 or more is not accused', () => {
  expectHolds(negativeBase, '9 | Vốn | tỷ đồng | 1,2 | 1,3 |');
  expectBroken(negativeBase, '9 | Vốn | tỷ đồng | [1,2] | [1,4] |');
});

test('[R8] negative-base › the plan has a base too', () => {
  expectBroken(negativeBase, '5 | Thành lập mới | HTX | [17] | | | [20] | ');
});

test('[R8] negative-base › profits may be negative', () => {
  expectSilent(negativeBase, '5 | Lợi nhuận | triệu đồng | 24 | 30 |');
});

test('[R10] base-of-ratio › 37 at 246,6 % had a plan of 15; 241,0 % had none', () => {
  expectHolds(baseOfRatio, '3 | Số hộ thoát nghèo | hộ | 37 | | 246,7%');
  expectBroken(baseOfRatio, '3 | Số hộ thoát nghèo | hộ | [37] | | [246,6%]', 'truncated');
  const { facts } = expectBroken(baseOfRatio, '3 | Số hộ thoát nghèo | hộ | [37] | | [241,0%]');
  expect(baseOfRatio.say(facts, vi.words.print).why).toBe('Số của năm 2019 phải là số nguyên: 37 / 15 = 246,7%; 37 / 16 = 231,3%.');
});

test('[R10] base-of-ratio › large counts have a whole base for every ratio', () => {
  expectHolds(baseOfRatio, '1 | Tổng số | người | 25.454 | | 103,3%');
});

test('[R10] base-of-ratio › amounts and rates have no whole base', () => {
  expectSilent(baseOfRatio, '1 | Vốn | tỷ đồng | 37 | | 241,0%\n2 | Tỷ lệ | % | 37% | | 241,0%');
});

test('[R9] sign-of-change › a rise goes with a ratio above 100 %, where no actual is there to work it out', () => {
  expectHolds(signOfChange, '5 | Số giải thể | HTX | | -5 | 85,0%');
  const { facts } = expectBroken(signOfChange, '5 | Số giải thể | HTX | | [5] | [85,0%]');
  expect(signOfChange.say(facts, vi.words.print).what).toBe('So với năm 2019, chênh lệch ghi +5 nhưng tỷ lệ ghi 85,0%.');
  expectBroken(signOfChange, '5 | Số giải thể | HTX | | [-5] | [105,0%]');
});

test('[R9] sign-of-change › 100 % may be rounded from either side', () => {
  expectHolds(signOfChange, '5 | Số giải thể | HTX | | -5 | 100%\n6 | Số mới | HTX | | 5 | 100%', 2);
});

test('[R9] sign-of-change › leaves rows with an actual to the ratio', () => {
  expectSilent(signOfChange, '5 | Số giải thể | HTX | 40 | 5 | 85,0%');
});
