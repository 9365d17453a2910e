import { expect, test } from '@jest/globals';
import { knownTemplates } from '#app/known-templates';
import { checkWorkbook } from '#core/check';
import { constantAmongFormulas } from '#core/rules/constant-among-formulas';
import { formulaOutOfLine } from '#core/rules/formula-out-of-line';
import { linkedWorkbook } from '#core/rules/linked-workbook';
import { gridOf, type Cell, type CellValue } from '#core/table/grid';
import { Random } from '#test/generate/random';
import { expectBroken, expectSilent, findings } from '#test/draw/rule-harness';
import { vi } from '#words/vi';

const HEADER = 'TT | Chỉ tiêu | ĐVT | Thực hiện năm 2019 | Thực hiện năm 2020 | Tăng, giảm so với năm 2019';

/** Rows of which each works its change out by the formula of its place; `own` in place of some. */
function drawn(count: number, own: Readonly<Record<number, string>> = {}): string {
  const rows = Array.from({ length: count }, (_, i) => `${i + 1} | Chỉ tiêu số ${i + 1} | HTX | ${10 + i}# | ${20 + i}# | ${own[i] ?? `=10{E${i + 2}-D${i + 2}}`}`);
  return [HEADER, ...rows].join('\n');
}

test('[O1] formula-out-of-line › another row\'s base, with the formula that the others have', () => {
  const { facts, found } = expectBroken(formulaOutOfLine, drawn(6, { 3: '[=11{E5-D4}]' }));
  expect(found).toBe('=E5-D4');
  expect(formulaOutOfLine.say(facts, vi.words.print)).toEqual({
    what: 'Công thức =E5-D4 khác công thức của 5 dòng khác trong cột.',
    why: 'Các dòng khác tính theo cùng một cách; ở dòng này cách đó là =E5-D5.',
    todo: 'Sửa công thức ở F5 thành =E5-D5, nếu dòng này không có lý do tính khác.',
  });
  expectBroken(formulaOutOfLine, drawn(6, { 0: '[=10{E2}]' }));
  expectBroken(formulaOutOfLine, drawn(6, { 5: '[=10{E7-D7+1}]' }));
});

test('[O1] formula-out-of-line › a block with a form of its own, few formulas, or many forms are none', () => {
  expect(findings(formulaOutOfLine, drawn(9, { 3: '=1{E5-$D$2}', 4: '=1{E6-$D$2}' }))).toEqual([]);
  expect(findings(formulaOutOfLine, drawn(9, { 3: '=1{E5-$D$2}', 4: '=1{E6*2}' }))).toEqual([]);
  expectSilent(formulaOutOfLine, drawn(4, { 3: '=1{E5}' }));
  expectSilent(formulaOutOfLine, drawn(6, { 1: '=1{E3}', 3: '=1{E5}', 5: '=1{E7+1}' }));
});

test('[O2] constant-among-formulas › a figure over a formula, with the formula that belongs there', () => {
  const { facts } = expectBroken(constantAmongFormulas, drawn(6, { 3: '[10#]' }));
  expect(constantAmongFormulas.say(facts, vi.words.print).todo).toBe('Thay F5 bằng công thức =E5-D5, nếu không cố ý ghi số.');
  expectSilent(constantAmongFormulas, drawn(6, { 1: '10#', 3: '10#' }));
  expectSilent(constantAmongFormulas, drawn(6, { 3: '-' }));
});

test.each([["'[a.xlsx]Biểu 1'!D7", true], ['[2]Sheet1!D7+1', true], [String.raw`SUM('C:\bao cao\[a.xlsx]B'!D7:D9)`, true], ['SUM(Bảng1[Số HTX])', false], ['"[a.xlsx]B!"&D7', false], ['Huyện!D7', false], ["'Biểu [1]'", false]])('[O3] linked-workbook › %s', (formula, isLinked) => {
  expect(findings(linkedWorkbook, `1 | Tổng số HTX | HTX | =30{${formula}}`).map(({ at }) => at.row?.name)).toEqual(isLinked ? ['Tổng số HTX'] : []);
});

const OPTIONS = { templates: knownTemplates() };

type WideSlip = 'none' | 'other-row' | 'constant' | 'blank' | 'error';
type Figures = readonly (CellValue | Cell)[];

const cellWith = (value: CellValue, formula: string | null, format: string | null = null): Cell => ({ value, formula, format });

/** Last year's figure, this year's, change and ratio of a row, right or with its slip. */
const FIGURES: Readonly<Record<WideSlip, (row: { readonly n: number; readonly base: number; readonly actual: number; readonly change: string }) => Figures>> = {
  none: ({ n, base, actual, change }) => [base, actual, cellWith(actual - base, change), cellWith(actual / base, `E${n}/D${n}`, '0.0%')],
  constant: ({ n, base, actual }) => [base, actual, cellWith(actual - base, null), cellWith(actual / base, `E${n}/D${n}`, '0.0%')],
  'other-row': ({ n, base, actual, change }) => [base, actual, cellWith(actual - base, change.replaceAll(`D${n}`, `D${n - 1}`)), cellWith(actual / base, `E${n}/D${n}`, '0.0%')],
  blank: ({ n, actual, change }) => [null, actual, cellWith(actual, change), cellWith({ error: '#DIV/0!' }, `E${n}/D${n}`, '0.0%')],
  error: ({ n, base, change }) => [base, cellWith({ error: '#REF!' }, '[1]Biểu!E1'), cellWith({ error: '#REF!' }, change), cellWith({ error: '#REF!' }, `E${n}/D${n}`, '0.0%')],
};

/** A sheet of changes and ratios by formula, of which the last eight rows reckon in a way of their own. */
function wide(seed: number, slip: WideSlip): { readonly rows: readonly Figures[]; readonly cell: string } {
  const random = new Random(seed);
  const header = ['TT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện năm 2019', 'Thực hiện năm 2020', 'Tăng, giảm so với năm 2019', 'Tỷ lệ so với năm 2019'];
  const at = random.whole(2, 19);
  const rows = Array.from({ length: 30 }, (_, i): Figures => {
    const n = i + 2;
    const [base, actual] = [random.whole(50, 900), random.whole(50, 900)];
    const change = i >= 22 ? `IF(OR(E${n}="",D${n}=""),"",E${n}-D${n})` : `E${n}-D${n}`;
    return [String(i + 1), `Chỉ tiêu số ${i + 1}`, 'HTX', ...FIGURES[i === at ? slip : 'none']({ n, base, actual, change })];
  });
  return { rows: [header, ...rows], cell: `F${at + 2}` };
}

test.each(['none', 'other-row', 'constant', 'blank'] as const)('[O1][O2][O6] two hundred sheets of two blocks of formulas, slip: %s', (slip) => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const { rows, cell } = wide(seed, slip);
    const [report] = checkWorkbook([gridOf('Biểu', rows)], OPTIONS, vi.words);
    const found = report?.findings.filter(({ group }) => group === 'formulas').map((one) => one.cell);
    expect([seed, found]).toEqual([seed, slip === 'none' ? [] : [cell]]);
  }
});

test('[F15] two hundred sheets with an error that others read: where it starts is named', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const { rows, cell } = wide(seed, 'error');
    const origin = cell.replace('F', 'E');
    const [report] = checkWorkbook([gridOf('Biểu', rows)], OPTIONS, vi.words);
    const found = report?.findings.filter(({ rule }) => rule === 'error-value').map((one) => [one.cell, one.why.includes(`bắt đầu từ ${origin},`)]);
    expect([seed, found]).toEqual([seed, [[origin, false], [cell, true], [cell.replace('F', 'G'), true]]]);
  }
});
