import { expect, test } from '@jest/globals';
import { knownTemplates } from '#app/known-templates';
import { checkWorkbook } from '#core/check';
import { readTemplate } from '#core/layout/read-template';
import { tablesOf } from '#core/layout/table';
import type { Template } from '#core/layout/template';
import type { NewForm } from '#core/new/form';
import { newBook, type NewBook, type NewBookOptions } from '#core/new/new-book';
import { address, gridOf, placeOf, type Grid } from '#core/table/grid';
import { evaluated } from '#test/core/new/evaluated';
import { cellIn, filledGrids } from '#test/core/new/filled';
import { appendix } from '#test/generate/appendix';
import type { Role } from '#test/generate/figures';
import { vi } from '#words/vi';

const [PUBLISHED] = knownTemplates() as readonly [Template];

function made(options: Partial<NewBookOptions> = {}): NewBook {
  return newBook({ template: PUBLISHED, year: 2021, base: 'sheet', sources: [], office: '', isLocked: false, taken: [], ...options });
}

function formsOf(options: Partial<NewBookOptions> = {}): readonly [NewForm, ...NewForm[]] {
  const { forms: [form, ...more] } = made(options);
  if (form === undefined) throw new Error('No form');
  return [form, ...more];
}

function drawn({ rows }: NewForm, from: number, to: number): string {
  const shown = rows.slice(from, to).map((row) => row.map((cell) => (cell === null ? '' : cell.formula === null ? String(cell.value ?? '') : `=${cell.formula}`)).join(' | ').trimEnd());
  return shown.join('\n');
}

function areas({ merges }: NewForm): string[] {
  return merges.map(({ top, left, bottom, right }) => `${address(top, left)}:${address(bottom, right)}`);
}

test('[A1] new form › has the titles, the merged header and the rows of its template, the year put in', () => {
  const [form] = formsOf({ office: 'LIÊN MINH HTX TỈNH A' });
  expect(form.name).toBe('Phụ lục 2021');
  expect(drawn(form, 0, 11)).toBe(`
LIÊN MINH HTX TỈNH A |  |  |  |  |  |  |
PHỤ LỤC |  |  |  |  |  |  |
Tình hình thực hiện các chỉ tiêu, nhiệm vụ phát triển kinh tế tập thể, HTX và hoạt động của hệ thống Liên minh Hợp tác xã Việt Nam năm 2021 |  |  |  |  |  |  |
(kèm theo Báo cáo số …… ngày ……) |  |  |  |  |  |  |
TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2021 | So sánh với |  |  |
 |  |  |  | năm 2020 |  | Kế hoạch 2021 |
 |  |  |  | Số lượng | Tỷ lệ | Số lượng | Tỷ lệ
I | HỢP TÁC XÃ |  |  |  |  |  |
1 | Tổng số HTX | HTX | =IF(COUNT(D10:D17)<8,"",SUM(D10:D17)) | =IF(COUNT(D9,'Số liệu so sánh 2021'!D9)<2,"",D9-'Số liệu so sánh 2021'!D9) | =IF(COUNT(D9,'Số liệu so sánh 2021'!D9)<2,"",IF('Số liệu so sánh 2021'!D9>0,D9/'Số liệu so sánh 2021'!D9,"")) | =IF(COUNT(D9,'Số liệu so sánh 2021'!E9)<2,"",D9-'Số liệu so sánh 2021'!E9) | =IF(COUNT(D9,'Số liệu so sánh 2021'!E9)<2,"",IF('Số liệu so sánh 2021'!E9>0,D9/'Số liệu so sánh 2021'!E9,""))
- | Nông nghiệp | HTX |  | =IF(COUNT(D10,'Số liệu so sánh 2021'!D10)<2,"",D10-'Số liệu so sánh 2021'!D10) | =IF(COUNT(D10,'Số liệu so sánh 2021'!D10)<2,"",IF('Số liệu so sánh 2021'!D10>0,D10/'Số liệu so sánh 2021'!D10,"")) | =IF(COUNT(D10,'Số liệu so sánh 2021'!E10)<2,"",D10-'Số liệu so sánh 2021'!E10) | =IF(COUNT(D10,'Số liệu so sánh 2021'!E10)<2,"",IF('Số liệu so sánh 2021'!E10>0,D10/'Số liệu so sánh 2021'!E10,""))
- | Công nghiệp -TTCN | HTX |  | =IF(COUNT(D11,'Số liệu so sánh 2021'!D11)<2,"",D11-'Số liệu so sánh 2021'!D11) | =IF(COUNT(D11,'Số liệu so sánh 2021'!D11)<2,"",IF('Số liệu so sánh 2021'!D11>0,D11/'Số liệu so sánh 2021'!D11,"")) | =IF(COUNT(D11,'Số liệu so sánh 2021'!E11)<2,"",D11-'Số liệu so sánh 2021'!E11) | =IF(COUNT(D11,'Số liệu so sánh 2021'!E11)<2,"",IF('Số liệu so sánh 2021'!E11>0,D11/'Số liệu so sánh 2021'!E11,""))`.slice(1));
  expect(areas(form)).toEqual(['A1:H1', 'A2:H2', 'A3:H3', 'A4:H4', 'A5:A7', 'B5:B7', 'C5:C7', 'D5:D7', 'E5:H5', 'E6:F6', 'G6:H6']);
  expect(form.header).toEqual({ first: 4, last: 6 });
});

test('[A1] new form › every row is recognised by its name, in its place', () => {
  for (const base of ['sheet', 'columns'] as const) {
    const [form] = formsOf({ base });
    const [grid] = filledGrids([form], () => undefined) as [Grid];
    const [table] = tablesOf(grid, { templates: knownTemplates() });
    const matches = [...(table?.recognition?.matches.values() ?? [])];
    expect([table?.recognition?.confidence, table?.year, matches.length]).toEqual([100, 2021, 80]);
    expect(matches.filter(({ likeness }) => likeness !== 'name')).toEqual([]);
  }
});

test('[A2] new form › totals of declared parts and rates of two rows are formulas, each figure guarded', () => {
  const [form] = formsOf({ base: 'columns' });
  const at = (cell: string): string | null | undefined => form.rows.flatMap((row, r) => row.map((one, c) => [address(r, c), one?.formula] as const)).find(([name]) => name === cell)?.[1];
  expect(at('F8')).toBe('IF(COUNT(F9:F16)<8,"",SUM(F9:F16))');
  expect(at('F24')).toBe('IF(COUNT(F25,F26)<2,"",SUM(F25,F26))');
  expect(at('F21')).toBe('IF(COUNT(F20,F8)<2,"",IF(F8>0,F20/F8,""))');
  expect(at('G8')).toBe('IF(COUNT(F8,D8)<2,"",F8-D8)');
  expect(at('H8')).toBe('IF(COUNT(F8,D8)<2,"",IF(D8>0,F8/D8,""))');
  expect(at('J8')).toBe('IF(COUNT(F8,E8)<2,"",IF(E8>0,F8/E8,""))');
});

test('[A2] new form › a dash, an x, a blank and a base of 0 give empty cells, and no error', () => {
  const forms = formsOf({ base: 'columns' });
  const typed = new Map<string, string | number>([['D17', '-'], ['F17', 5], ['D18', 0], ['F18', 5], ['F19', 'x'], ['D20', 3], ['F20', '…'], ['D22', 4], ['F22', 0]]);
  const [grid] = filledGrids(forms, (_, row, column) => typed.get(address(row, column)));
  const values = ['G17', 'H17', 'G18', 'H18', 'G19', 'G20', 'H20', 'G22', 'H22'].map((cell) => grid?.cell(placeOf(cell).row, placeOf(cell).column).value);
  expect(values).toEqual(['', '', 5, '', '', '', '', -4, 0]);
});

const OWN: unknown = {
  version: 1, id: 'rieng', name: { vi: 'Riêng', en: 'Own' }, title: [], requiredColumns: ['indicator'],
  columns: [
    { role: 'indicator', header: ['Nội dung'] }, { role: 'unit', header: ['ĐVT'] }, { role: 'actual', header: ['Năm {year-1}', 'Thực hiện'] },
    { role: 'plan', header: ['Năm {year}', 'Kế hoạch'] }, { role: 'estimate', header: ['Năm {year}', 'Ước thực hiện'] },
    { role: 'growth', header: ['Tăng trưởng so với năm {year-1} (%)'] }, { role: 'attainment', header: ['Đạt % so với KH {year}'] },
  ],
  sections: [{ id: 'a', ordinal: 'A', name: 'KINH TẾ', rows: [
    { id: 'a.1', ordinal: '1', name: 'Tổng thu', unit: 'tỷ đồng', kind: 'amount', polarity: 'more', parts: ['a.2', 'a.3'] },
    { id: 'a.2', ordinal: '-', name: 'Thu nội địa', unit: 'tỷ đồng', kind: 'amount', polarity: 'more', parent: 'a.1' },
    { id: 'a.3', ordinal: '-', name: 'Thu khác', unit: 'tỷ đồng', kind: 'amount', polarity: 'more', parent: 'a.1', negative: true },
    { id: 'a.4', ordinal: '2', name: 'Tỷ lệ hộ nghèo', unit: '%', kind: 'rate', polarity: 'less' },
  ] }],
};

test('[A1] new form › a template whose own columns hold the bases needs no sheet for them; ordinals without a column stand before the names', () => {
  const { forms, open, carried } = made({ template: readTemplate(OWN), year: 2025 });
  expect(forms.map(({ name }) => name)).toEqual(['Phụ lục 2025']);
  expect(drawn(forms[0] as NewForm, 0, 7)).toBe(`
Nội dung | ĐVT | Năm 2024 | Năm 2025 |  | Tăng trưởng so với năm 2024 (%) | Đạt % so với KH 2025
 |  | Thực hiện | Kế hoạch | Ước thực hiện |  |
A. KINH TẾ |  |  |  |  |  |
1. Tổng thu | tỷ đồng | =IF(COUNT(C5,C6)<2,"",SUM(C5,C6)) | =IF(COUNT(D5,D6)<2,"",SUM(D5,D6)) | =IF(COUNT(E5,E6)<2,"",SUM(E5,E6)) | =IF(COUNT(E4,C4)<2,"",IF(C4>0,E4/C4-1,"")) | =IF(COUNT(E4,D4)<2,"",IF(D4>0,E4/D4,""))
- Thu nội địa | tỷ đồng |  |  |  | =IF(COUNT(E5,C5)<2,"",IF(C5>0,E5/C5-1,"")) | =IF(COUNT(E5,D5)<2,"",IF(D5>0,E5/D5,""))
- Thu khác | tỷ đồng |  |  |  | =IF(COUNT(E6,C6)<2,"",IF(C6>0,E6/C6-1,"")) | =IF(COUNT(E6,D6)<2,"",IF(D6>0,E6/D6,""))
2. Tỷ lệ hộ nghèo | % |  |  |  | =IF(COUNT(E7,C7)<2,"",IF(C7>0,E7/C7-1,"")) | =IF(COUNT(E7,D7)<2,"",IF(D7>0,E7/D7,""))`.slice(1));
  expect([carried, open]).toEqual([0, 6]);
});

test('[A1] new form › in a workbook that has sheets of these names, others are taken, and the formulas say them', () => {
  const [form, bases] = formsOf({ taken: ['phụ lục 2021', 'Số liệu so sánh 2021'] });
  expect([form.name, bases?.name]).toEqual(['Phụ lục 2021 (2)', 'Số liệu so sánh 2021 (2)']);
  expect(form.rows[8]?.[4]?.formula).toBe("IF(COUNT(D9,'Số liệu so sánh 2021 (2)'!D9)<2,\"\",D9-'Số liệu so sánh 2021 (2)'!D9)");
});

test('[A1] new form › a header that nobody could read is refused, with the template\'s name', () => {
  const template: Template = { ...PUBLISHED, id: 'la', columns: [{ role: 'indicator', header: ['X'] }, { role: 'unit', header: ['Y'] }] };
  expect(() => made({ template })).toThrow(/Cannot make a sheet from template "la"/);
});

test('[A2] new form › parts that lead back to their total get no formula', () => {
  const [first, ...rest] = readTemplate(OWN).sections[0]?.rows ?? [];
  const rows = [first, ...rest.map((row) => (row.id === 'a.2' ? { ...row, parts: ['a.1', 'a.3'] } : row))].filter((row) => row !== undefined);
  const template = { ...readTemplate(OWN), sections: [{ id: 'a', ordinal: 'A', name: 'KINH TẾ', rows }] };
  const [form] = formsOf({ template });
  expect(form.rows[3]?.[2]).toMatchObject({ formula: null, look: 'input' });
  expect(form.rows[4]?.[2]).toMatchObject({ formula: null, look: 'input' });
});

test('[A3] new form › formats follow what a row counts and what a column holds', () => {
  const [form] = formsOf({ base: 'columns' });
  const formats = (row: number): string => (form.rows[row - 1] ?? []).slice(3).map((cell) => cell?.format ?? '').join(' | ');
  expect(formats(8)).toBe('#,##0 | #,##0 | #,##0 | +#,##0;-#,##0;#,##0 | 0.0% | +#,##0;-#,##0;#,##0 | 0.0%');
  expect(formats(21)).toBe('0.0% | 0.0% | 0.0% | +0.0%;-0.0%;0.0% | 0.0% | +0.0%;-0.0%;0.0% | 0.0%');
  expect(formats(34)).toBe('#,##0.0 | #,##0.0 | #,##0.0 | +#,##0.0;-#,##0.0;#,##0.0 | 0.0% | +#,##0.0;-#,##0.0;#,##0.0 | 0.0%');
});

/** Whether a cell's rule lets somebody type a value. */
function takes(formula: string, value: number | string): boolean {
  const [, cell, numbers, answers] = /^IF\(ISNUMBER\(([A-Z]+\d+)\),(.+),OR\((.+)\)\)$/.exec(formula) as unknown as readonly [string, string, string, string];
  if (typeof value === 'string') return answers.split(',').includes(`${cell}="${value}"`);
  const tests = numbers.startsWith('AND(') ? numbers.slice(4, -1).split(',') : [numbers];
  const isTrue = (one: string): boolean => one === 'TRUE' || evaluated(one, '', () => value) === 1;
  return tests.every((one) => (one === `${cell}=INT(${cell})` ? Number.isInteger(value) : isTrue(one)));
}

test('[A4] new form › counts take whole numbers from 0, amounts any from 0, profits any, rates up to 100 %, and the answers that are none', () => {
  const [form] = formsOf();
  const ruleOf = (row: number): { readonly rule: string; readonly formula: string } | undefined => form.inputs.find(({ area }) => area.left === 3 && area.top <= row - 1 && area.bottom >= row - 1);
  const taken = (row: number): string => {
    const { rule = '', formula = '' } = ruleOf(row) ?? {};
    return `${rule} ${[0, 5, 2.5, -1, 0.632, 1.2, '-', 'x', '…', 'năm'].filter((value) => takes(formula, value)).join(' ')}`;
  };
  expect(taken(9)).toBe('count 0 5 - x …');
  expect(taken(34)).toBe('amount 0 5 2.5 0.632 1.2 - x …');
  expect(taken(36)).toBe('signed 0 5 2.5 -1 0.632 1.2 - x …');
  expect(taken(29)).toBe('rate 0 0.632 - x …');
  expect(Object.fromEntries(form.inputs.map(({ rule, isStrict }) => [rule, isStrict]))).toEqual({ count: true, amount: false, signed: true, rate: false });
  // A total adds its parts up, and takes a count where they are not known; a rate of two rows and a comparison take nothing.
  expect(ruleOf(8)?.rule).toBe('count');
  expect([ruleOf(21), form.inputs.filter(({ area }) => area.left > 3)]).toEqual([undefined, []]);
});

function grid2020(lines: readonly (readonly (string | number)[])[]): Grid {
  return gridOf('Năm trước', [['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Thực hiện năm 2020'], ['I', 'HỢP TÁC XÃ'], ...lines]);
}

test('[A5] new form › last year\'s figures are carried in by indicator, units converted, percents as fractions; totals stay formulas where none is there', () => {
  const grid = grid2020([['1', 'Tổng số HTX', 'HTX', 25_454], ['4', 'Số HTX là thành viên Liên minh HTX', 'HTX', '16.079'], ['', 'Tỷ lệ %/ tổng số HTX', '%', '63,2%'], ['11', 'Tổng vốn điều lệ HTX', 'triệu đồng', 44_223_592]]);
  const sources = tablesOf(grid, { templates: [PUBLISHED], template: PUBLISHED, file: 'truoc.xlsx' }).map((table) => ({ table, as: 'earlier' as const }));
  const book = made({ sources });
  const [, bases] = book.forms;
  const cells = [8, 20, 21, 34, 24].map((row) => bases?.rows[row - 1]?.[3]);
  expect(cells.map((cell) => cell?.value)).toEqual([25_454, 16_079, 0.632, 44_223.592, null]);
  expect(cells.map((cell) => cell?.look)).toEqual(['carried', 'carried', 'carried', 'carried', 'total']);
  expect([book.carried, book.open, [...book.used]]).toEqual([4, 120, sources]);
  // The plan is still to be typed: its sheet is to be seen.
  expect(bases?.hidden).toBe(false);
  expect(made({ sources, base: 'columns' }).forms[0]?.rows[7]?.[3]).toMatchObject({ value: 25_454, look: 'carried' });
});

test('[A5] new form › the sheet of bases is hidden once each of its columns has figures, and its rows have the form\'s numbers', () => {
  const last = tablesOf(grid2020([['1', 'Tổng số HTX', 'HTX', 25_454]]), { templates: [PUBLISHED], template: PUBLISHED, file: 'a.xlsx' }).map((table) => ({ table, as: 'earlier' as const }));
  const planned = tablesOf(gridOf('KH', [['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Kế hoạch năm 2021'], ['I', 'HỢP TÁC XÃ'], ['1', 'Tổng số HTX', 'HTX', 26_000]]), { templates: [PUBLISHED], template: PUBLISHED, file: 'b.xlsx' }).map((table) => ({ table, as: 'plan' as const }));
  const [form, bases] = formsOf({ sources: [...last, ...planned], office: 'Đơn vị' });
  expect(bases?.hidden).toBe(true);
  const labels = ({ rows, header }: NewForm): unknown => rows.map((row, i) => (i > header.last ? row.slice(0, 3) : null));
  expect(labels(bases as NewForm)).toEqual(labels(form));
});

const ROLES: Readonly<Record<NewBookOptions['base'], readonly Role[]>> = { sheet: ['actual'], columns: ['base', 'plan', 'actual'] };
const BESIDE: readonly Role[] = ['base', 'plan'];

// Whether such figures are plausible is left to chance.
test.each(['sheet', 'columns'] as const)('[A6] new form › filled with consistent figures, bases in %s, it checks clean in 60 of 60', (base) => {
  const failed: string[] = [];
  let checked = 0;
  for (let seed = 1; seed <= 60; seed += 1) {
    const { placed, options } = appendix(seed, { sections: ['I', 'II', 'III', 'IV', 'V'], absent: 0, blank: 0, bases: true, plan: true, cells: 'numbers', digits: 'printed', shortening: 'half-up', percent: 'signed' });
    const figures = new Map(placed.map(({ indicator, role, printed, percent }) => [`${indicator.id} ${role}`, percent ? printed.double() / 100 : printed.double()]));
    const forms = formsOf({ base, year: options.year });
    const indicators = PUBLISHED.sections.flatMap((section) => [null, ...section.rows]);
    const grids = filledGrids(forms, (form, row, column) => {
      if (cellIn(form, row, column)?.look !== 'input') return undefined;
      const indicator = indicators[row - form.header.last - 1];
      const role = (form === forms[0] ? ROLES[base] : BESIDE)[column - 3];
      return figures.get(`${String(indicator?.id)} ${String(role)}`);
    });
    const reports = checkWorkbook(grids, { templates: knownTemplates() }, vi.words);
    checked += reports[0]?.checked ?? 0;
    failed.push(...reports.flatMap(({ name, findings }) => findings.filter(({ severity, group }) => group !== 'plausibility' && (severity !== 'note' || group === 'layout')).map(({ cell, what }) => `${seed} ${name}!${cell}: ${what}`)));
    if (reports.length !== forms.length) failed.push(`${seed}: ${reports.length} tables`);
  }
  expect(failed.slice(0, 10)).toEqual([]);
  expect(checked).toBeGreaterThan(60 * 200);
});

test('[A6] new form › blank, the only thing that a check misses is figures', () => {
  for (const base of ['sheet', 'columns'] as const) {
    const reports = checkWorkbook(filledGrids(formsOf({ base }), () => undefined), { templates: knownTemplates() }, vi.words);
    expect(new Set(reports.flatMap(({ findings }) => findings.map(({ rule }) => rule)))).toEqual(new Set(['required-figure']));
  }
});

test('[A6] new form › the same template gives the same form', () => {
  expect(made()).toEqual(made());
});
