import { expect, test } from '@jest/globals';
import { appendix } from '#test/generate/appendix';
import { diagnosed, diagnosedIn } from '#test/core/localise/diagnosed';

test('[D2] a change with the other sign and the ratio worked out on the wrong base from the right one are told together', () => {
  // 8.355 / 9.289 is 89,9 %; 100 - 934 / 8.355 is 88,8 %.
  expect(diagnosed(`
    1 | Tổng số HTX        | HTX   | 87.642 | 14.957 | 120,6%
    2 | Tổng số thành viên | người | 8.355  | 934    | 88,8%
    3 | Tổng số lao động   | người | 3.913  | 313    | 108,7%`)).toEqual(['E3 -934 sign, F3 89.9 wrong-base']);
});

test('[D2] a digit of a level and a ratio a thousand times too large: few figures of the ratio are slips, and each tells the level closely', () => {
  expect(diagnosed(`
    1 | Tổng số HTX        | HTX   | 87.642 | 14.957 | 120,58%
    2 | Tổng số thành viên | người | 1.114  | 435    | 158.080,00%
    3 | Tổng số lao động   | người | 3.913  | 313    | 108,69%`)).toEqual(['D3 1184 digit, F3 158.08 thousandfold']);
});

test('[D2] two slips that one total sees: the figure that the other relations of a part give has a cause, and the rest of the gap too', () => {
  // 927.849 is 86,31 % of last year's; with it the total or the other part misses by one digit. 927.855 alone would be no slip at all.
  expect(diagnosed(`
    3   | Số thành lập mới | HTX | 927.948 | |
    3.1 | Nông nghiệp      | HTX | 972.849 | -147.148 | 86,31%
    3.2 | Phi nông nghiệp  | HTX | 93      | |`)).toEqual(['D2 927942 digit, D3 927849 transposed-digits']);
});

test('[D2] two contradictions that name one figure of a cell are solved as one, though a relation that holds is against it', () => {
  // 20 and -1 became 200 and -10, and 200 / 210 is 95,2 % as well; the total, the whole and the plan all say 20.
  const drawn = appendix(30_000_083, { sections: ['I', 'II', 'III', 'IV', 'V'], absent: 0, plan: true });
  const tens = [['D28', '200'], ['E28', '-10']].reduce((grid, [at = '', value = '']) => {
    const { row, column } = drawn.placed.find(({ cell }) => cell === at) ?? { row: 0, column: 0 };
    return { ...grid, cell: (r: number, c: number) => (r === row && c === column ? { ...grid.cell(r, c), value } : grid.cell(r, c)) };
  }, drawn.grid);
  expect(diagnosedIn(tens)).toEqual(['E28 -1 tenfold', 'D28 20 tenfold']);
});
