import { expect, test } from '@jest/globals';
import { knownTemplates } from '#app/known-templates';
import { checkWorkbook } from '#core/check';
import { reportOf, type SheetReport } from '#core/report';
import { gridOf } from '#core/table/grid';
import { drawing } from '#test/draw/drawing';
import { expectValidReport } from '#test/report-schema';
import { en } from '#words/en';
import { vi } from '#words/vi';

const APPENDIX = `
  1 | Tổng số HTX | HTX | 31 | 5 | 119,2%
  - | Nông nghiệp | HTX | 19 | |
  - | Vận tải | HTX | 11 | |
  2 | Thành lập mới | HTX | 65 | 4 | 106,5%
  3 | Giải thể | HTX | 102 | 17 | 20,0%
  4 | Chưa rõ | HTX | … | 17 | 20,0%`;

const check = (text: string, texts = vi): SheetReport[] => checkWorkbook([drawing(text).grid], { templates: knownTemplates() }, texts.words);

test('[C1] every relation is evaluated, found broken, or said to be unchecked', () => {
  const [sheet] = check(APPENDIX);
  expect(sheet?.checked).toBeGreaterThan(5);
  expect(sheet?.findings.map(({ rule, cell }) => `${rule} ${cell}`)).toEqual(['sum-of-parts D2', 'ratio-of-base F5', 'ratio-of-base F6', 'sign-of-change F7']);
  expect(sheet?.unchecked.map(({ rule, cell, why }) => `${rule} ${cell}: ${why}`)).toEqual(['ratio-of-base F7: Chưa kiểm tra được F7: “Chưa rõ” (D7) ghi “…”, chưa thu thập được.']);
});

test('[C2] a declared relation accuses, an inferred one warns, a truncated figure is a note', () => {
  expect(check(APPENDIX)[0]?.findings.map(({ cell, severity }) => `${cell} ${severity}`)).toEqual(['D2 warning', 'F5 note', 'F6 error', 'F7 error']);
});

test('[C3] the report is the contract, in both languages, and the same input gives the same bytes', () => {
  for (const texts of [vi, en]) {
    const report = (): ReturnType<typeof reportOf> => reportOf([{ file: 'a.xlsx', status: 'checked', error: null, sheets: check(APPENDIX, texts) }]);
    expectValidReport(report());
    expect(JSON.stringify(report())).toBe(JSON.stringify(report()));
    expect(report().summary).toEqual({ files: 1, unreadable: 0, errors: 2, warnings: 1, notes: 1, unchecked: 1, waived: 0 });
  }
});

test('[C3] a finding says what was read and what may stand there, as canonical decimals', () => {
  const finding = check(APPENDIX)[0]?.findings.find(({ cell }) => cell === 'F6');
  expect(finding).toMatchObject({ found: '20', expected: { from: '120', to: '120' }, related: ['D6', 'E6'], indicator: { id: null, section: '', ordinal: '3', name: 'Giải thể' }, waived: null });
});

test('[C3] ids are unique, and stay when rows are inserted above', () => {
  const ids = (text: string): string[] => check(text)[0]?.findings.map(({ id }) => id) ?? [];
  const twice = `${APPENDIX}\n3 | Giải thể | HTX | 102 | 17 | 20,0%`;
  expect(new Set(ids(twice)).size).toBe(ids(twice).length);
  expect(ids(`- | Dòng mới | HTX | 5 | |\n${APPENDIX.trim()}`)).toEqual(ids(APPENDIX));
});

test('[C3] columns are named by what they hold', () => {
  expect(check(APPENDIX)[0]).toMatchObject({ table: 'A1:F7', year: 2020, period: 'year', columns: { ordinal: 'A', indicator: 'B', unit: 'C', actual: 'D', change: 'E', ratio: 'F' } });
});

test('[T6] a sheet without a table has its entry, with nothing checked', () => {
  const sheets = checkWorkbook([gridOf('Bìa', [['BÁO CÁO'], ['Năm 2020']]), drawing(APPENDIX).grid], { templates: knownTemplates() }, vi.words);
  expect(sheets.map(({ name, table, checked }) => [name, table, checked > 0])).toEqual([['Bìa', null, false], ['Bảng', 'A1:F7', true]]);
});

test('[C3] hostile names are data: __proto__ and constructor are sheets, indicators and columns like others', () => {
  const text = APPENDIX.replaceAll('Giải thể', '__proto__').replaceAll('Vận tải', 'constructor');
  const sheets = checkWorkbook([drawing(text, '__proto__').grid], { templates: knownTemplates() }, vi.words);
  expect(sheets[0]?.name).toBe('__proto__');
  expect(sheets[0]?.findings.map(({ indicator }) => indicator?.name)).toContain('__proto__');
});
