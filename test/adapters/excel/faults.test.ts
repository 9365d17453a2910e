/** Excel fails at every request of every call: wholly, with the answer lost, and at each action. */
import { expect, jest, test } from '@jest/globals';
import { gridOf, placeOf, type Grid } from '#core/table/grid';
import { HostError, type CellWrite, type Mark, type Spot } from '#ports/workbook-host';
import { excelStage, sheetOf, VERSIONS, type ExcelStage } from '#test/adapters/excel/stage';
import type { Trouble } from '#test/office/fake-excel';

// Whole workbooks, many times over, on a machine that may be busy.
jest.setTimeout(60_000);

const GRID: Grid = {
  ...gridOf('Phụ lục', [['TT', 'Chỉ tiêu', 'Thực hiện'], ['1', 'Tổng số', 12], ['-', 'Vận tải', { value: 5, formula: null, format: '#,##0' }], ['-', 'Xây dựng', { value: 0, formula: 'C2-C3', format: null }]]),
  merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
  isRowHidden: (row) => row === 2,
};

const at = ({ book }: ExcelStage, cell: string): Spot => ({ sheet: book.sheets[0]?.id ?? '', ...placeOf(cell) });
const number = (stage: ExcelStage, cell: string, value: number): CellWrite => ({ ...at(stage, cell), content: { kind: 'number', value }, format: null });
const mark = (stage: ExcelStage, cell: string): Mark => ({ ...at(stage, cell), look: 'error', note: null });

/** Each call as the panel makes it; what is there before it may have been made by an earlier one. */
const CALLS: Readonly<Record<string, (stage: ExcelStage) => Promise<unknown>>> = {
  sheets: ({ host }) => host.sheets(),
  'read the sheet': ({ host }) => host.read({ sheets: 'active' }),
  'read all sheets': ({ host }) => host.read({ sheets: 'all' }),
  contents: (stage) => stage.host.contents([at(stage, 'C2')]),
  write: (stage) => stage.host.write([number(stage, 'C2', 1), number(stage, 'C3', 2), { ...at(stage, 'B4'), content: { kind: 'text', text: '=1' }, format: '@' }, { ...at(stage, 'C4'), content: { kind: 'formula', formula: 'C2+C3' }, format: null }]),
  mark: (stage) => stage.host.mark([mark(stage, 'C2'), mark(stage, 'C3')]),
  'take marks away': async (stage) => {
    await stage.again().mark([mark(stage, 'C4')]);
    await stage.host.mark([]);
  },
  select: (stage) => stage.host.select(at(stage, 'C4')),
  selection: ({ host }) => host.selection(),
  'add a sheet': ({ host }) => host.addSheet(GRID),
  'watch and stop': async ({ host }) => {
    const stop = await host.watch(() => null);
    await stop();
  },
  'keep a setting': async ({ host }) => {
    await host.keepSetting('key', 'value');
    await host.setting('key');
    await host.keepSetting('key', null);
  },
};

function troublesOf(sent: ExcelStage['excel']['traffic']): Trouble[] {
  return sent.flatMap(({ actions }, after) => [
    { after, at: 'whole' as const, code: 'InvalidOperationInCellEditMode' }, { after, at: 'whole' as const, code: 'ServiceNotAvailable' }, { after, at: 'lost' as const, code: 'RequestAborted' },
    ...Array.from({ length: actions }, (_, index) => ({ after, at: index, code: index % 2 === 0 ? 'GeneralException' : 'AccessDenied' })),
  ]);
}

/** What the sheet of the user holds, whatever stands beside and over it. */
function figures({ book }: ExcelStage): unknown {
  const { cells, merges } = book.sheets[0]?.snapshot() as Record<string, unknown>;
  return { cells, merges };
}

test.each(Object.entries(CALLS))('[H12][H10] %s › wherever it fails, no figure is lost, and it works afterwards', async (name, call) => {
  const clean = excelStage([GRID]);
  await call(clean);
  const done = figures(clean);
  const troubles = troublesOf(clean.excel.traffic);
  expect(troubles.length).toBeGreaterThan(3);
  for (const trouble of troubles) {
    const stage = excelStage([GRID]);
    const before = figures(stage);
    stage.excel.trouble(trouble);
    const error = await call(stage).then(() => null, (error_: unknown) => error_);
    const label = `${name} with ${JSON.stringify(trouble)}`;
    if (error === null) {
      expect([label, figures(stage)]).toEqual([label, done]);
    } else {
      expect([label, error]).toEqual([label, expect.any(HostError)]);
      expect([label, (error as HostError).left]).toEqual([label, []]);
      expect([label, figures(stage)]).toEqual([label, before]);
    }
    await stage.settled();
    await expect(call(stage)).resolves.not.toThrow();
    expect([label, figures(stage)]).toEqual([label, done]);
    await stage.host.mark([]);
    expect([label, stage.book.sheets[0]?.formats]).toEqual([label, []]);
    expect([label, stage.excel.isListenedTo]).toEqual([label, false]);
  }
});

test.each([
  ['AccessDenied', 'protected'], ['InvalidOperationInCellEditMode', 'edit-mode'], ['ItemNotFound', 'sheet-gone'], ['RequestAborted', 'cancelled'], ['Conflict', 'busy'],
  ['ServiceNotAvailable', 'busy'], ['ResponsePayloadSizeLimitExceeded', 'too-large'], ['RequestPayloadSizeLimitExceeded', 'too-large'], ['GeneralException', 'refused'], ['toString', 'refused'],
])('[H10] %s is said as %s', async (code, reason) => {
  const stage = excelStage([GRID]);
  stage.excel.trouble({ at: 'whole', code });
  await expect(stage.host.sheets()).rejects.toMatchObject({ name: 'HostError', reason });
});

test('[H10] a workbook that is only to be read is told apart from a protected sheet', async () => {
  const stage = excelStage([GRID]);
  stage.book.isReadOnly = true;
  await expect(stage.host.write([number(stage, 'C2', 1)])).rejects.toMatchObject({ reason: 'read-only', restored: 0, left: [] });
  await expect(stage.host.mark([mark(stage, 'C2')])).rejects.toMatchObject({ reason: 'read-only' });
  stage.book.isReadOnly = false;
  sheetOf(stage.book, at(stage, 'A1').sheet).isProtected = true;
  await expect(stage.host.write([number(stage, 'C2', 1)])).rejects.toMatchObject({ reason: 'protected', spot: at(stage, 'C2') });
  expect(await stage.host.read({ sheets: 'active' })).toHaveLength(1);
});

test.each(VERSIONS)('[H4][H13] with ExcelApi 1.%i a write that stops half-way is taken back, counted and placed', async (version) => {
  const stage = excelStage([GRID], version);
  const sheet = sheetOf(stage.book, at(stage, 'A1').sheet);
  sheet.put(1, 2, { locked: false });
  sheet.put(2, 2, { locked: false });
  sheet.isProtected = true;
  const before = stage.snapshot();
  await expect(stage.host.write([number(stage, 'C2', 1), number(stage, 'C3', 2), number(stage, 'A9', 3)])).rejects.toMatchObject({ reason: 'protected', restored: 2, left: [], spot: at(stage, 'A9') });
  expect(stage.snapshot()).toEqual(before);
  sheet.isProtected = false;
  const free = stage.snapshot();
  await expect(stage.host.write([number(stage, 'C2', 1), { ...at(stage, 'A9'), content: { kind: 'formula', formula: 'SUM(' }, format: null }])).rejects.toMatchObject({ reason: 'refused', restored: 1, spot: at(stage, 'A9') });
  expect(stage.snapshot()).toEqual(free);
});

test('[H4] cells that cannot be brought back are named', async () => {
  const stage = excelStage([GRID]);
  // The write loses its answer, and Excel is away from then on.
  stage.excel.trouble({ after: 1, at: 'lost', code: 'RequestAborted' });
  for (let i = 0; i < 3; i += 1) stage.excel.trouble({ at: 'whole', code: 'ServiceNotAvailable' });
  await expect(stage.host.write([number(stage, 'C2', 1)])).rejects.toMatchObject({ reason: 'cancelled', restored: 0, left: [at(stage, 'C2')] });
  const again = excelStage([GRID]);
  again.excel.trouble({ after: 1, at: 'lost', code: 'RequestAborted' });
  again.excel.trouble({ after: 1, at: 'whole' });
  again.excel.trouble({ at: 'whole' });
  again.excel.trouble({ at: 'whole' });
  await expect(again.host.write([number(again, 'C2', 1)])).rejects.toMatchObject({ restored: 0, left: [at(again, 'C2')] });
});

test('[H10] while a cell is edited nothing is done, and that is said', async () => {
  const stage = excelStage([GRID]);
  const before = stage.snapshot();
  stage.excel.isEditing = true;
  for (const name of Object.keys(CALLS)) await expect(CALLS[name]?.(stage)).rejects.toMatchObject({ reason: 'edit-mode' });
  expect(stage.snapshot()).toEqual(before);
});
