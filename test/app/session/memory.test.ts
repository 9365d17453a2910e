import { beforeAll, expect, test } from '@jest/globals';
import type { Session } from '#app/session/session';
import type { DiagnosisMemory } from '#core/localise/memory';
import { type Grid } from '#core/table/grid';
import { MemoryHost } from '#test/hosts/memory-host';
import { at, Clock, comparisons, opened, readAppendix } from '#test/app/session/stage';

let appendix: Grid;

beforeAll(async () => {
  appendix = await readAppendix();
});

test('[V12] session › after edits, undoing, another sheet or another template the list is what a new check gives', async () => {
  const clock = new Clock();
  const host = new MemoryHost([appendix, comparisons('B', 40, { 3: 0.5, 17: 0.25 })]);
  let memory: DiagnosisMemory | null = null;
  const session = opened(host, clock, { engine: () => import('#app/session/engine').then((engine) => ({ ...engine, remember: () => (memory = engine.remember()) })) });
  await session.open();
  await session.check();
  const same = async (): Promise<void> => {
    const fresh = opened(host);
    await fresh.open();
    await fresh.check();
    const plain = ({ state }: Session): object[] => state().results.map(({ report }) => report);
    expect(plain(session)).toEqual(plain(fresh));
  };
  const solved = (): number => memory?.solved ?? 0;
  const first = solved();
  host.type(at('F24'), 1.5);
  await clock.run();
  await same();
  expect(solved()).toBe(first + 1);
  const item = session.state().items.find(({ cell }) => cell === 'F53');
  if (item?.proposals[0] === undefined) throw new Error('F53 has a proposal');
  await session.apply([{ item, proposal: item.proposals[0] }]);
  await same();
  const applied = solved();
  await session.undo();
  await same();
  expect(solved()).toBe(applied);
  host.active = 's2';
  await session.check();
  await same();
  await session.choose({ template: 'lmhtxvn-2020' });
  await same();
  await session.choose({ template: null });
  host.active = 's1';
  await session.check();
  await same();
});
