import { beforeAll, expect, test } from '@jest/globals';
import { placeOf, type Grid } from '#core/table/grid';
import { MemoryHost } from '#test/hosts/memory-host';
import { at, checked, Clock, opened, readAppendix } from '#test/app/session/stage';

let appendix: Grid;

beforeAll(async () => {
  appendix = await readAppendix();
});

test('[V2] session › looks first, and checks when asked', async () => {
  const session = opened(new MemoryHost([appendix]));
  expect(session.state().phase).toBe('opening');
  await session.open();
  const { phase, facts, items } = session.state();
  expect([phase, items.length]).toEqual(['ready', 0]);
  expect(facts).toMatchObject([{ range: 'A4:H105', year: 2020, template: { id: 'lmhtxvn-2020' } }]);
  await session.check();
  expect(session.state()).toMatchObject({ phase: 'checked', checkedAt: 1000, stale: false, trouble: null });
});

test('[V1] session › lists the appendix in the order of its rows, errors and warnings as the command line counts them', async () => {
  const session = await checked(new MemoryHost([appendix]));
  const { items, counts } = session.state();
  const rows = items.map(({ cell }) => placeOf(cell).row);
  expect(rows).toEqual(rows.toSorted((a, b) => a - b));
  expect(counts.error).toBe(17);
  expect(counts.unchecked).toBe(6);
});

test('[V3] session › after an edit an item that agrees stays in its place, and a new one is marked', async () => {
  const clock = new Clock();
  const host = new MemoryHost([appendix]);
  const session = await checked(host, clock);
  const before = session.state().items.map(({ cell }) => cell);
  host.type(at('F53'), 1.2);
  host.type(at('F12'), 9);
  await clock.run();
  const { items } = session.state();
  expect(items.find(({ cell }) => cell === 'F53')).toMatchObject({ agrees: true, isNew: false });
  expect(items.filter(({ isNew }) => isNew).map(({ cell }) => cell)).toContain('F12');
  expect(items.filter(({ isNew }) => !isNew).map(({ cell }) => cell)).toEqual(before);
});

test('[V3] session › without live checking an edit only makes the list stale', async () => {
  const clock = new Clock();
  const host = new MemoryHost([appendix]);
  const session = await checked(host, clock);
  await session.choose({ live: false });
  host.type(at('F53'), 1.2);
  expect([session.state().stale, clock.waiting.length]).toEqual([true, 0]);
  await session.check();
  expect(session.state().stale).toBe(false);
});

test('[V5] session › marks errors and warnings, and takes every mark off again', async () => {
  const host = new MemoryHost([appendix]);
  const session = await checked(host);
  const { items } = session.state();
  expect(host.marks.length).toBe(items.filter(({ severity }) => severity !== 'note').length);
  await session.choose({ marks: false });
  expect(host.marks).toEqual([]);
});

test('[V6] session › keeps its choices with the workbook', async () => {
  const host = new MemoryHost([appendix]);
  const session = await checked(host);
  await session.choose({ language: 'en', marks: false });
  expect(session.state().items[0]?.what).toMatch(/^[A-Z][a-z]/);
  const again = opened(host);
  await again.open();
  expect(again.state().settings).toMatchObject({ language: 'en', marks: false, live: true });
});

test('[V7] session › what the host refuses is kept as trouble, and tried again when asked', async () => {
  const host = new MemoryHost([appendix]);
  const session = opened(host);
  await session.open();
  host.refuse('read', 'edit-mode');
  await session.check();
  expect(session.state()).toMatchObject({ phase: 'ready', trouble: { doing: 'check', error: { reason: 'edit-mode' } } });
  await session.retry();
  expect(session.state()).toMatchObject({ phase: 'checked', trouble: null });
});

test('[V7] session › a workbook that keeps no settings obeys them all the same', async () => {
  const host = new MemoryHost([appendix]);
  const session = await checked(host);
  host.refuse('keepSetting', 'read-only');
  await session.choose({ marks: false });
  expect([host.marks.length, session.state().settings.marks, session.state().trouble?.error.reason]).toEqual([0, false, 'read-only']);
});

test('[V7] session › lets go of the workbook when it closes', async () => {
  const clock = new Clock();
  const host = new MemoryHost([appendix]);
  const session = await checked(host, clock);
  host.type(at('F53'), 1.2);
  await session.close();
  expect([host.watched, clock.waiting.length]).toEqual([0, 0]);
});

test('[V4] session › writes a proposal as its cell writes figures, and takes it back', async () => {
  const host = new MemoryHost([appendix]);
  const session = await checked(host);
  const before = host.cellAt(at('F53'));
  const item = session.state().items.find(({ cell }) => cell === 'F53');
  const [proposal] = item?.proposals ?? [];
  if (item === undefined || proposal === undefined) throw new Error('F53 has no proposal');
  await session.apply([{ item, proposal }]);
  expect(host.cellAt(at('F53')).value).toBe(1.2);
  expect(session.state()).toMatchObject({ counts: { error: 16 }, written: { undone: null, entry: { changes: [{ cell: 'F53', from: '20,0%', to: '120,0%' }] } } });
  await session.undo();
  expect(host.cellAt(at('F53')).value).toBe(before.value);
  expect(session.state()).toMatchObject({ counts: { error: 17 }, written: { undone: { restored: 1, kept: [] } } });
});

test('[V4] session › writes nothing where the cell no longer holds what its item says', async () => {
  const host = new MemoryHost([appendix]);
  const session = await checked(host);
  await session.choose({ live: false });
  const item = session.state().items.find(({ cell }) => cell === 'F53');
  const [proposal] = item?.proposals ?? [];
  if (item === undefined || proposal === undefined) throw new Error('F53 has no proposal');
  host.type(at('F53'), 1.21);
  await session.apply([{ item, proposal }]);
  expect(host.cellAt(at('F53')).value).toBe(1.21);
  expect(session.state()).toMatchObject({ moved: { cell: 'F53', now: '121,0%' }, written: null });
});

test('[V4] session › leaves a cell alone that was edited since, and says so', async () => {
  const host = new MemoryHost([appendix]);
  const session = await checked(host);
  const item = session.state().items.find(({ cell }) => cell === 'F53');
  const [proposal] = item?.proposals ?? [];
  if (item === undefined || proposal === undefined) throw new Error('F53 has no proposal');
  await session.apply([{ item, proposal }]);
  host.type(at('F53'), 1.3);
  await session.undo();
  expect(host.cellAt(at('F53')).value).toBe(1.3);
  expect(session.state().written?.undone).toEqual({ restored: 0, kept: ['F53'] });
});
