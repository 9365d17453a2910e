import { beforeAll, expect, test } from '@jest/globals';
import { certainOf } from '#app/session/certain';
import type { Listed } from '#app/session/state';
import { gridOf, type Grid } from '#core/table/grid';
import { MemoryHost } from '#test/hosts/memory-host';
import { at, checked, readAppendix } from '#test/app/session/stage';

let appendix: Grid;

beforeAll(async () => {
  appendix = await readAppendix();
});

test('[V10] session › certain corrections are chosen beforehand, but for signs and figures from outside', async () => {
  const session = await checked(new MemoryHost([appendix]));
  const { items, results } = session.state();
  expect(certainOf(items, results).map(({ proposal, doubt }) => [proposal.changes[0]?.cell, doubt])).toEqual([['E36', 'sign'], ['F53', null], ['F61', null], ['F65', null], ['F66', null], ['F74', null], ['D101', 'level']]);
});

test('[V10] session › proposes no cell twice, and nothing below 0.9, of warnings, or that agrees', async () => {
  const session = await checked(new MemoryHost([appendix]));
  const { items, results } = session.state();
  const [sure] = certainOf(items, results);
  if (sure === undefined) throw new Error('Something is certain');
  const like = (change: Partial<Listed>): Listed => ({ ...sure.item, ...change });
  expect(certainOf([sure.item, like({ id: 'same cell' })], results)).toHaveLength(1);
  const at = (confidence: number): Listed => like({ proposals: [{ ...sure.proposal, confidence }] });
  expect([at(0.9), at(0.899), like({ severity: 'warning' }), like({ agrees: true }), like({ proposals: [] })].map((item) => certainOf([item], results).length)).toEqual([1, 0, 0, 0, 0]);
});

test('[V10] session › several corrections are written at once, and taken back at once', async () => {
  const host = new MemoryHost([appendix]);
  const session = await checked(host);
  const { items, results } = session.state();
  const picks = certainOf(items, results).filter(({ doubt }) => doubt === null);
  const before = picks.map(({ item }) => host.cellAt(at(item.cell)).value);
  await session.apply(picks);
  expect(host.calls.filter((call) => call === 'write')).toHaveLength(1);
  expect(session.state().counts.error).toBe(12);
  expect(session.state().written?.entry.changes).toHaveLength(5);
  await session.undo();
  expect(picks.map(({ item }) => host.cellAt(at(item.cell)).value)).toEqual(before);
  expect(session.state()).toMatchObject({ counts: { error: 17 }, written: { undone: { restored: 5, kept: [] } } });
});

test('[V10] session › where one of several cells holds something else by now, none is written', async () => {
  const host = new MemoryHost([appendix]);
  const session = await checked(host);
  await session.choose({ live: false });
  const { items, results } = session.state();
  const picks = certainOf(items, results);
  host.type(at('F74'), 0.5);
  await session.apply(picks);
  expect(session.state()).toMatchObject({ written: null, moved: { cell: 'F74', now: '50,00%' } });
  expect(host.calls).not.toContain('write');
});

test('[S7] session › the proposal for a figure with a letter in it writes the figure, as a number among numbers', async () => {
  const rows = [['TT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện năm 2020'], ['1', 'Tổng số HTX', 'HTX', '1O2'], ['2', 'Số HTX giải thể', 'HTX', 7], ['3', 'Số THT', 'tổ', 12]] as const;
  const host = new MemoryHost([gridOf('Biểu', rows)]);
  const session = await checked(host);
  const item = session.state().items.find(({ cell }) => cell === 'D2');
  const proposal = item?.proposals[0];
  if (item === undefined || proposal === undefined) throw new Error('Nothing is proposed for D2');
  expect(proposal.changes).toEqual([expect.objectContaining({ cell: 'D2', from: '1O2', to: '102' })]);
  await session.apply([{ item, proposal }]);
  expect(host.cellAt(at('D2')).value).toBe(102);
  expect(session.state().items.filter(({ agrees }) => !agrees)).toEqual([]);
});
