import { expect, test } from '@jest/globals';
import { changeOfBase } from '#core/rules/change-of-base';
import { planChange } from '#core/rules/plan-change';
import { expectBroken, expectHolds, expectSilent, expectUnchecked } from '#test/draw/rule-harness';
import { vi } from '#words/vi';

const EARLIER = 'TT | Chỉ tiêu | ĐVT | Thực hiện năm 2019 | Thực hiện năm 2020 | Tăng, giảm so với năm 2019';
const PLAN = 'TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2020 | Thực hiện năm 2020 | Chênh lệch so với kế hoạch';

test('[R5] change-of-base › is the actual less the base that stands in its own column', () => {
  expectHolds(changeOfBase, `${EARLIER}\n1 | A | HTX | 85 | 102 | 17\n2 | B | HTX | 102 | 85 | (17)`, 2);
  const { facts } = expectBroken(changeOfBase, `${EARLIER}\n1 | A | HTX | [85] | [102] | [-17]`);
  expect(changeOfBase.say(facts, vi.words.print).what).toBe('Chênh lệch so với năm 2019 ghi −17; tính lại được 17.');
});

test('[R5] change-of-base › amounts may miss by their rounding, and no further than the last digit', () => {
  expectHolds(changeOfBase, `${EARLIER}\n1 | Vốn | tỷ đồng | 10,3 | 13,2 | 3,0`);
  expectBroken(changeOfBase, `${EARLIER}\n1 | Vốn | tỷ đồng | [10,3] | [13,2] | [3,4]`);
});

test('[R5] change-of-base › without a column of the base there is nothing to hold a change against', () => {
  expectSilent(changeOfBase, '1 | A | HTX | 102 | 99 | 120,0%');
});

test('[R5] change-of-base › could not check against a base that is not there', () => {
  expectUnchecked(changeOfBase, `${EARLIER}\n1 | A | HTX | … | 102 | 17`, 'D2 not-collected');
});

test('[R6] plan-change › is the actual less the plan', () => {
  expectHolds(planChange, `${PLAN}\n5 | Thành lập mới | HTX | 2.500 | 2.138 | -362`);
  expectBroken(planChange, `${PLAN}\n5 | Thành lập mới | HTX | [2.500] | [2.138] | [-326]`);
});
