import { beforeAll, expect, test } from '@jest/globals';
import { placeOf, type Grid } from '#core/table/grid';
import { emptyGrid, MemoryHost } from '#test/hosts/memory-host';
import { at, checked, Clock, comparisons, opened, openItems, readAppendix, settled } from '#test/app/session/stage';

let appendix: Grid;

beforeAll(async () => {
  appendix = await readAppendix();
});

test('[V11] session › checks all sheets, or those that were chosen', async () => {
  const host = new MemoryHost([comparisons('A', 5, { 1: 0.5 }), comparisons('B', 5, { 2: 0.5 }), emptyGrid('C')]);
  const session = opened(host);
  await session.open();
  expect(session.state().facts.map(({ sheet }) => sheet.name)).toEqual(['A']);
  await session.choose({ sheets: 'all' });
  expect(session.state()).toMatchObject({ phase: 'ready', facts: [{ sheet: { name: 'A' } }, { sheet: { name: 'B' } }] });
  await session.check();
  expect(session.state().items.map(({ sheet, cell }) => `${sheet} ${cell}`)).toEqual(['s1 F3', 's2 F4']);
  await session.choose({ sheets: ['B'] });
  expect(session.state().items.map(({ sheet }) => sheet)).toEqual(['s2']);
  const again = opened(host);
  await again.open();
  expect(again.state().settings.sheets).toEqual(['B']);
});

test('[V11] session › what follows a check is about the same sheets, whatever is open by then', async () => {
  const clock = new Clock();
  const host = new MemoryHost([comparisons('A', 5, { 1: 0.5 }), comparisons('B', 5, { 2: 0.5 })]);
  const session = await checked(host, clock);
  host.active = 's2';
  host.tell({ kind: 'activated', sheet: 's2' });
  expect(session.state().elsewhere).toBe('s2');
  host.type({ sheet: 's2', ...placeOf('D3') }, 7);
  expect(clock.waiting).toEqual([]);
  host.type(at('F5'), 0.25);
  await clock.run();
  expect(openItems(session)).toEqual(['F3', 'F5']);
  expect(session.state().items.every(({ sheet }) => sheet === 's1')).toBe(true);
  host.tell({ kind: 'activated', sheet: 's1' });
  expect(session.state().elsewhere).toBeNull();
  host.tell({ kind: 'activated', sheet: 's2' });
  await session.check();
  expect(session.state()).toMatchObject({ elsewhere: null, looked: [{ id: 's2' }] });
});

test('[V11] session › stopped before anything was read, what was known stays known', async () => {
  const host = new MemoryHost([appendix]);
  const session = await checked(host);
  const before = session.state().items;
  const check = session.check();
  await Promise.resolve();
  await Promise.resolve();
  session.stop();
  await check;
  expect(session.state()).toMatchObject({ phase: 'checked', stopped: null });
  expect(session.state().items.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
});

test('[V11] session › a sheet that went makes the list stale', async () => {
  const host = new MemoryHost([comparisons('A', 5), comparisons('B', 5)]);
  const session = opened(host);
  await session.open();
  await session.choose({ sheets: 'all' });
  await session.check();
  host.tell({ kind: 'sheets' });
  await settled();
  expect(session.state().stale).toBe(true);
});
