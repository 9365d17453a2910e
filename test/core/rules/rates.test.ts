import { expect, test } from '@jest/globals';
import { changeOfRate } from '#core/rules/change-of-rate';
import { rateOfRows } from '#core/rules/rate-of-rows';
import { shareOfWhole } from '#core/rules/share-of-whole';
import { expectBroken, expectHolds, expectSilent, expectUnchecked, findings } from '#test/draw/rule-harness';
import { vi } from '#words/vi';

const rows = (total: string, members: string, rate: string): string => `
  I | HỢP TÁC XÃ | | | |
  1 | Tổng số HTX | HTX | ${total}
  4 | Số HTX là thành viên Liên minh HTX | HTX | ${members}
    | Tỷ lệ %/ tổng số HTX | % | ${rate}`;

test('[R7] rate-of-rows › holds for the published 63,2 %', () => {
  expectHolds(rateOfRows, rows('25.454 | 836 | 103,4%', '16.079 | 1.320 | 108,9%', '63,2% | |'));
});

test('[R7] rate-of-rows › reads a rate with or without its sign', () => {
  expectHolds(rateOfRows, rows('25.454 | |', '16.079 | |', '63,2 | |'));
});

test('[R7] rate-of-rows › binds rate, numerator and denominator', () => {
  const { facts } = expectBroken(rateOfRows, rows('[25.454] | |', '[16.079] | |', '[36,2%] | |'));
  expect(rateOfRows.say(facts, vi.words.print)).toEqual({
    what: 'Tỷ lệ ghi 36,2%; tính lại được 63,2%.',
    why: 'Tỷ lệ = 16.079 (“Số HTX là thành viên Liên minh HTX”) / 25.454 (“Tổng số HTX”) = 63,2%.',
    todo: 'Sửa D5 thành 63,2%, hoặc đối chiếu D4, D3 với số liệu gốc.',
  });
});

test('[R7] rate-of-rows › could not check without numerator or denominator', () => {
  expectUnchecked(rateOfRows, rows('25.454 | |', '… | |', '63,2% | |'), 'D4 not-collected');
  expectUnchecked(rateOfRows, rows(' | |', '16.079 | |', '63,2% | |'), 'D3 empty');
  expectSilent(rateOfRows, rows('25.454 | |', '16.079 | |', ' | |'));
});

test('[R11] change-of-rate › is in percentage points: this rate less the rate of the implied bases', () => {
  expectHolds(changeOfRate, rows('200 | 100 | 200%', '120 | 70 | 240%', '60% | 10% | 120%'));
  expectHolds(changeOfRate, rows('200 | 100 | 200%', '120 | 70 | 240%', '60% | 10,0 | 120%'));
  expectBroken(changeOfRate, rows('[200] | [100] | 200%', '[120] | [70] | 240%', '60% | [20%] | 150%'));
});

test('[R11] change-of-rate › says nothing where a change is missing', () => {
  expect(findings(changeOfRate, rows('200 | 100 | 200%', '120 | | ', '60% | 20% | 150%'))).toEqual([]);
});

const shares = (total: string, farming: string, transport: string): string => `
  TT | Chỉ tiêu    | ĐVT | Thực hiện năm 2020 | Tỷ trọng (%)
  1  | Tổng số     | HTX | ${total}
  -  | Nông nghiệp | HTX | ${farming}
  -  | Vận tải     | HTX | ${transport}`;

test('[R16] share-of-whole › each share is its row over the whole', () => {
  expectHolds(shareOfWhole, shares('30 | 100', '19 | 63,3', '11 | 36,7'), 2);
  expectBroken(shareOfWhole, shares('[30] | 100', '[19] | [36,3]', '11 | 36,7'));
});

test('[R16] share-of-whole › one forced by a last place is a note', () => {
  expectBroken(shareOfWhole, shares('[30] | 100', '19 | 63,3', '[11] | [36,8]'), 'last-digit');
});

test('[R16] share-of-whole › could not check without the row or the whole', () => {
  expectUnchecked(shareOfWhole, shares('… | 100', '19 | 63,3', '11 | '), 'D2 not-collected');
  expectUnchecked(shareOfWhole, shares('30 | 100', '… | 63,3', '11 | '), 'D3 not-collected');
});
