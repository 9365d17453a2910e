import { expect, test } from '@jest/globals';
import { attainment } from '#core/rules/attainment';
import { expectBroken, expectHolds } from '#test/draw/rule-harness';
import { vi } from '#words/vi';

test('[R6] attainment › is the actual over the plan', () => {
  expectHolds(attainment, '5 | Thành lập mới | HTX | 2.138 | -381 | 84,9% | -362 | 85,5%');
  const { facts } = expectBroken(attainment, '5 | Thành lập mới | HTX | [17] | 1 | 106,3% | [-2] | [85%]');
  expect(attainment.say(facts, vi.words.print)).toEqual({
    what: 'Tỷ lệ so với kế hoạch năm 2020 ghi 85%; tính lại được 89%.',
    why: 'Theo bảng, kế hoạch năm 2020 là 17 + 2 = 19. Tỷ lệ = 17 / 19 = 89%.',
    todo: 'Sửa H2 thành 89%; nếu số ở H2 đúng thì đối chiếu D2, G2 với số liệu gốc.',
  });
});

test('[R6] attainment › takes the plan from its own column where there is one', () => {
  const header = 'TT | Chỉ tiêu | ĐVT | Kế hoạch 2020 | Thực hiện 2020 | Đạt % so với kế hoạch';
  expectHolds(attainment, `${header}\n1 | A | HTX | 80 | 113 | 141,3%`);
  expectHolds(attainment, `${header}\n1 | A | HTX | 80 | 113 | 141,2%`);
  expectBroken(attainment, `${header}\n1 | A | HTX | [80] | [113] | [70,8%]`);
});
