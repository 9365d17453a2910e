import { expect, test } from '@jest/globals';
import { gridOf, placeOf } from '#core/table/grid';
import type { MarkLook } from '#ports/workbook-host';
import { excelStage } from '#test/adapters/excel/stage';

const GRID = gridOf('Phụ lục', [['Chỉ tiêu', 'Thực hiện'], ['Tổng số', 12], ['Vận tải', 5], ['Xây dựng', 7]]);

test('[H5] marks › each severity has its fill and a line below; the cells behind a contradiction a dashed one', async () => {
  const stage = excelStage([GRID]);
  const sheet = stage.book.sheets[0]?.id ?? '';
  const looks: readonly MarkLook[] = ['error', 'warning', 'note', 'related'];
  await stage.host.mark(looks.map((look, i) => ({ sheet, ...placeOf(`B${i + 1}`), look, note: null })));
  // Excel puts each new one before those that are there.
  const formats = stage.book.sheets[0]?.formats.toReversed() ?? [];
  expect(formats.map(({ formula, line }) => [formula, line])).toEqual([
    ['=LEN("phuluc:error")>0', 'Continuous'], ['=LEN("phuluc:warning")>0', 'Continuous'], ['=LEN("phuluc:note")>0', 'Continuous'], ['=LEN("phuluc:related")>0', 'Dash'],
  ]);
  expect(new Set(formats.map(({ fill }) => fill)).size).toBe(4);
  expect(new Set(formats.map(({ border }) => border)).size).toBe(4);
});

test.each(['Hidden', 'VeryHidden'] as const)('[H7] a cell on a sheet that is %s is not selected, and that is said', async (visibility) => {
  const stage = excelStage([GRID, gridOf('Nháp', [['x']])]);
  const [first, second] = stage.book.sheets;
  if (first === undefined || second === undefined) throw new RangeError('Cannot find the sheets');
  second.visibility = visibility;
  await expect(stage.host.select({ sheet: second.id, row: 2, column: 1 })).rejects.toMatchObject({ reason: 'sheet-hidden', spot: { sheet: second.id, row: 2, column: 1 } });
  await expect(stage.host.selection()).resolves.toMatchObject({ sheet: first.id });
  second.visibility = 'Visible';
  await stage.host.select({ sheet: second.id, row: 2, column: 1 });
  await expect(stage.host.selection()).resolves.toMatchObject({ sheet: second.id, area: { top: 2, left: 1 } });
});

test('[H7][H10] where Excel fails to select for another reason, that one is given', async () => {
  const stage = excelStage([GRID]);
  stage.excel.trouble({ at: 'whole', code: 'ServiceNotAvailable' });
  await expect(stage.host.select({ sheet: stage.book.sheets[0]?.id ?? '', row: 0, column: 0 })).rejects.toMatchObject({ reason: 'busy' });
  stage.excel.trouble({ at: 'whole', code: 'InvalidOperation' });
  stage.excel.trouble({ at: 'whole', code: 'GeneralException' });
  await expect(stage.host.select({ sheet: stage.book.sheets[0]?.id ?? '', row: 0, column: 0 })).rejects.toMatchObject({ reason: 'refused' });
});
