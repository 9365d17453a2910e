import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { plainUnpacker } from '#adapters/xlsx/plain-unpacker';
import { readWorkbook } from '#adapters/xlsx/read-workbook';
import { knownTemplates } from '#app/known-templates';
import { checkWorkbook } from '#core/check';
import { tablesOf } from '#core/layout/table';
import type { SheetReport } from '#core/report';
import { submissionOf } from '#core/submission';
import { BLANK, gridOf, type Grid } from '#core/table/grid';
import { appendix } from '#test/generate/appendix';
import { vi } from '#words/vi';

/** Every section, row, column and figure that the template asks for. */
const WHOLE = { sections: ['I', 'II', 'III', 'IV', 'V'], absent: 0, blank: 0, plan: true } as const;

function check(...grids: readonly Grid[]): SheetReport[] {
  return checkWorkbook(grids, { templates: knownTemplates() }, vi.words);
}

/** The same sheet with a blank for this year's total of cooperatives, which the template requires. */
function withoutTotal(grid: Grid): Grid {
  const [table] = tablesOf(grid, { templates: knownTemplates() });
  if (table?.recognition === undefined || table.recognition === null) throw new RangeError('Cannot find the table');
  const [total] = [...table.recognition.matches].find(([, { indicator }]) => indicator.id === 'I.1') ?? [];
  const column = table.columns.comparisons[0]?.actual.index;
  return { ...grid, cell: (row, at) => (row === total?.at && at === column ? BLANK : grid.cell(row, at)) };
}

test('[E3] submission › the published appendix of 2020 does not pass', async () => {
  const { sheets } = await readWorkbook(new Uint8Array(readFileSync('test/fixtures/phu-luc-2020.xlsx')), 'a.xlsx', plainUnpacker);
  const submission = submissionOf(check(...sheets));
  expect([submission?.passes, submission?.errors.length, submission?.missing.length, submission?.warnings.length]).toEqual([false, 17, 0, 9]);
  expect(submission?.errors.every(({ sheet }) => sheet === 'Phụ lục 2020')).toBe(true);
});

test('[E3] submission › a consistent and whole one passes; one with a blank where a figure is required does not', () => {
  const { grid } = appendix(1, WHOLE);
  const whole = check(grid);
  expect(whole.map(({ template }) => template?.id)).toEqual(['lmhtxvn-2020']);
  expect(submissionOf(whole)).toMatchObject({ passes: true, errors: [], missing: [] });
  const submission = submissionOf(check(withoutTotal(grid)));
  expect([submission?.passes, submission?.missing.map(({ finding }) => finding.rule)]).toEqual([false, ['required-figure']]);
});

test('[E3] submission › only known layouts count, and what is waived does not', () => {
  const other = check(gridOf('Khác', [['Vùng', 'Số hộ', 'Số xã'], ['Bắc', 5, 1], ['Nam', 6, 2]]));
  expect(submissionOf(other)).toBeNull();
  expect(submissionOf([])).toBeNull();
  const [report] = check(appendix(1, WHOLE).grid);
  if (report === undefined) throw new RangeError('Cannot find the table');
  const finding = { id: 'x', rule: 'sum-of-parts', severity: 'error', group: 'sums', cell: 'D6', related: [], indicator: null, what: '', why: '', todo: '', found: null, expected: null, waived: null } as const;
  const waived = { ...finding, waived: { reason: 'đúng', by: 'Lan', at: '2021-01-01' } };
  expect(submissionOf([{ ...report, findings: [waived] }])?.passes).toBe(true);
  expect(submissionOf([{ ...report, findings: [waived, finding] }])).toMatchObject({ passes: false, errors: [{ sheet: report.name, finding }] });
  expect(submissionOf([{ ...report, findings: [{ ...finding, severity: 'warning', rule: 'missing-column' }, { ...finding, severity: 'warning' }, { ...finding, severity: 'note' }] }])).toMatchObject({ passes: false, missing: [{}], warnings: [{}] });
});
