import { beforeAll, expect, test } from '@jest/globals';
import { address, type Grid } from '#core/table/grid';
import { MemoryHost } from '#test/hosts/memory-host';
import { at, checked, Clock, opened, readAppendix } from '#test/app/session/stage';

let appendix: Grid;

beforeAll(async () => {
  appendix = await readAppendix();
});

test('[V5] session › marks the cells behind the item that one looks at, until another', async () => {
  const host = new MemoryHost([appendix]);
  const session = await checked(host);
  const related = (): string[] => host.marks.filter(({ look }) => look === 'related').map(({ row, column }) => address(row, column));
  const item = session.state().items.find(({ cell }) => cell === 'F53') ?? null;
  await session.show(item);
  expect(host.selected).toEqual(at('F53'));
  expect(related()).toEqual(['D53', 'E53']);
  await session.show(null);
  expect(related()).toEqual([]);
  await session.choose({ marks: false });
  await session.show(item);
  expect(host.marks).toEqual([]);
});

test('[V5] session › a sheet that cannot be marked is said so once, and again when asked', async () => {
  const clock = new Clock();
  const host = new MemoryHost([appendix]);
  const session = opened(host, clock);
  await session.open();
  host.refuse('mark', 'protected');
  await session.check();
  expect(session.state()).toMatchObject({ phase: 'checked', trouble: { doing: 'mark', error: { reason: 'protected' } } });
  host.calls.length = 0;
  host.type(at('F53'), 1.2);
  await clock.run();
  await session.show(session.state().items[0] ?? null);
  expect(host.calls).not.toContain('mark');
  expect(session.state().trouble).toBeNull();
  host.refuse('mark', 'protected');
  await session.check();
  expect(session.state().trouble).toMatchObject({ doing: 'mark' });
});
