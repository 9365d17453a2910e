import { expect, test } from '@jest/globals';
import { blankFile } from '#adapters/browser/blank-file';
import { plainUnpacker } from '#adapters/xlsx/plain-unpacker';
import { readWorkbook } from '#adapters/xlsx/read-workbook';
import type { FormTools, FormWish } from '#app/session/form-wish';
import { OWN } from '#app/session/source-choices';
import { excelStage } from '#test/adapters/excel/stage';
import { part } from '#test/adapters/xlsx/patch/harness';
import { MemoryHost } from '#test/hosts/memory-host';
import { drawing } from '#test/draw/drawing';
import { opened, readAppendix } from '#test/app/session/stage';
import { newForms } from '#words/new-vi';

const tools = (open: FormTools['open'] = null): FormTools => ({ blank: () => Promise.resolve(blankFile()), open, messages: newForms.messages });
const wish = (change: Partial<FormWish> = {}): FormWish => ({ template: 'lmhtxvn-2020', year: 2021, office: 'Liên minh HTX tỉnh A', from: { earlier: OWN, plan: OWN }, isLocked: false, ...change });

test('[A8] new forms › a form of the next year is put into the workbook with this year’s figures, and looked at', async () => {
  const appendix = await readAppendix();
  const host = new MemoryHost([appendix]);
  const session = opened(host);
  await session.open();
  const [sheet] = await host.sheets();
  await session.forms.create(wish({ from: { earlier: { is: 'sheet', sheet: sheet?.id ?? '' }, plan: OWN } }), tools());
  const { madeForm, trouble, facts } = session.state();
  expect(trouble).toBeNull();
  expect(madeForm).toMatchObject({ name: 'Phụ lục 2021', unused: [] });
  expect(madeForm?.carried).toBeGreaterThan(60);
  const sheets = await host.sheets();
  expect(sheets.map(({ name }) => name)).toEqual([appendix.name, 'Phụ lục 2021', 'Số liệu so sánh 2021']);
  expect(facts.map(({ year, template }) => [year, template?.matched])).toEqual([[2021, 78]]);
});

test('[A8] new forms › formulas that read the sheet of bases are written again, for they may read the file', async () => {
  const host = new MemoryHost([await readAppendix()]);
  const session = opened(host);
  await session.open();
  await session.forms.create(wish(), tools());
  expect(host.calls.filter((call) => call === 'insert' || call === 'write')).toEqual(['insert', 'write']);
  const [form] = await host.read({ sheets: ['s2'] });
  const formulas = Array.from({ length: form?.grid.rowCount ?? 0 }, (_, row) => form?.grid.cell(row, 4).formula).filter((formula) => formula?.includes('!') === true);
  expect(formulas.length).toBeGreaterThan(60);
  expect(formulas[0]).toMatch(/'Số liệu so sánh 2021'!\$?D\$?\d+/);
});

test('[A8] new forms › a name that is taken gets a number; a source without figures is named', async () => {
  const other = drawing('TT | Chỉ tiêu | ĐVT | Thực hiện năm 2020\n1 | Việc khác | lần | 7', 'Phụ lục 2021').grid;
  const host = new MemoryHost([other]);
  const session = opened(host);
  await session.open();
  await session.forms.create(wish({ from: { earlier: { is: 'sheet', sheet: 's1' }, plan: OWN } }), tools());
  expect(session.state().madeForm).toMatchObject({ name: 'Phụ lục 2021 (2)', carried: 0, unused: ['earlier'] });
});

test('[A8] new forms › beside the workbook it is a file of its own, and the workbook stays as it is', async () => {
  const host = new MemoryHost([await readAppendix()]);
  const session = opened(host);
  await session.open();
  const before = host.snapshot();
  const files: (readonly [string, Uint8Array])[] = [];
  await session.forms.create(wish(), tools((name, bytes) => Promise.resolve(void files.push([name, bytes]))));
  expect(host.snapshot()).toEqual(before);
  expect(files.map(([name]) => name)).toEqual(['phu-luc-2021.xlsx']);
  const { sheets } = await readWorkbook(files[0]?.[1] ?? new Uint8Array(), 'phu-luc-2021.xlsx', plainUnpacker);
  expect(sheets.map((sheet) => sheet.name)).toEqual(['Phụ lục 2021', 'Số liệu so sánh 2021']);
  expect(session.state().madeForm?.name).toBe('phu-luc-2021.xlsx');
});

test('[A8] new forms › what the host refuses is told, and another form forgets the last one', async () => {
  const host = new MemoryHost([await readAppendix()]);
  const session = opened(host);
  await session.open();
  host.refuse('insert', 'protected');
  await session.forms.create(wish(), tools());
  expect(session.state()).toMatchObject({ madeForm: null, trouble: { doing: 'add-sheet' } });
  await session.retry();
  expect(session.state()).toMatchObject({ madeForm: { name: 'Phụ lục 2021' }, trouble: null });
  session.forms.begin();
  expect(session.state().madeForm).toBeNull();
});

test('[A9] new forms › locked where it is asked for, after its formulas were written; the sheet of bases is not', async () => {
  const host = new MemoryHost([await readAppendix()]);
  const session = opened(host);
  await session.open();
  await session.forms.create(wish(), tools());
  expect([session.state().madeForm?.lock, host.locked.size]).toEqual([null, 0]);
  host.calls.length = 0;
  await session.forms.create(wish({ isLocked: true }), tools());
  expect(host.calls.filter((call) => call === 'insert' || call === 'write' || call === 'protect')).toEqual(['insert', 'write', 'protect']);
  expect(session.state()).toMatchObject({ madeForm: { name: 'Phụ lục 2021 (2)', lock: 'locked' }, trouble: null });
  const sheets = await host.sheets();
  const names = new Map(sheets.map(({ id, name }) => [id, name]));
  expect([...host.locked].map((id) => names.get(id))).toEqual(['Phụ lục 2021 (2)']);
});

test('[A9] new forms › where only the lock is refused the form stays, and that is told', async () => {
  const host = new MemoryHost([await readAppendix()]);
  const session = opened(host);
  await session.open();
  host.refuse('protect', 'refused');
  await session.forms.create(wish({ isLocked: true }), tools());
  expect(session.state()).toMatchObject({ madeForm: { name: 'Phụ lục 2021', lock: 'refused' }, trouble: null });
  const sheets = await host.sheets();
  expect(sheets.map(({ name }) => name)).toContain('Phụ lục 2021');
});

test('[A9] new forms › a file of its own comes locked, the form alone', async () => {
  const session = opened(new MemoryHost([await readAppendix()]));
  await session.open();
  const files: Uint8Array[] = [];
  const keep = tools((_, bytes) => Promise.resolve(void files.push(bytes)));
  await session.forms.create(wish({ isLocked: true }), keep);
  await session.forms.create(wish(), keep);
  const locks = files.flatMap((file) => [1, 2].map((n) => /<sheetProtection [^>]*>/.exec(part(file, `xl/worksheets/sheet${n}.xml`))?.[0] ?? null));
  expect(locks).toEqual([null, '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>', null, null]);
});

test('[A9] Excel › a locked form has no password, is checked, and refuses in a sentence what it locks', async () => {
  const stage = excelStage([await readAppendix()]);
  const session = opened(stage.host);
  await session.open();
  await session.forms.create(wish({ isLocked: true }), tools());
  expect(session.state()).toMatchObject({ madeForm: { lock: 'locked' }, trouble: null });
  const form = stage.book.sheets.find(({ name }) => name === 'Phụ lục 2021');
  expect([form?.isProtected, form?.protection]).toEqual([true, { allowFormatColumns: true, allowFormatRows: true, hasPassword: false }]);
  expect(stage.book.sheets.filter(({ isProtected }) => isProtected)).toHaveLength(1);
  await session.check();
  expect(session.state()).toMatchObject({ phase: 'checked', facts: [{ year: 2021, template: { matched: 78 } }] });
  const sheet = form?.id ?? '';
  await expect(stage.host.write([{ sheet, row: 0, column: 0, content: { kind: 'number', value: 1 }, format: null }])).rejects.toMatchObject({ reason: 'protected' });
});
