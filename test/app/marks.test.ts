import { expect, test } from '@jest/globals';
import { addMarks, removeMarks } from '#app/marks';
import type { Diagnosis, Finding, SheetReport } from '#core/report';
import type { Severity } from '#core/rule';
import { edited, opened, part, read } from '#test/adapters/xlsx/patch/harness';
import { rawSheet } from '#test/adapters/xlsx/raw-workbook';
import { en } from '#words/en';
import { vi } from '#words/vi';

const SHEET = 'Phụ lục';

function finding(cell: string, severity: Severity, more: Partial<Finding> = {}): Finding {
  return { id: `x-${cell}`, rule: 'sum-of-parts', severity, group: 'sums', cell, related: [], indicator: { id: null, section: 'I', ordinal: '1', name: 'Tổng số' }, what: `điều ${cell}`, why: 'vì', todo: 'sửa', found: null, expected: null, waived: null, ...more };
}

function report(findings: readonly Finding[], diagnoses: readonly Diagnosis[] = []): SheetReport {
  return { name: SHEET, index: 0, table: 'A1:F9', template: null, year: 2020, period: 'year', columns: {}, checked: 3, findings, diagnoses, unchecked: [{ rule: 'sum-of-parts', cell: 'D6', why: 'Chưa kiểm tra được D6.' }] };
}

async function rowsOf(bytes: Uint8Array): Promise<readonly (readonly unknown[])[]> {
  const { sheets: [front] } = await read(bytes);
  if (front === undefined) throw new RangeError('Cannot find the sheet in front');
  return Array.from({ length: front.rowCount }, (_, row) => Array.from({ length: 7 }, (_unused, column) => front.cell(row, column).value));
}

test('[M1] marked sheet › diagnoses stand first, with the figure to put, then findings from the gravest, then what could not be checked', async () => {
  const diagnosis: Diagnosis = { cells: [{ cell: 'F6', found: '103.3', proposal: '103.4', cause: 'digit', confidence: 0.97 }, { cell: 'H6', found: null, proposal: null, cause: 'unknown', confidence: 0.5 }], what: 'F6 sai', why: 'vì sao', todo: 'sửa F6', explains: ['x-F6'], alternatives: [] };
  const sheet = report([finding('D4', 'note'), finding('F6', 'error'), finding('E5', 'warning'), finding('B2', 'error', { waived: { reason: 'đúng', by: 'Lan', at: '2021-01-01' } })], [diagnosis]);
  const rows = await rowsOf(edited(rawSheet(''), (workbook) => { addMarks(workbook, { file: 'a.xlsx', sheets: [sheet] }, vi); }));
  const body = rows.slice(rows.findIndex(([first]) => first === 'STT') + 1);
  expect(body.map(([number, level, cell, , what]) => [number, level, cell, what])).toEqual([
    ['Phụ lục · A1:F9 · năm 2020', null, null, null],
    [1, 'Nên sửa', 'F6', 'F6 sai'],
    [2, 'Lỗi', 'F6', 'điều F6'],
    [3, 'Cảnh báo', 'E5', 'điều E5'],
    [4, 'Ghi chú', 'D4', 'điều D4'],
    ['Chưa kiểm tra được (1)', null, null, null],
    [1, null, 'D6', 'Chưa kiểm tra được D6.'],
  ]);
  expect(body[1]?.[3]).toBe('F6: 103.3 → 103.4\nH6: trống → ?');
  expect(rows[2]?.[0]).toBe('1 lỗi, 1 cảnh báo, 1 ghi chú, 1 chỗ chưa kiểm tra được');
});

test('[M1] marks › the gravest finding colours a cell, all of them stand in its note, and waived ones are not marked', () => {
  const sheet = report([finding('F6', 'note'), finding('F6', 'error'), finding('B2', 'error', { waived: { reason: 'đúng', by: 'Lan', at: '2021-01-01' } })]);
  const marked = edited(rawSheet(''), (workbook) => { addMarks(workbook, { file: 'a.xlsx', sheets: [sheet] }, en); });
  expect([...part(marked, 'xl/worksheets/sheet1.xml').matchAll(/<conditionalFormatting sqref="([^"]*)">/g)].map(([, cells]) => cells)).toEqual(['F6']);
  expect(part(marked, 'xl/styles.xml')).toMatch(/<dxfs count="1"><dxf><font><color rgb="FF9C0006"\/>/);
  expect(part(marked, 'xl/comments1.xml')).toContain('Note: điều F6\nTo do: sửa\n\nError: điều F6\nTo do: sửa');
  expect(part(marked, 'xl/comments1.xml')).not.toContain('B2');
});

test('[M1] marks › two tables of one sheet are marked once, and texts of any length are cut where they do not fit', async () => {
  const long = '🙂'.repeat(20_000);
  const marked = edited(rawSheet(''), (workbook) => { addMarks(workbook, { file: long, sheets: [report([finding('A1', 'error', { what: long })]), { ...report([finding('A9', 'error')]), index: 1 }] }, vi); });
  expect([...part(marked, 'xl/worksheets/sheet1.xml').matchAll(/<cfRule /g)]).toHaveLength(1);
  const rows = await rowsOf(marked);
  expect(rows.flat().filter((value) => typeof value === 'string').every((value) => value.length <= 32_767 && !/\p{Cs}/u.test(value))).toBe(true);
});

test('[M2] marks › a workbook without them is left as it is', async () => {
  const source = rawSheet('<row r="1"><c r="A1"><v>1</v></c></row>');
  const workbook = opened(source);
  expect(removeMarks(workbook, await read(source))).toBe('none');
  expect(workbook.save()).toBe(source);
});
