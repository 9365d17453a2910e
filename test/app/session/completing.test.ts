import { expect, test } from '@jest/globals';
import { chosenOf, type Offer } from '#app/session/completing-state';
import type { Session } from '#app/session/session';
import { gridOf, placeOf, type Grid } from '#core/table/grid';
import { UnreadableFileError } from '#ports/workbook-files';
import { at, Clock, opened, readAppendix, settled } from '#test/app/session/stage';
import { MemoryHost } from '#test/hosts/memory-host';

const HEADER = ['TT', 'Chỉ tiêu', 'Đơn vị', 'Thực hiện năm 2020', 'So sánh với năm 2019: Số lượng', 'So sánh với năm 2019: Tỷ lệ'];
const percent = (value: number | null): { value: number | null; formula: null; format: string } => ({ value, formula: null, format: '0.0%' });
/** An empty ratio, one that is wrong, and a row of which only the actual is known. */
const table = (name = 'Biểu'): Grid => gridOf(name, [HEADER, ['1', 'Tổng số HTX', 'HTX', 102, 17, percent(null)], ['2', 'Tổng số THT', 'tổ', 5000, 1000, percent(0.25)], ['3', 'Thành viên', 'người', 50, null, percent(null)]]);
const lastYear = (name = 'Năm 2019', figures: readonly number[] = [85, 4000, 44]): Grid => gridOf(name, [['TT', 'Chỉ tiêu', 'Đơn vị', 'Thực hiện năm 2019'], ...['Tổng số HTX', 'Tổng số THT', 'Thành viên'].map((row, i) => [`${i + 1}`, row, i === 2 ? 'người' : i === 1 ? 'tổ' : 'HTX', figures[i] ?? 0])]);

/** "F2  → 120,0%": what is offered. */
const offered = (session: Session): string[] => {
  const { offers } = session.state().completing;
  return [...offers?.empty ?? [], ...offers?.differing ?? []].map(({ cell, from, to }) => `${cell} ${from ?? ''} → ${to}`);
};

async function begun(host: MemoryHost, clock = new Clock()): Promise<Session> {
  const session = opened(host, clock);
  await session.open();
  await session.completing.begin();
  return session;
}

test('[G8] completing › lists the published appendix: what is empty, what differs, what is in the way', async () => {
  const session = await begun(new MemoryHost([await readAppendix()]));
  const { offers } = session.state().completing;
  expect(offers?.empty.map(({ cell, to, source }) => [cell, to, source])).toEqual([['F62', '54,5%', '=D62/(D62-E62) · 6 / (6 − (−5))']]);
  expect(offered(session)).toEqual(expect.arrayContaining(['F18 152% → 150%', 'F24 117,0% → 109,8%', 'F53 20,0% → 120,0%', 'F61 105,9% → 106,3%', 'D74 119.399 → 119.381']));
  expect(offers?.blocked).toEqual([{ sheet: 's1', cell: 'F36', by: 'E36', why: 'đang có lỗi (số gốc tính ra nhỏ hơn 0)' }]);
  expect(offers?.lacking).toBe(236);
});

test('[G8] completing › says the same in English, and shows formulas with the reader\'s separators', async () => {
  const text = gridOf('Biểu', [HEADER, ['1', 'Tổng số HTX', 'HTX', '1.102', '17', '']]);
  const session = await begun(new MemoryHost([text]));
  expect(session.state().completing.offers?.empty[0]?.source).toBe('=NUMBERVALUE(D2;",";".")/(NUMBERVALUE(D2;",";".")-NUMBERVALUE(E2;",";".")) · 1.102 / (1.102 − 17)');
  await session.choose({ language: 'en' });
  expect(session.state().completing.offers?.empty[0]?.source).toBe('=NUMBERVALUE(D2,",",".")/(NUMBERVALUE(D2,",",".")-NUMBERVALUE(E2,",",".")) · 1,102 / (1,102 − 17)');
});

test('[G11] completing › writes what is ticked as it was shown, says so, checks again, and takes it back', async () => {
  const host = new MemoryHost([table()]);
  const session = await begun(host);
  await session.completing.writeAs('values');
  await session.check();
  expect(offered(session)).toEqual(['F2  → 120,0%', 'F3 25,0% → 125,0%']);
  expect(session.state().counts.error).toBe(1);
  session.completing.flip(['s1 F3']);
  await session.completing.write();
  expect([host.cellAt(at('F2')), host.cellAt(at('F3'))]).toEqual([percent(1.2), percent(1.25)]);
  expect(session.state()).toMatchObject({ counts: { error: 0 }, written: { undone: null, filled: { empty: 1, replaced: 1 } }, completing: { kept: [], offers: { empty: [], differing: [] } } });
  await session.undo();
  expect([host.cellAt(at('F2')).value, host.cellAt(at('F3')).value]).toEqual([null, 0.25]);
  expect(session.state()).toMatchObject({ counts: { error: 1 }, written: { undone: { restored: 2, kept: [] } } });
  expect(offered(session)).toEqual(['F2  → 120,0%', 'F3 25,0% → 125,0%']);
});

test('[G9][G11] completing › filled cells are left alone until they are ticked; formulas carry the format that the list asked for', async () => {
  const bare = gridOf('Biểu', [HEADER, ['1', 'Tổng số HTX', 'HTX', 102, 17, null], ['2', 'Tổng số THT', 'tổ', 5000, 1000, 0.25]]);
  const host = new MemoryHost([{ ...bare, cell: (row, column) => (row === 2 && column === 5 ? percent(0.25) : bare.cell(row, column)) }]);
  const session = await begun(host);
  await session.completing.write();
  expect([host.cellAt(at('F2')), host.cellAt(at('F3')).value]).toEqual([{ value: null, formula: 'IF(OR(D2="",E2=""),"",D2/(D2-E2))', format: '0.0%' }, 0.25]);
  await session.undo();
  expect(host.cellAt(at('F2'))).toEqual({ value: null, formula: null, format: null });
});

test('[G11] completing › a cell that has changed since is not written, and is named; the others are', async () => {
  const host = new MemoryHost([table()]);
  const session = await begun(host);
  await session.completing.writeAs('values');
  session.completing.flip(['s1 F3']);
  // Edits that nobody has told of yet.
  host.type(at('F2'), 1.3);
  await session.completing.write();
  expect([host.cellAt(at('F2')).value, host.cellAt(at('F3')).value]).toEqual([1.3, 1.25]);
  expect(session.state()).toMatchObject({ completing: { kept: ['F2'] }, written: { filled: { empty: 0, replaced: 1 } } });
});

test('[G11] completing › a figure that follows from one that has changed is not written either', async () => {
  const host = new MemoryHost([table()]);
  const session = await begun(host);
  host.type(at('D2'), 119);
  await session.completing.write();
  expect(host.cellAt(at('F2'))).toEqual(percent(null));
  expect(session.state()).toMatchObject({ completing: { kept: ['F2'] }, written: null });
  expect(offered(session)[0]).toBe('F2  → 116,7%');
});

test('[G11][V7] completing › where the host refuses nothing is written, that is said, and it can be tried again', async () => {
  const host = new MemoryHost([table()]);
  const session = await begun(host);
  host.refuse('write', 'protected', { spot: at('F2') });
  await session.completing.write();
  expect(session.state()).toMatchObject({ written: null, trouble: { doing: 'write', error: { reason: 'protected' } } });
  expect(offered(session)).toHaveLength(2);
  await session.retry();
  expect(session.state()).toMatchObject({ trouble: null, written: { filled: { empty: 1, replaced: 0 } } });
});

test('[G11][V7] completing › what is written is not called refused where only the list after it is', async () => {
  const host = new MemoryHost([table()]);
  const session = await begun(host);
  const write = session.completing.write();
  // The list before the write is read, the one after it is not.
  host.refuse('read', 'busy');
  await write;
  expect(session.state()).toMatchObject({ written: null, trouble: { doing: 'write' } });
  await session.check();
  session.completing.flip(['s1 F2']);
  session.completing.flip(['s1 F3']);
  const { write: writes } = host;
  Object.assign(host, { write: async (cells: Parameters<typeof writes>[0]) => {
    const before = await writes(cells);
    host.refuse('read', 'busy');
    return before;
  } });
  await session.completing.write();
  expect(session.state()).toMatchObject({ written: { filled: { empty: 0, replaced: 1 } }, trouble: { doing: 'complete', error: { reason: 'busy' } } });
  await session.retry();
  expect(session.state()).toMatchObject({ counts: { error: 0 }, trouble: null });
});

test('[G11] completing › the list follows edits while somebody looks at it, and only then', async () => {
  const clock = new Clock();
  const host = new MemoryHost([table()]);
  const session = await begun(host, clock);
  host.type(at('D2'), 34);
  await clock.run();
  expect(offered(session)[0]).toBe('F2  → 200,0%');
  session.completing.flip(['s1 F2']);
  session.completing.end();
  expect(session.state().completing).toMatchObject({ offers: null });
  const reads = host.calls.length;
  host.type(at('D2'), 51);
  await clock.run();
  expect(host.calls.slice(reads)).not.toContain('read');
  await session.completing.begin();
  // Ticks stay.
  expect([...session.state().completing.flips]).toEqual(['s1 F2']);
  await session.close();
});

test('[G11] completing › while a cell is typed in the list waits, and follows after it', async () => {
  const clock = new Clock();
  const host = new MemoryHost([table()]);
  const session = await begun(host, clock);
  host.type(at('D2'), 34);
  host.refuse('read', 'edit-mode');
  await clock.run();
  expect([offered(session)[0], session.state().trouble]).toEqual(['F2  → 120,0%', null]);
  await clock.run();
  expect(offered(session)[0]).toBe('F2  → 200,0%');
});

test('[G12] completing › by HTX functions where the settings say so; the choice stays with the workbook', async () => {
  const host = new MemoryHost([table()]);
  const session = await begun(host);
  await session.choose({ htx: true });
  expect(session.state().completing.offers?.empty[0]?.source).toMatch(/^=HTX\.RATIO\(D2;D2-E2\)/);
  await session.completing.write();
  expect(host.cellAt(at('F2')).formula).toBe('IF(OR(D2="",E2=""),"",HTX.RATIO(D2,D2-E2))');
  const again = opened(host);
  await again.open();
  expect(again.state().settings.htx).toBe(true);
});

const offer = (cell: string, restsOn: readonly string[] = [], from: string | null = null): Offer => ({
  key: cell, sheet: 's1', cell, indicator: { id: null, section: '', ordinal: '', name: cell }, from, hasFormula: false, to: '1', source: '', restsOn,
  write: { sheet: 's1', ...placeOf(cell), content: { kind: 'number', value: 1 }, format: null }, held: { kind: 'blank' },
});
const names = (offers: readonly Offer[]): string => offers.map(({ cell }) => cell).join(' ');

test('[G9] completing › an empty cell that follows from another is filled in with it, or not at all', () => {
  const empty = [offer('D1'), offer('F1', ['D1']), offer('F2', ['F1']), offer('F3')];
  expect(names(chosenOf({ empty, differing: [] }, new Set()).empty)).toBe('D1 F1 F2 F3');
  const { empty: left, waiting } = chosenOf({ empty, differing: [] }, new Set(['D1']));
  expect([names(left), [...waiting]]).toEqual(['F3', ['F1', 'F2']]);
});

test('[G9] completing › what follows from a cell that gets another figure waits for it; of two that follow from each other one is written', () => {
  const differing = [offer('D1', [], '2'), offer('E1', ['F1'], '2'), offer('F1', ['D1', 'E1'], '2'), offer('G1', ['E1'], '2')];
  const empty = [offer('H1', ['D1'])];
  const { differing: chosen, empty: filled, waiting } = chosenOf({ empty, differing }, new Set(['D1', 'E1', 'F1', 'G1']));
  expect([names(chosen), names(filled), [...waiting]]).toEqual(['D1 E1', '', ['F1', 'G1', 'H1']]);
  expect(names(chosenOf({ empty, differing }, new Set(['F1'])).differing)).toBe('F1');
});

test('[G10] sources › another sheet of the workbook, for filling in and for the check alike', async () => {
  const host = new MemoryHost([table(), lastYear('Biểu cũ', [80, 4000, 44]), lastYear('Biểu khác', [1, 2, 3])]);
  const session = await begun(host);
  // Two sheets report 2019: neither is taken unasked.
  expect(offered(session)).toEqual(['F2  → 120,0%', 'F3 25,0% → 125,0%']);
  await session.sources.choose('earlier', { is: 'sheet', sheet: 's2' });
  expect(offered(session)).toEqual(['F2  → 127,5%', 'E4  → 6', 'F4  → 113,6%', 'E2 17 → 22', 'F3 25,0% → 125,0%']);
  expect(session.state().completing.offers?.empty[0]?.source).toBe("=D2/'Biểu cũ'!D2 · 102 / 80");
  await session.check();
  expect(session.state().items.filter(({ findings }) => findings.some(({ rule }) => rule === 'base-elsewhere')).map(({ cell }) => cell)).toEqual(['E2']);
  await session.sources.choose('earlier', { is: 'own' });
  expect(session.state().items.filter(({ findings }) => findings.some(({ rule }) => rule === 'base-elsewhere'))).toEqual([]);
});

test('[G10] sources › a file that is chosen serves the check and filling in; one without a figure for any row is named', async () => {
  const session = opened(new MemoryHost([table()]));
  await session.open();
  await session.sources.chooseFile('earlier', '2019.xlsx', () => Promise.resolve({ sheets: [lastYear('Phụ lục', [80, 4000, 44])] }));
  expect(session.state()).toMatchObject({ sources: { earlier: { is: 'file', name: '2019.xlsx' } }, unreadable: null, unused: [] });
  await session.check();
  expect(session.state().items.find(({ cell }) => cell === 'E2')?.what).toContain('[2019.xlsx]Phụ lục!D2');
  await session.completing.begin();
  expect(session.state().completing.offers?.empty[1]).toMatchObject({ cell: 'E4', to: '6', source: '=D4-44 · 50 − 44 (lấy từ [2019.xlsx]Phụ lục!D4)' });
  await session.sources.chooseFile('plan', 'ke-hoach.xlsx', () => Promise.resolve({ sheets: [lastYear()] }));
  expect(session.state().unused).toEqual(['plan']);
  await session.sources.choose('plan', { is: 'own' });
  expect(session.state().unused).toEqual([]);
});

test('[G10] sources › a file that holds no workbook is said, and what was chosen before stays', async () => {
  const session = opened(new MemoryHost([table()]));
  await session.open();
  await session.sources.chooseFile('earlier', '2019.xlsx', () => Promise.resolve({ sheets: [lastYear()] }));
  await session.sources.chooseFile('earlier', 'bao-cao.xlsx', () => Promise.reject(new UnreadableFileError('encrypted', 'bao-cao.xlsx')));
  expect(session.state()).toMatchObject({ trouble: null, unreadable: { as: 'earlier', file: 'bao-cao.xlsx', reason: 'encrypted' }, sources: { earlier: { name: '2019.xlsx' } } });
  await session.sources.chooseFile('earlier', 'x.xlsx', () => Promise.reject(new Error('the network is down')));
  expect(session.state().trouble?.error.reason).toBe('not-loaded');
});

test('[G10] sources › a sheet that is gone by now is no source, and no trouble', async () => {
  const host = new MemoryHost([table(), lastYear()]);
  const session = opened(host);
  await session.open();
  await session.sources.choose('earlier', { is: 'sheet', sheet: 's9' });
  await session.check();
  await session.completing.begin();
  await settled();
  expect(session.state()).toMatchObject({ phase: 'checked', trouble: null, unused: ['earlier'] });
});

test('[E2] session › a tab that the ribbon asks for is called until the next check', async () => {
  const session = opened(new MemoryHost([table()]));
  await session.open();
  await session.call('complete');
  expect(session.state().called).toEqual({ tab: 'complete' });
  await session.check();
  expect(session.state().called).toBeNull();
});
