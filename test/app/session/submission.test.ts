import { beforeAll, expect, test } from '@jest/globals';
import { readingFor } from '#app/session/readings';
import { START } from '#app/session/state';
import { verdictOf, type Verdict } from '#app/session/submission';
import type { Session } from '#app/session/session';
import { BLANK, placeOf, type Grid } from '#core/table/grid';
import { at, Clock, comparisons, opened, readAppendix } from '#test/app/session/stage';
import { appendix as drawn } from '#test/generate/appendix';
import { MemoryHost } from '#test/hosts/memory-host';

let appendix: Grid;
/** Every section, row, column and figure that the template asks for. */
const whole = drawn(1, { sections: ['I', 'II', 'III', 'IV', 'V'], absent: 0, blank: 0, plan: true });
const clean: Grid = { ...whole.grid, name: 'Phụ lục 2020' };

beforeAll(async () => {
  appendix = await readAppendix();
});

async function submitted(host: MemoryHost, clock = new Clock()): Promise<Session> {
  const session = opened(host, clock);
  await session.open();
  await session.submit();
  return session;
}

function verdict(session: Session): [Verdict['passes'], number, number] {
  const { passes, errors, missing } = verdictOf(session.state());
  return [passes, errors.length, missing.length];
}

/** The cell of this year's total of cooperatives, which the template requires. */
const total = (() => {
  const placed = whole.placed.find(({ indicator, role }) => indicator.id === 'I.1' && role === 'actual');
  if (placed === undefined) throw new RangeError('Cannot find the total');
  return placed.cell;
})();

/** The same with that cell blank. */
function withBlank(grid: Grid): Grid {
  const { row, column } = placeOf(total);
  return { ...grid, cell: (r, c) => (r === row && c === column ? BLANK : grid.cell(r, c)) };
}

test('[E4] submission › the published appendix does not pass; what blocks is listed as it is counted', async () => {
  const session = await submitted(new MemoryHost([appendix]));
  expect(verdict(session)).toEqual([false, 17, 0]);
  expect(verdictOf(session.state()).warnings).toHaveLength(session.state().counts.warning);
  expect(session.state()).toMatchObject({ asked: { purpose: 'submission' }, submission: { left: [], functions: [] }, trouble: null });
});

test('[E4] submission › a clean one passes, one with a blank that is required does not, and passes once it is filled', async () => {
  expect(verdict(await submitted(new MemoryHost([clean])))).toEqual([true, 0, 0]);
  const clock = new Clock();
  const host = new MemoryHost([withBlank(clean)]);
  const session = await submitted(host, clock);
  expect(verdict(session)).toEqual([false, 0, 1]);
  const { row, column } = placeOf(total);
  host.type({ sheet: 's1', row, column }, clean.cell(row, column).value);
  await clock.run();
  expect(verdict(session)).toEqual([true, 0, 0]);
});

test('[E4] submission › every sheet counts, whatever the settings name; tables of no known layout are named and do not', async () => {
  const other = comparisons('Khác', 6, { 2: 9 });
  const host = new MemoryHost([other, clean, { ...appendix, name: 'Cũ' }]);
  const session = await submitted(host);
  expect(verdict(session)).toEqual([false, 17, 0]);
  const { submission, facts, items } = session.state();
  expect([submission?.left.map(({ name }) => name), facts.map(({ sheet }) => sheet.name)]).toEqual([['Khác'], ['Phụ lục 2020', 'Cũ']]);
  expect(items.every(({ sheet }) => sheet !== 's1')).toBe(true);
});

test('[E4] submission › nothing of a known layout, or not all sheets read: no verdict', async () => {
  const none = await submitted(new MemoryHost([comparisons('Khác', 6)]));
  expect(verdict(none)).toEqual([null, 0, 0]);
  expect(none.state()).toMatchObject({ phase: 'checked', submission: { left: [{ name: 'Khác' }] } });
  expect(verdictOf({ items: [], facts: none.state().facts, stopped: { done: 1, all: 2 } }).passes).toBeNull();
});

test('[E4] submission › a chosen layout of which nothing stands on a sheet is not that sheet’s', async () => {
  const host = new MemoryHost([clean, { ...comparisons('Khác', 3), cell: (row, column) => comparisons('Khác', 3).cell(row, column) }]);
  const session = opened(host);
  await session.open();
  await session.choose({ template: 'lmhtxvn-2020' });
  await session.submit();
  expect(session.state().facts.map(({ sheet }) => sheet.name)).toEqual(['Phụ lục 2020']);
  expect(verdict(session)).toEqual([true, 0, 0]);
});

test('[E4] submission › an edit on any sheet is followed, also on one that was empty', async () => {
  const clock = new Clock();
  const host = new MemoryHost([clean, appendix]);
  const session = await submitted(host, clock);
  host.type({ ...at('F53'), sheet: 's2' }, 1.2);
  await clock.run();
  expect(verdict(session)).toEqual([false, 16, 0]);
  await session.choose({ live: false });
  host.type({ ...at('F24'), sheet: 's2' }, 1.1);
  expect(session.state().stale).toBe(true);
});

test('[E4] submission › a sheet that comes makes the verdict stale; another one shown does not', async () => {
  const host = new MemoryHost([clean, comparisons('Khác', 3)]);
  const session = await submitted(host);
  host.tell({ kind: 'activated', sheet: 's2' });
  expect([session.state().elsewhere, session.state().stale]).toEqual([null, false]);
  await host.addSheet(appendix);
  host.tell({ kind: 'sheets' });
  await new Promise((resolve) => { setTimeout(resolve, 20); });
  expect(session.state().stale).toBe(true);
  host.calls.length = 0;
  await session.submit();
  expect([session.state().stale, verdict(session)]).toEqual([false, [false, 17, 0]]);
  expect(host.calls).toEqual(['read', 'mark']);
});

test('[E4] submission › where the host refuses, what stood there stands, and it is tried again', async () => {
  const host = new MemoryHost([clean]);
  const session = opened(host);
  await session.open();
  await session.check();
  host.refuse('read', 'busy');
  await session.submit();
  expect(session.state()).toMatchObject({ phase: 'checked', asked: { purpose: 'check' }, submission: null, trouble: { doing: 'check' } });
  await session.retry();
  expect(session.state()).toMatchObject({ asked: { purpose: 'submission' }, trouble: null });
  host.refuse('mark', 'protected');
  await session.submit();
  expect([verdict(session), session.state().trouble?.doing]).toEqual([[true, 0, 0], 'mark']);
});

test('[E4] submission › an ordinary check afterwards takes its place', async () => {
  const session = await submitted(new MemoryHost([clean]));
  await session.check();
  expect(session.state()).toMatchObject({ asked: { purpose: 'check' }, submission: null });
});

test('[E4][V15] what is read: all sheets before submission, one for a part of it', () => {
  const within = { sheet: 's2', area: { top: 0, left: 0, bottom: 1, right: 1 } };
  const settings = { ...START.settings, sheets: ['A'] };
  const sheets = [{ id: 's1', name: 'A', hidden: false }];
  expect(readingFor({ asked: { purpose: 'submission', within: null }, settings, sheets })).toEqual({ sheets: 'all' });
  expect(readingFor({ asked: { purpose: 'check', within }, settings, sheets })).toEqual({ sheets: ['s2'] });
  expect(readingFor({ asked: { purpose: 'check', within: null }, settings, sheets })).toEqual({ sheets: ['s1'] });
});
