import { expect, test } from '@jest/globals';
import { checkWorkbook } from '#core/check';
import { addendsOf } from '#core/formulas/addends';
import { tablesOf } from '#core/layout/table';
import { cellOf } from '#core/relations/relation';
import { rightFormulas } from '#core/right-formulas';
import { circularFormula } from '#core/rules/circular-formula';
import { formulaMixesUnits } from '#core/rules/formula-mixes-units';
import { formulaOutOfLine } from '#core/rules/formula-out-of-line';
import { formulaReadsNoFigure } from '#core/rules/formula-reads-no-figure';
import { formulaReadsOtherRow } from '#core/rules/formula-reads-other-row';
import { sumRange } from '#core/rules/sum-range';
import { gridOf, type Cell, type CellValue } from '#core/table/grid';
import { formulaSheet } from '#test/generate/formula-sheet';
import { expectBroken, expectHolds, expectSilent, findings } from '#test/draw/rule-harness';
import { vi } from '#words/vi';

/** A total with two parts, of which the first has two parts of its own. */
const nested = (total: string): string => `
  1   | Tổng số HTX | HTX | ${total}
  1.1 | Nông nghiệp | HTX | =19{SUM(D4:D5)}
  -   | Trồng trọt  | HTX | 12#
  -   | Chăn nuôi   | HTX | 7#
  1.2 | Phi nông nghiệp | HTX | 11#
  2   | Tổng số THT | THT | 50#`;

test.each(['D3+D6', '+D3+D6', 'SUM(D3,D6)', 'SUM(D4:D6)', 'SUM(D4:D5)+D6', 'ROUND(D3+D6,0)', 'IF(COUNT(D3,D6)=0,"",SUM(D3,D6))', 'SUBTOTAL(9,D3,D6)', 'SUM(Huyện!D2:D9)', 'D3*2', 'SUM(D7:D7)'])('[O4] sum-range › silent on =%s', (formula) => {
  expect(findings(sumRange, nested(`=30{${formula}}`))).toEqual([]);
});

test.each([
  ['SUM(D3:D5)', 'bỏ sót D6; cộng cả D4, D5, vốn đã nằm trong dòng khác được cộng'],
  ['SUM(D3:D6)', 'cộng cả D4, D5, vốn đã nằm trong dòng khác được cộng'],
  ['D3+D6+D6', 'cộng hai lần D6'],
  ['SUM(D4:D5)', 'bỏ sót D6'],
  ['D4+D6', 'bỏ sót D5'],
  ['D3+D6+D7', 'cộng cả D7, không phải là phần của tổng'],
])('[O4] sum-range › =%s', (formula, what) => {
  const [broken] = findings(sumRange, nested(`=30{${formula}}`));
  expect(broken && sumRange.say(broken.facts, vi.words.print)).toEqual({
    what: `Công thức =${formula} ${what}.`,
    why: 'Tổng phải cộng đủ các phần của nó, mỗi phần một lần.',
    todo: 'Sửa công thức ở D2 thành =SUM(D3;D6).',
  });
});

test('[O4] sum-range › a part that holds nothing may be left out', () => {
  expectHolds(sumRange, `
    1 | Tổng số HTX | HTX | =30{D3+D4}
    - | Nông nghiệp | HTX | 19#
    - | Vận tải     | HTX | 11#
    - | Xây dựng    | HTX |`);
});

test('[O4] sum-range › formulas that no sheet holds are no sums', () => {
  expect(addendsOf('('.repeat(3000) + 'D3' + ')'.repeat(3000))).toBeNull();
  expect(addendsOf(`SUM(${'D3,'.repeat(9000)}D3)`)).toBeNull();
  expect(addendsOf('(D3)+(D4)')?.map(({ text }) => text)).toEqual(['D3', 'D4']);
  for (const formula of ['', '+', 'SUM()', 'D3-D4', 'SUM(D3:D4', 'SUM(D:D)', 'SUM(D3:D4)+5', 'CONSTRUCTOR(D3)', 'D3:D4:D5', '"D3"']) expect([formula, addendsOf(formula)]).toEqual([formula, null]);
});

const COMPARED = 'TT | Chỉ tiêu | ĐVT | Thực hiện năm 2019 | Thực hiện năm 2020 | Tăng, giảm so với năm 2019';

test('[O5] formula-reads-other-row › another row’s base in a column too short to have a habit', () => {
  const { facts } = expectBroken(formulaReadsOtherRow, `${COMPARED}
    1 | HTX | HTX | [85#] | 102# | =17{E2-D2}
    2 | THT | tổ  | 40#   | 50#  | [=-35{E3-D2}]
    3 | LĐ  | người | 70# | 90#  | =20{E4-D4}`);
  expect(formulaReadsOtherRow.say(facts, vi.words.print).todo).toBe('Sửa công thức ở F3 thành =E3-D3.');
});

test('[O5] formula-reads-other-row › fixed cells, whole columns of it, and what is out of line are none', () => {
  const rows = (a: string, b: string, c: string): string => `${COMPARED}
    1 | HTX | HTX | 85# | 102# | =17{${a}}
    2 | THT | tổ  | 40# | 50#  | =10{${b}}
    3 | LĐ  | người | 70# | 90# | =20{${c}}`;
  expect(findings(formulaReadsOtherRow, rows('E2-D2', 'E3-D$2', 'E4-D4'))).toEqual([]);
  expect(findings(formulaReadsOtherRow, rows('E2-D3', 'E3-D4', 'E4-D4'))).toEqual([]);
  expect(findings(formulaReadsOtherRow, rows('E2-D2', 'E3-E2', 'E4-E3'))).toEqual([]);
  expect(findings(formulaReadsOtherRow, rows('E2-D2', 'D2', 'E4-D4'))).toEqual([]);
});

test('[O6] formula-reads-no-figure › an empty base, words, and a figure written as text', () => {
  const say = (text: string): string[] => findings(formulaReadsNoFigure, text).flatMap(({ facts }) => {
    const { what, why, todo } = formulaReadsNoFigure.say(facts, vi.words.print);
    return [what, why, todo];
  });
  const row = (base: string, formula: string): string => `${COMPARED}
    1 | HTX | HTX | 85# | 102# | =17{E2-D2}
    2 | THT | tổ  | ${base} | 50# | =50{${formula}}`;
  expect(say(row('', 'E3-D3'))).toEqual(['Công thức =E3-D3 tính trên ô trống D3.', 'Excel coi ô trống là số 0, nên kết quả trông như thật.', 'Ghi số liệu vào D3, hoặc sửa F3 thành =IF(D3="";"";E3-D3).']);
  expect(say(row('1.437', 'E3-D3'))).toEqual(['Công thức =E3-D3 tính trên D3, nơi số được lưu dạng chữ.', 'Excel đọc số dạng chữ theo cài đặt của từng máy: máy khác có thể ra số khác.', 'Đổi D3 thành số, hoặc sửa F3 thành =E3-NUMBERVALUE(D3;",";".").']);
  expect(say(row('chưa có', 'E3/D3'))).toEqual(['Công thức =E3/D3 tính trên D3, là ô chữ.', 'Ô chữ không phải là số liệu.', 'Sửa công thức ở F3 để lấy đúng ô số liệu.']);
  for (const minded of ['IF(D3="","",E3-D3)', 'IFERROR(E3/D3,"")', 'E3']) expect(say(row('', minded))).toEqual([]);
});

test('[O6] formula-reads-no-figure › SUM passes a text over; a blank part and an empty row are none', () => {
  const { facts } = findings(formulaReadsNoFigure, `
    1 | Tổng số HTX | HTX | =19{SUM(D3:D4)}
    - | Nông nghiệp | HTX | 19#
    - | Vận tải     | HTX | 11`)[0] ?? {};
  expect(facts).toMatchObject({ read: 'D4', holds: 'text-figure', summed: true });
  expect(findings(formulaReadsNoFigure, '1 | Tổng số HTX | HTX | =19{D3+D4}\n- | Nông nghiệp | HTX | 19#\n- | Vận tải | HTX |')).toEqual([]);
  expect(findings(formulaReadsNoFigure, `${COMPARED}\n1 | HTX | HTX | 85# | 102# | =17{E2-D2}\n2 | THT | tổ | | | =0{E3-D3}`)).toEqual([]);
});

test('[O7] formula-mixes-units › converts money, leaves out what cannot be added, spares declared parts', () => {
  const money = expectBroken(formulaMixesUnits, '1 | Tổng vốn | tỷ đồng | [=11019{D3+D4}]\n2 | Vốn điều lệ | tỷ đồng | 19#\n3 | Vốn vay | triệu đồng | [11000#]');
  expect(formulaMixesUnits.say(money.facts, vi.words.print).todo).toBe('Sửa công thức ở D2 thành =D3+D4/1000.');
  const rate = expectBroken(formulaMixesUnits, '1 | Số HTX | HTX | [=64{SUM(D3:D5)}]\n2 | HTX nông nghiệp | HTX | 19#\n3 | HTX khác | HTX | 11#\n4 | Tỷ lệ HTX khá | % | [34#]');
  expect(formulaMixesUnits.say(rate.facts, vi.words.print).todo).toBe('Sửa công thức ở D2 thành =D3+D4.');
  expectHolds(formulaMixesUnits, '1 | Vốn | tỷ đồng | =11{D3/1000}\n2 | Vốn vay | triệu đồng | 11000#\n3 | Vốn khác | tỷ đồng | =11{D2+D2}', 1);
});

test('[O8] circular-formula › itself, two of each other, and rings through ranges', () => {
  const self = expectBroken(circularFormula, '1 | Tổng số HTX | HTX | [=0{SUM(D2:D4)}]\n- | Nông nghiệp | HTX | 19#\n- | Vận tải | HTX | 11#');
  expect(circularFormula.say(self.facts, vi.words.print)).toMatchObject({ what: 'Công thức =SUM(D2:D4) tính cả chính ô D2.', todo: 'Sửa công thức ở D2 thành =SUM(D3:D4).' });
  const ring = expectBroken(circularFormula, '1 | Tổng số HTX | HTX | [=0{SUM(D3:D4)}]\n- | Nông nghiệp | HTX | 19#\n- | Vận tải | HTX | [=11{D2-D3}]');
  expect(circularFormula.say(ring.facts, vi.words.print).what).toBe('Công thức =SUM(D3:D4) tính vòng tròn qua các ô D2, D4.');
  expectSilent(circularFormula, '1 | Tổng số HTX | HTX | =30{SUM(D3:D4)}\n- | Nông nghiệp | HTX | =19{D4+8}\n- | Vận tải | HTX | 11#');
});

const MONTHS = Array.from({ length: 6 }, (_, i) => `Tháng ${i + 1} năm 2020`);

test('[O1] formula-out-of-line › a total that leaves a row out of one of its columns; a total over columns is none', () => {
  const sheet = (odd: string): string => [
    `TT | Huyện | ĐVT | ${MONTHS.join(' | ')} | Năm 2020`,
    '1 | Huyện A | HTX | 1# | 2# | 3# | 4# | 5# | 6# | =21{SUM(D2:I2)}',
    '2 | Huyện B | HTX | 5# | 6# | 7# | 8# | 9# | 9# | =44{SUM(D3:I3)}',
    `2 | Huyện C | HTX | 5# | 6# | 7# | 8# | 9# | 9# | =44{SUM(D4:I4)}`,
    `  | Cộng    | HTX | =11{SUM(D2:D4)} | =14{SUM(E2:E4)} | ${odd} | =20{SUM(G2:G4)} | =23{SUM(H2:H4)} | =24{SUM(I2:I4)} | =109{SUM(D5:I5)}`,
  ].join('\n');
  expectHolds(formulaOutOfLine, sheet('=17{SUM(F2:F4)}'));
  const { facts } = expectBroken(formulaOutOfLine, sheet('[=10{SUM(F2:F3)}]'));
  expect(formulaOutOfLine.say(facts, vi.words.print)).toEqual({
    what: 'Công thức =SUM(F2:F3) khác công thức của 5 cột khác trong dòng.',
    why: 'Các cột khác tính theo cùng một cách; ở cột này cách đó là =SUM(F2:F4).',
    todo: 'Sửa công thức ở F5 thành =SUM(F2:F4), nếu cột này không có lý do tính khác.',
  });
});

test('[F15] error-value › the cell in which the errors start is named', () => {
  const cell = (error: string, formula: string): Cell => ({ value: { error }, formula, format: null });
  const [report] = checkWorkbook([gridOf('Biểu', [
    COMPARED.split(' | '),
    ['1', 'HTX', 'HTX', cell('#REF!', '[1]Biểu!D2'), 102, cell('#REF!', 'E2-D2')],
    ['2', 'THT', 'tổ', 40, 50, cell('#DIV/0!', 'E3/0')],
    ['3', 'LĐ', 'người', 40, cell('#REF!', 'SUM(F2,D3)'), cell('#REF!', 'E4+F4')],
  ])], { templates: [] }, vi.words);
  expect(report?.findings.filter(({ rule }) => rule === 'error-value').map(({ cell: at, why }) => [at, why])).toEqual([
    ['D2', 'Công thức trỏ tới ô hoặc trang tính đã bị xóa.'],
    ['F2', 'Lỗi bắt đầu từ D2, ô mà công thức này dùng tới.'],
    ['F3', 'Công thức chia cho ô trống hoặc số 0.'],
    ['E4', 'Lỗi bắt đầu từ D2, ô mà công thức này dùng tới.'],
    ['F4', 'Lỗi bắt đầu từ D2, ô mà công thức này dùng tới.'],
  ]);
});

const OFFERED: ReadonlySet<string> = new Set(['misses', 'twice', 'subtotal', 'itself', 'unit', 'link']);

test.each(['none', 'misses', 'twice', 'subtotal', 'itself', 'text', 'unit', 'link'] as const)('[O1][O3][O4][O6][O7][O8][O9] two hundred sheets of sums, slip: %s', (slip) => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const { rows, cell, right } = formulaSheet(seed, 7, slip);
    const [report] = checkWorkbook([gridOf('Biểu', rows)], { templates: [] }, vi.words);
    const found = report?.findings.filter(({ group }) => group === 'formulas') ?? [];
    expect([seed, [...new Set(found.map((one) => one.cell))]]).toEqual([seed, slip === 'none' ? [] : [cell]]);
    // The right formula is offered: in the form that its row has, or as one sum.
    if (OFFERED.has(slip)) expect([seed, found.some(({ todo }) => todo.includes(`=${right}`))]).toEqual([seed, true]);
    const offers = tablesOf(gridOf('Biểu', rows), { templates: [] }).flatMap(rightFormulas);
    expect([seed, offers.some((one) => one.cell === cell && one.formula === right)]).toEqual([seed, OFFERED.has(slip)]);
  }
});

test('[O1][O4] sixty columns and thousands of formulas that agree with each other are silent', () => {
  const { rows } = formulaSheet(7, 60, 'none', 99);
  const formulas = rows.flat().filter((cell) => typeof cell === 'object' && cell !== null && 'formula' in cell).length;
  expect(formulas).toBe(6000);
  const [report] = checkWorkbook([gridOf('Biểu', rows)], { templates: [] }, vi.words);
  expect(report?.findings.filter(({ group }) => group === 'formulas')).toEqual([]);
});

test('[O8] circular-formula › running totals cost what their formulas cost, and a ring through the last of them is found', () => {
  const count = 20_000;
  const rows = (last: string): (readonly (CellValue | Cell)[])[] => [
    ['TT', 'Chỉ tiêu', 'ĐVT', 'Năm 2019', 'Năm 2020'],
    ...Array.from({ length: count }, (_, i) => [String(i + 1), `Chỉ tiêu ${i + 1}`, 'HTX', 1, { value: i + 1, formula: i === count - 1 ? last : `SUM(D$2:D${i + 2},E$1:E${i + 1})`, format: null }]),
  ];
  const rings = (last: string): string[] => tablesOf(gridOf('Biểu', rows(last)), { templates: [] }).flatMap((table) => [...circularFormula.check(table, [table], [])].flatMap((one) => (one.is === 'broken' ? [cellOf(one.at)] : [])));
  expect(rings('SUM(E2:E20000)')).toEqual([]);
  expect(rings('SUM(E2:E20001)')).toEqual(['E20001']);
});
