/** A check that is asked for before the sheet was looked at. */
import { beforeAll, expect, test } from '@jest/globals';
import type { Session } from '#app/session/session';
import { emptyGrid, MemoryHost } from '#test/hosts/memory-host';
import type { Grid } from '#core/table/grid';
import { Clock, opened, readAppendix } from '#test/app/session/stage';

let appendix: Grid;

beforeAll(async () => {
  appendix = await readAppendix();
});

/** Opened over the host; the check was asked for before the opening ended, and may still go on. */
async function openedAndAsked(host: MemoryHost): Promise<{ readonly session: Session; readonly asked: Promise<void> }> {
  const session = opened(host);
  const opening = session.open();
  const asked = session.check();
  await opening;
  return { session, asked };
}

const readings = ({ calls }: MemoryHost): number => calls.filter((call) => call === 'read').length;

test('[V20] session › a check asked for while it opens is made once it has, by the kept settings, and once however often it was asked for', async () => {
  const host = new MemoryHost([appendix]);
  host.kept.set('phuluc.settings', JSON.stringify({ marks: false }));
  const session = opened(host);
  const opening = session.open();
  const asked = [session.check(), session.check()];
  expect(session.state()).toMatchObject({ phase: 'opening', early: true });
  await opening;
  await Promise.all(asked);
  expect(session.state()).toMatchObject({ phase: 'checked', early: false, counts: { error: 17 } });
  // One to name the table, one to check it.
  expect([readings(host), host.marks.length]).toEqual([2, 0]);
});

test('[V20] session › nobody asked: nothing is checked', async () => {
  const host = new MemoryHost([appendix]);
  const session = opened(host);
  await session.open();
  expect([session.state().phase, session.state().early, readings(host)]).toEqual(['ready', false, 1]);
});

test('[V20] session › where no table stands nothing is checked, and who asked is told', async () => {
  const host = new MemoryHost([emptyGrid('Sheet1')]);
  const { session, asked } = await openedAndAsked(host);
  await asked;
  expect(session.state()).toMatchObject({ phase: 'ready', early: false, checkedAt: null });
  expect(readings(host)).toBe(1);
});

test('[V20] session › where none of the sheets chosen has a table nothing is checked', async () => {
  const host = new MemoryHost([appendix]);
  host.kept.set('phuluc.settings', JSON.stringify({ sheets: ['Đã xóa'] }));
  const { session, asked } = await openedAndAsked(host);
  await asked;
  expect(session.state()).toMatchObject({ phase: 'ready', early: false, checkedAt: null });
});

test('[V7][V20] session › an opening that is refused and tried again checks then', async () => {
  const host = new MemoryHost([appendix]);
  host.refuse('setting', 'busy');
  const { session, asked } = await openedAndAsked(host);
  expect(session.state()).toMatchObject({ phase: 'opening', early: true, trouble: { doing: 'check', error: { reason: 'busy' } } });
  await session.retry();
  await asked;
  expect(session.state()).toMatchObject({ phase: 'checked', trouble: null, counts: { error: 17 } });
});

test('[V13][V20] session › opened while a cell is being typed in, it opens by itself afterwards', async () => {
  const host = new MemoryHost([appendix]);
  const clock = new Clock();
  host.refuse('setting', 'edit-mode');
  const session = opened(host, clock);
  await session.open();
  expect(session.state()).toMatchObject({ phase: 'opening', trouble: { error: { reason: 'edit-mode' } } });
  await clock.run();
  expect(session.state()).toMatchObject({ phase: 'ready', trouble: null });
});

test('[V7][V20] session › where edits cannot be watched that is said, and the check that was asked for is not made over it', async () => {
  const host = new MemoryHost([appendix]);
  host.refuse('watch', 'refused');
  const { session, asked } = await openedAndAsked(host);
  await asked;
  expect(session.state()).toMatchObject({ phase: 'ready', early: false, trouble: { error: { reason: 'refused' } } });
  await session.check();
  expect(session.state().phase).toBe('checked');
});

test('[E2][V20] session › a check before submission that is asked for meanwhile takes its place', async () => {
  const host = new MemoryHost([appendix]);
  const session = opened(host);
  const opening = session.open();
  const asked = session.check();
  const submitted = session.submit();
  await Promise.all([opening, asked, submitted]);
  expect(session.state()).toMatchObject({ phase: 'checked', early: false, asked: { purpose: 'submission' } });
  expect(readings(host)).toBe(2);
});

test('[V7][V20] session › one that closes answers whoever still waits', async () => {
  const host = new MemoryHost([appendix]);
  host.forget('setting');
  const session = opened(host);
  void session.open();
  const asked = session.check();
  await session.close();
  await expect(asked).resolves.toBeUndefined();
});
