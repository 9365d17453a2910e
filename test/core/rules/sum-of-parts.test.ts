import { expect, test } from '@jest/globals';
import { canonical } from '#core/numbers/decimal';
import { displayedSum } from '#core/rules/displayed-sum';
import { sumOfParts } from '#core/rules/sum-of-parts';
import { expectBroken, expectHolds, expectSilent, expectUnchecked } from '#test/draw/rule-harness';
import { en } from '#words/en';
import { vi } from '#words/vi';

const BROKEN = `
  1 | Tổng số HTX    | HTX | [25.436]
  - | Nông nghiệp    | HTX | [16.520]
  - | Phi nông nghiệp | HTX | [8.934]
  2 | Giải thể       | HTX | 405`;

test('[R1] sum-of-parts › binds the total and every part when they do not add up', () => {
  const { expected } = expectBroken(sumOfParts, BROKEN);
  expect(expected?.from && canonical(expected.from)).toBe('25454');
});

test('[R1] sum-of-parts › holds where the parts add up, in every column of levels', () => {
  expectHolds(sumOfParts, `
    TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2019 | Thực hiện năm 2020
    1 | Tổng số HTX | HTX | 20 | 30
    - | Nông nghiệp | HTX | 12 | 19
    - | Vận tải     | HTX | 8  | 11`, 2);
});

test('[R1] sum-of-parts › one off is wrong between counts, and explained between rounded amounts', () => {
  expectBroken(sumOfParts, '1 | Tổng số | HTX | [31]\n- | Một | HTX | [19]\n- | Hai | HTX | [11]');
  expectHolds(sumOfParts, '1 | Tổng vốn | tỷ đồng | 10,1\n- | Trong tỉnh | tỷ đồng | 3,4\n- | Ngoài tỉnh | tỷ đồng | 6,6');
  expectHolds(sumOfParts, '1 | Tổng vốn | tỷ đồng | 10,1\n- | Trong tỉnh | tỷ đồng | 3,4\n- | Ngoài tỉnh | tỷ đồng | 6,65');
  expectBroken(sumOfParts, '1 | Tổng vốn | tỷ đồng | [10,5]\n- | Trong tỉnh | tỷ đồng | [3,4]\n- | Ngoài tỉnh | tỷ đồng | [6,6]');
});

test('[R1] sum-of-parts › an amount that misses by its last digit is a note', () => {
  expectBroken(sumOfParts, '1 | Tổng vốn | tỷ đồng | [10,3]\n- | Trong tỉnh | tỷ đồng | [3,4]\n- | Ngoài tỉnh | tỷ đồng | [6,6]', 'last-digit');
});

test('[R1] sum-of-parts › a count written as 5.700.000 is known to half of its last place', () => {
  expectHolds(sumOfParts, '1 | Tổng số | hộ | 5.700.000\n- | Một | hộ | 2.749.999\n- | Hai | hộ | 2.999.999');
  expectBroken(sumOfParts, '1 | Tổng số | hộ | [5.700.000]\n- | Một | hộ | [2.949.999]\n- | Hai | hộ | [2.999.999]');
});

test('[R1] sum-of-parts › could not check a total with a part that is no figure, and says which', () => {
  expectUnchecked(sumOfParts, '1 | Tổng số | HTX | 30\n- | Nông nghiệp | HTX | …\n- | Vận tải | HTX | 11', 'D3 not-collected');
  expectUnchecked(sumOfParts, '1 | Tổng số | HTX | 30\n- | Nông nghiệp | HTX | 19\n- | Vận tải | HTX | 07 - 09', 'D4 range');
  expectUnchecked(sumOfParts, '1 | Tổng số | HTX | x\n- | Nông nghiệp | HTX | 19\n- | Vận tải | HTX | 11', 'D2 not-applicable');
});

test('[R1] sum-of-parts › parts that exceed their total break it, however many are blank', () => {
  expectBroken(sumOfParts, 'II | LIÊN HIỆP HỢP TÁC XÃ | |\n1 | Tổng số LH HTX | LHHTX | [30]\n- | Nông nghiệp | LHHTX | [31]\n- | Phi Nông nghiệp | LHHTX | ');
  expectUnchecked(sumOfParts, '1 | Tổng số | HTX | 30\n- | Nông nghiệp | HTX | 31\n- | Vận tải | HTX | ', 'D4 empty');
});

test('[R1] sum-of-parts › a subset need not add up', () => {
  expectSilent(sumOfParts, '1 | Tổng số | HTX | 30\n | Trong đó: nông nghiệp | HTX | 12\n | Trong đó: vận tải | HTX | 11');
});

test('[R1] sum-of-parts › says what, why and what to do in both languages', () => {
  const { facts } = expectBroken(sumOfParts, BROKEN);
  expect(sumOfParts.say(facts, vi.words.print)).toEqual({
    what: 'Tổng ghi 25.436, nhưng 2 phần cộng lại được 25.454 (lệch −18).',
    why: 'Tổng phải bằng các phần của nó cộng lại.',
    todo: 'Đối chiếu D2 và D3, D4 với số liệu gốc.',
  });
  expect(en.words.rules['sum-of-parts'](facts, en.words.print).what).toBe('The total says 25,436, but its 2 parts add up to 25,454 (−18).');
});

test('[R15] displayed-sum › stored figures agree, displayed ones do not', () => {
  const text = '1 | Tổng vốn | tỷ đồng | [=10.08 0.0]\n- | Trong tỉnh | tỷ đồng | [=3.44 0.0]\n- | Ngoài tỉnh | tỷ đồng | [=6.64 0.0]';
  expectHolds(sumOfParts, text.replaceAll(/[[\]]/g, ''));
  const { facts } = expectBroken(displayedSum, text);
  expect(displayedSum.say(facts, vi.words.print).what).toBe('Số hiển thị ở tổng là 10,1, nhưng các số hiển thị cộng lại được 10,0.');
});

test('[R15] displayed-sum › typed figures are what they show', () => {
  expectSilent(displayedSum, '1 | Tổng vốn | tỷ đồng | 10,1\n- | Trong tỉnh | tỷ đồng | 3,4\n- | Ngoài tỉnh | tỷ đồng | 6,6');
});
