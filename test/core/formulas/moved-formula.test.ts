import { expect, test } from '@jest/globals';
import { movedFormula } from '#core/formulas/moved-formula';

const DOWN_AND_RIGHT = { rows: 2, columns: 1 };

test.each([
  ['A1+B2', 'B3+C4'],
  ['$A1+A$1+$A$1', '$A3+B$1+$A$1'],
  ['SUM(D$4:D8)/$E8', 'SUM(E$4:E10)/$E10'],
  ['SUM(A:A)+SUM($B:C)+SUM(3:5)+SUM($3:5)', 'SUM(B:B)+SUM($B:D)+SUM(5:7)+SUM($3:7)'],
  ['LOG10(A1)+ATAN2(A1,B1)', 'LOG10(B3)+ATAN2(B3,C3)'],
  ['IF(A1="A1 is ""B2""",A1,"A1")', 'IF(B3="A1 is ""B2""",B3,"A1")'],
  ["'Biểu A1'!A1+Sheet1!B2+A1!C3", "'Biểu A1'!B3+Sheet1!C4+A1!D5"],
  ['Table1[A1]+[1]Sheet!A1', 'Table1[A1]+[1]Sheet!B3'],
  ['Thuế_A1+my.A1+A1.b+XFE1+ABCD1+A0', 'Thuế_A1+my.A1+A1.b+XFE3+ABCD1+A0'],
  ['1E3+2e5+a1', '1E3+2e5+B3'],
  ['100+A1*1.5', '100+B3*1.5'],
])('[X5] shared-formula › moves %s', (formula, moved) => {
  expect(movedFormula(formula, DOWN_AND_RIGHT)).toBe(moved);
});

test('[X5] shared-formula › goes round at the edges of the sheet, as Excel does', () => {
  expect(movedFormula('A1', { rows: -1, columns: -1 })).toBe('XFD1048576');
  expect(movedFormula('XFD1048576', { rows: 1, columns: 1 })).toBe('A1');
});
