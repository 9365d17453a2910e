import { beforeAll, expect, test } from '@jest/globals';
import { certainOf } from '#app/session/certain';
import { type Grid } from '#core/table/grid';
import { MemoryHost } from '#test/hosts/memory-host';
import { checked, Clock, opened, readAppendix, settled } from '#test/app/session/stage';

let appendix: Grid;

beforeAll(async () => {
  appendix = await readAppendix();
});

test('[V13] session › a host that is silent is said to be, and asked again', async () => {
  const clock = new Clock();
  const host = new MemoryHost([appendix]);
  const session = opened(host, clock);
  await session.open();
  host.forget('read');
  const check = session.check();
  await settled();
  expect(session.state()).toMatchObject({ phase: 'checking', silent: null });
  await clock.run();
  expect(session.state().silent).toBe('reading');
  session.wait();
  expect(session.state().silent).toBeNull();
  await clock.run();
  expect(session.state().silent).toBe('reading');
  await session.insist();
  await check;
  expect(session.state()).toMatchObject({ phase: 'checked', silent: null, trouble: null });
  expect(clock.waiting).toEqual([]);
});

test('[V13] session › a write that is not answered is waited for, and never written twice', async () => {
  const clock = new Clock();
  const host = new MemoryHost([appendix]);
  const session = await checked(host, clock);
  const picks = certainOf(session.state().items, session.state().results).slice(1, 2);
  host.forget('write');
  void session.apply(picks);
  await settled();
  await clock.run();
  expect(session.state().silent).toBe('writing');
  void session.insist();
  await settled();
  expect(host.calls.filter((call) => call === 'write')).toHaveLength(1);
  await session.close();
  expect(clock.waiting).toEqual([]);
});

test('[V13] session › goes on by itself when a cell is typed in no more', async () => {
  const clock = new Clock();
  const host = new MemoryHost([appendix]);
  const session = opened(host, clock);
  await session.open();
  host.refuse('read', 'edit-mode');
  await session.check();
  host.refuse('sheets', 'edit-mode');
  await clock.run();
  expect(session.state()).toMatchObject({ phase: 'ready', trouble: { error: { reason: 'edit-mode' } } });
  await clock.run();
  expect(session.state()).toMatchObject({ phase: 'checked', trouble: null });
  host.refuse('read', 'edit-mode');
  await session.check();
  session.dismiss();
  expect([clock.waiting, session.state().trouble]).toEqual([[], null]);
});

test('[V13] session › what is asked while something is done is done in its turn', async () => {
  const host = new MemoryHost([appendix]);
  const session = await checked(host);
  const [one, two] = certainOf(session.state().items, session.state().results).filter(({ doubt }) => doubt === null);
  if (one === undefined || two === undefined) throw new Error('Two are certain');
  host.calls.length = 0;
  await Promise.all([session.apply([one]), session.apply([two]), session.check()]);
  expect(host.calls.filter((call) => call === 'read' || call === 'write')).toEqual(['read', 'write', 'read', 'read', 'write', 'read', 'read']);
  expect(session.state().counts.error).toBe(15);
});

test('[V7] session › a part of the panel that does not load is said, and asked for again', async () => {
  let isBlocked = true;
  const session = opened(new MemoryHost([appendix]), new Clock(), { engine: () => (isBlocked ? Promise.reject(new Error('ChunkLoadError')) : import('#app/session/engine')) });
  await session.open();
  expect(session.state()).toMatchObject({ phase: 'opening', trouble: { error: { reason: 'not-loaded' } } });
  isBlocked = false;
  await session.retry();
  expect(session.state()).toMatchObject({ phase: 'ready', trouble: null });
});
