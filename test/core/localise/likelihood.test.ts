import { expect, test } from '@jest/globals';
import { diagnosed } from '#test/core/localise/diagnosed';

test('[D3] a constant in a column of formulas was typed over them, and is suspected first', () => {
  const rows = (ratio: string): string => `
    1 | Tổng số HTX        | HTX   | 10.671 | 1.733  | ${ratio}
    2 | Tổng số thành viên | người | 8.355  | -934   | =89.94509635052212 0.0
    3 | Tổng số lao động   | người | 3.913  | 313    | =108.69444444444444 0.0
    4 | Số thành lập mới   | HTX   | 120    | 11     | =110.09174311926606 0.0
    5 | Số giải thể        | HTX   | 33     | -7     | =82.5 0.0
    6 | Tổng số THT        | THT   | 4.571  | 204    | =104.67139912983743 0.0`;
  expect(diagnosed(rows('119.6#'))).toEqual(['F2 119.4 digit']);
  // Beside typed ratios the level may as well have lost a digit's worth: 10.571 gives 119,6 %.
  expect(diagnosed(rows('119.6#').replaceAll('=', '').replaceAll(' 0.0', '#'))).not.toEqual(['F2 119.4 digit']);
});

test('[D3] a change that is 0 beside a level of 0 is no level in the wrong place', () => {
  const [first] = diagnosed(`
    III | TỔ HỢP TÁC (THT) | | | | | |
    1   | Tổng số tổ hợp tác | THT | 519.272 | -61.577 | 89,4% | -181.928 | 74,1%
    -   | Nông nghiệp        | THT | 0       | 0       |       |          |
    -   | Phi nông nghiệp    | THT | 519.272 | -61.377 | 89,4% | -181.928 | 74,1%`);
  expect(first).toMatch(/^E[35] -61[35]77 digit$/);
});

test('[D3] a ratio that is that of the row above, because all of the row is, was not copied', () => {
  expect(diagnosed(`
    1 | Tổng số HTX  | HTX | 1.602 | -33 | 98,0% | 172 | 112,0%
    2 | Trong đó: nông nghiệp | HTX | 1.602 | -33 | 98,0% | 712 | 112,0%`)).toEqual(['G3 172 transposed-digits']);
});

test('[D3] a share is anywhere up to 100 %: a small one is no likelier than a large one', () => {
  // 42,4 % and -5,1 points give 89,26 %; of 12,4 % with -1,5 points it would be the same.
  expect(diagnosed(`
    1 | Tổng số HTX | HTX | 115.541 | 1.660 | 101,5%
    2 | Tỷ lệ HTX có lãi | % | 42,4 | -1,5 | 89,26%
    3 | Tổng số THT | THT | 52 | 17 | 148,6%`)).toEqual(['E3 -5.1 transposed-digits']);
});
