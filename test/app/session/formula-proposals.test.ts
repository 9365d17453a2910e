/** Right formulas out of their cards into the sheet, over every host that there is. */
import { afterEach, expect, test } from '@jest/globals';
import { BrowserHost } from '#adapters/browser/browser-host';
import { OpenBook } from '#adapters/browser/open-book';
import { Session } from '#app/session/session';
import type { Listed } from '#app/session/state';
import { certainOf } from '#app/session/certain';
import { gridOf, type Cell, type Grid } from '#core/table/grid';
import type { WorkbookHost } from '#ports/workbook-host';
import { coreGrid } from '#test/adapters/browser/grid/core-grid';
import { excelStage } from '#test/adapters/excel/stage';
import { at, Clock } from '#test/app/session/stage';
import { MemoryHost } from '#test/hosts/memory-host';
import { en } from '#words/en';
import { vi } from '#words/vi';

interface Opened {
  readonly host: WorkbookHost;
  readonly type: (cell: string, value: string | number) => void;
  readonly sheet: string;
}

let close: (() => void) | null = null;
afterEach(() => {
  close?.();
  close = null;
});

const HOSTS = {
  memory: (grid: Grid): Opened => {
    const host = new MemoryHost([grid]);
    return { host, sheet: 's1', type: (cell, value) => { host.type(at(cell), value); } };
  },
  'Excel, over Microsoft’s own library': (grid: Grid): Opened => {
    const stage = excelStage([grid]);
    const sheet = stage.book.sheets[0]?.id ?? '';
    return { host: stage.host, sheet, type: (cell, value) => { stage.type({ ...at(cell), sheet }, value); } };
  },
  'the grid of the workbench': (grid: Grid): Opened => {
    const book = new OpenBook([{ grid, hidden: false }]);
    const shown = coreGrid(book);
    close = () => { shown.close(); };
    const sheet = book.sheets[0]?.id ?? '';
    return { host: new BrowserHost(book), sheet, type: (cell, value) => { shown.type({ ...at(cell), sheet }, { v: value, f: null }); } };
  },
};
const EACH = Object.entries(HOSTS);

const HEADER = ['TT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện năm 2019', 'Thực hiện năm 2020', 'Tăng, giảm so với năm 2019', 'Tỷ lệ so với năm 2019'];
const formula = (text: string, value: number, format: string | null = null): Cell => ({ value, formula: text, format });

/** Six rows whose comparisons are formulas; `own` stands in the fifth row of the sheet. */
function sheet(own: { readonly change?: Cell; readonly ratio?: Cell }): Grid {
  const rows = [0, 1, 2, 3, 4, 5].map((i) => {
    const [n, base, actual] = [i + 2, 10 + i, 20 + i];
    const isOdd = i === 3;
    return [`${i + 1}`, `Chỉ tiêu số ${i + 1}`, 'HTX', base, actual, (isOdd ? own.change : null) ?? formula(`E${n}-D${n}`, actual - base, '+#,##0;-#,##0'), (isOdd ? own.ratio : null) ?? formula(`IF(D${n}="","",E${n}/D${n})`, actual / base, '0.0%')];
  });
  return gridOf('Biểu', [HEADER, ...rows]);
}

async function checkedOn({ host }: Opened, language: 'vi' | 'en' = 'vi'): Promise<Session> {
  const session = new Session({ host, language, now: () => 0, later: new Clock().later, engine: () => import('#app/session/engine'), words: () => Promise.resolve((language === 'vi' ? vi : en).words) });
  await session.open();
  await session.choose({ live: false });
  await session.check();
  expect(session.state().trouble).toBeNull();
  return session;
}

/** The item of a formula finding in a cell. */
function itemAt(session: Session, cell: string): Listed {
  const item = session.state().items.find((one) => one.cell === cell && one.findings[0]?.group === 'formulas');
  if (item === undefined) throw new Error(`no item at ${cell}: ${session.state().items.map((one) => one.cell + one.what).join(' ')}`);
  return item;
}

async function apply(session: Session, item: Listed): Promise<void> {
  const [proposal, ...others] = item.proposals;
  if (proposal === undefined || others.length > 0) throw new Error('not one proposal');
  await session.apply([{ item, proposal }]);
}

async function cellOn({ host, sheet: id }: Opened, name: string): Promise<Cell | undefined> {
  const [read] = await host.read({ sheets: [id] });
  const { row, column } = at(name);
  return read?.grid.cell(row, column);
}

test.each(EACH)('[V19] %s › a wrong formula: its card, the right one in its place, the card gone, and back', async (_, open) => {
  const stage = open(sheet({ change: formula('E5-D4', 11, '+#,##0;-#,##0') }));
  const session = await checkedOn(stage);
  const item = itemAt(session, 'F5');
  expect(item.proposals).toMatchObject([{ changes: [{ cell: 'F5', from: '=E5-D4', to: '=E5-D5', cause: 'formula' }] }]);
  await apply(session, item);
  expect(await cellOn(stage, 'F5')).toMatchObject({ formula: 'E5-D5', format: '+#,##0;-#,##0' });
  expect(session.state()).toMatchObject({ moved: null, trouble: null, written: { undone: null, entry: { changes: [{ cell: 'F5', from: '=E5-D4', to: '=E5-D5' }] } } });
  expect(itemAt(session, 'F5').agrees).toBe(true);
  await session.undo();
  expect(await cellOn(stage, 'F5')).toMatchObject({ formula: 'E5-D4', format: '+#,##0;-#,##0' });
  expect(session.state().written?.undone).toEqual({ restored: 1, kept: [] });
  expect(itemAt(session, 'F5').agrees).toBe(false);
});

test.each(EACH)('[V19] %s › a figure over a formula: the formula comes back, and the figure after it', async (_, open) => {
  const stage = open(sheet({ change: { value: 10, formula: null, format: '+#,##0;-#,##0' } }));
  const session = await checkedOn(stage);
  expect(itemAt(session, 'F5').proposals[0]?.changes).toMatchObject([{ from: '10', to: '=E5-D5' }]);
  await apply(session, itemAt(session, 'F5'));
  expect(await cellOn(stage, 'F5')).toMatchObject({ formula: 'E5-D5', format: '+#,##0;-#,##0' });
  await session.undo();
  expect(await cellOn(stage, 'F5')).toMatchObject({ value: 10, formula: null, format: '+#,##0;-#,##0' });
});

test.each(EACH)('[V19] %s › a text over a formula gives way to a number with the format of its column, and comes back', async (_, open) => {
  const stage = open(sheet({ ratio: { value: '176,9%', formula: null, format: '@' } }));
  const session = await checkedOn(stage);
  await apply(session, itemAt(session, 'G5'));
  expect(await cellOn(stage, 'G5')).toMatchObject({ formula: 'IF(D5="","",E5/D5)', format: '0.0%' });
  await session.undo();
  expect(await cellOn(stage, 'G5')).toMatchObject({ value: '176,9%', formula: null, format: '@' });
});

test.each(EACH)('[V19] %s › nothing is written over what has changed since, and what stands there is said', async (_, open) => {
  const stage = open(sheet({ change: formula('E5-D4', 11) }));
  const session = await checkedOn(stage);
  const item = itemAt(session, 'F5');
  stage.type('F5', 12);
  await apply(session, item);
  expect(session.state()).toMatchObject({ moved: { cell: 'F5', now: '12' }, written: null });
  expect(await cellOn(stage, 'F5')).toMatchObject({ value: 12, formula: null });
});

test.each(EACH)('[V19] %s › nor is a formula that would no longer be right, though its cell is as it was', async (_, open) => {
  const stage = open(gridOf('Biểu', [['TT', 'Chỉ tiêu', 'ĐVT', 'Năm 2020'], ['1', 'Tổng số HTX', 'HTX', formula('SUM(D3:D3)', 19)], ['-', 'Nông nghiệp', 'HTX', 19], ['-', 'Vận tải', 'HTX', 11], [null, null, null, null], [null, null, null, null]]));
  const session = await checkedOn(stage);
  const item = itemAt(session, 'D2');
  for (const [cell, value] of [['A5', '-'], ['B5', 'Xây dựng'], ['C5', 'HTX'], ['D5', 4]] as const) stage.type(cell, value);
  await apply(session, item);
  expect(session.state()).toMatchObject({ moved: { cell: 'D2', now: '' }, written: null });
  expect(await cellOn(stage, 'D2')).toMatchObject({ formula: 'SUM(D3:D3)' });
  // Checked again, the card has the formula that is right by now.
  await apply(session, itemAt(session, 'D2'));
  expect(await cellOn(stage, 'D2')).toMatchObject({ formula: 'SUM(D3:D5)' });
});

test('[V19] Excel › a protected sheet is said, and nothing is written', async () => {
  const stage = excelStage([sheet({ change: formula('E5-D4', 11) })]);
  const session = await checkedOn({ host: stage.host, sheet: '', type: () => null });
  const [own] = stage.book.sheets;
  if (own === undefined) throw new Error('no sheet');
  own.isProtected = true;
  const before = JSON.stringify(stage.book.snapshot());
  await apply(session, itemAt(session, 'F5'));
  expect(session.state()).toMatchObject({ trouble: { doing: 'write', error: { reason: 'protected' } }, written: null });
  expect(JSON.stringify(stage.book.snapshot())).toBe(before);
});

test('[V19] a formula is shown with the separators of the reader, none is certain, and none is proposed where none follows', async () => {
  const stage = (): Opened => ({ host: new MemoryHost([sheet({ ratio: formula('IF(D4="","",E5/D4)', 2, '0.0%') })]), sheet: 's1', type: () => null });
  const session = await checkedOn(stage());
  const item = itemAt(session, 'G5');
  expect(item.proposals[0]?.changes[0]).toMatchObject({ from: '=IF(D4="";"";E5/D4)', to: '=IF(D5="";"";E5/D5)' });
  expect(item.todo).toContain('=IF(D5="";"";E5/D5)');
  const { items, results } = session.state();
  expect(certainOf(items, results).flatMap(({ proposal }) => proposal.changes.map(({ cause }) => cause))).not.toContain('formula');
  const english = await checkedOn(stage(), 'en');
  expect(itemAt(english, 'G5').proposals[0]?.changes[0]?.to).toBe('=IF(D5="","",E5/D5)');
  const linked = await checkedOn({ host: new MemoryHost([sheet({ change: formula('[1]Biểu!F5', 10) })]), sheet: 's1', type: () => null });
  const findings = linked.state().items.filter(({ findings: [first] }) => first?.rule === 'linked-workbook');
  expect(findings.map(({ proposals }) => proposals)).toEqual([[]]);
});
