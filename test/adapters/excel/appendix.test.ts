/** The published appendix, open in Excel, under the session that the panel drives. */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, jest, test } from '@jest/globals';
import { nodeUnpacker } from '#adapters/disk/node-unpacker';
import { readWorkbook } from '#adapters/xlsx/read-workbook';
import { Session } from '#app/session/session';
import { placeOf, type Grid } from '#core/table/grid';
import { CURRENT, excelStage, VERSIONS, type ExcelStage } from '#test/adapters/excel/stage';
import { vi } from '#words/vi';

// Whole workbooks, many times over, on a machine that may be busy.
jest.setTimeout(60_000);

const golden = JSON.parse(readFileSync('test/fixtures/phu-luc-2020.findings.json', 'utf8')) as { readonly cell: string; readonly rule: string }[];
let appendix: Grid;

beforeAll(async () => {
  const { sheets: [first] } = await readWorkbook(new Uint8Array(readFileSync('test/fixtures/phu-luc-2020.xlsx')), 'phu-luc-2020.xlsx', nodeUnpacker);
  if (first === undefined) throw new Error('The fixture has no sheet');
  appendix = first;
});

/** @param waiting takes what the session wants to do later */
async function checked(stage: ExcelStage, waiting: (() => void)[] = []): Promise<Session> {
  const session = sessionOn(stage, waiting);
  await session.open();
  await session.check();
  expect(session.state().trouble).toBeNull();
  return session;
}

function sessionOn({ host }: ExcelStage, waiting: (() => void)[]): Session {
  return new Session({
    host, language: 'vi', now: () => 0, engine: () => import('#app/session/engine'), words: () => Promise.resolve(vi.words),
    later: (_, action) => {
      waiting.push(action);
      return () => {
        const at = waiting.indexOf(action);
        if (at !== -1) waiting.splice(at, 1);
      };
    },
  });
}

test.each(VERSIONS)('[H14][H13] ExcelApi 1.%i gives the findings of the command line', async (version) => {
  const session = await checked(excelStage([appendix], version));
  const findings = session.state().results.flatMap(({ report }) => report.findings);
  expect(findings.map(({ rule, severity, cell, related, what, expected }) => ({ rule, severity, cell, related, what, expected }))).toEqual(golden);
});

test.each(VERSIONS)('[H11][H13] with ExcelApi 1.%i a check is two requests, and one to mark', async (version) => {
  const stage = excelStage([appendix], version);
  const session = await checked(stage);
  stage.excel.traffic.length = 0;
  await session.check();
  // The marks are those that stand there.
  expect(stage.excel.traffic).toHaveLength(2);
  stage.book.sheets[0]?.put(...cell('F18'), { value: 1.5, type: 'Double' });
  stage.excel.traffic.length = 0;
  await session.check();
  expect(stage.excel.traffic).toHaveLength(3);
});

test('[V4][H14] apply, undo and switching marks off leave the workbook as it was', async () => {
  const stage = excelStage([appendix], CURRENT);
  const before = stage.snapshot();
  const waiting: (() => void)[] = [];
  const session = await checked(stage, waiting);
  const items = (): string[] => session.state().items.filter(({ agrees }) => !agrees).map((item) => item.cell);
  const item = session.state().items.find((one) => one.proposals.length > 0);
  const [proposal] = item?.proposals ?? [];
  if (item === undefined || proposal === undefined) throw new Error('The appendix has nothing to propose');
  const all = items();
  await session.apply([{ item, proposal }]);
  expect(session.state().trouble).toBeNull();
  expect(items().length).toBeLessThan(all.length);
  await session.undo();
  expect(items()).toEqual(all);
  await stage.settled();
  expect(waiting).toEqual([]);
  await session.choose({ marks: false });
  await session.close();
  expect(stage.excel.isListenedTo).toBe(false);
  stage.book.settings.clear();
  expect(stage.snapshot()).toEqual(before);
});

test('[V4] nothing is written over an edit, and nothing edited since is taken back', async () => {
  const stage = excelStage([appendix], CURRENT);
  const session = await checked(stage);
  const [sheet] = stage.book.sheets;
  const [first, second] = session.state().items.flatMap((item) => item.proposals.slice(0, 1).flatMap((proposal) => {
    const [repair, ...more] = proposal.repairs;
    return repair === undefined || more.length > 0 || !/^[DE]/.test(repair.cell) ? [] : [{ item, proposal, at: repair.cell }];
  }));
  if (sheet === undefined || first === undefined || second === undefined) throw new Error('The appendix proposes figures for two cells');
  const place = cell(first.at);
  const stood = sheet.cell(...place);
  sheet.put(...place, { value: 4321, type: 'Double' });
  await session.apply([first]);
  expect(session.state()).toMatchObject({ written: null, moved: { is: 'moved' }, trouble: null });
  expect(sheet.cell(...place).value).toBe(4321);
  sheet.put(...place, stood);

  await session.apply([second]);
  expect(session.state().written).not.toBeNull();
  const [row, column] = cell(second.at);
  sheet.put(row, column, { value: 9876, type: 'Double' });
  await session.undo();
  expect(session.state().written?.undone).toEqual({ restored: 0, kept: [second.at] });
  expect(sheet.cell(row, column).value).toBe(9876);
  await session.close();
});

test.each(['whole', 'lost'] as const)('[V7][H12] whichever request of a session fails (%s), it says so, goes on, and loses nothing', async (how) => {
  const clean = excelStage([appendix], CURRENT);
  await useOf(clean);
  const requests = clean.excel.traffic.length;
  expect(requests).toBeGreaterThan(8);
  for (let after = 0; after < requests; after += 1) {
    const stage = excelStage([appendix], CURRENT);
    const before = stage.snapshot();
    stage.excel.trouble({ after, at: how, code: 'ServiceNotAvailable' });
    const troubled = await useOf(stage);
    // When the last is refused, the panel is gone.
    expect([after, troubled]).toEqual([after, after < requests - 1 ? ['busy'] : []]);
    stage.book.settings.clear();
    expect([after, stage.snapshot()]).toEqual([after, before]);
  }
});

test('[V3] while the user types on, the new check waits without a word', async () => {
  const stage = excelStage([appendix], CURRENT);
  const waiting: (() => void)[] = [];
  const session = await checked(stage, waiting);
  stage.type({ sheet: stage.book.sheets[0]?.id ?? '', ...placeOf('D8') }, 1);
  await stage.settled();
  stage.excel.isEditing = true;
  for (const recheck of waiting.splice(0)) recheck();
  await stage.settled();
  expect(session.state().trouble).toBeNull();
  expect(waiting).toHaveLength(1);
  stage.excel.isEditing = false;
  for (const recheck of waiting.splice(0)) recheck();
  await listChanged(session);
  expect(session.state().trouble).toBeNull();
  await session.close();
});

test('[H6] an edit of the user is checked again', async () => {
  const stage = excelStage([appendix], CURRENT);
  const waiting: (() => void)[] = [];
  const session = await checked(stage, waiting);
  const sheet = stage.book.sheets[0]?.id ?? '';
  stage.type({ sheet, ...placeOf('D8') }, 1);
  await stage.settled();
  expect(waiting).toHaveLength(1);
  const [recheck] = waiting.splice(0);
  recheck?.();
  await listChanged(session);
  expect(session.state().trouble).toBeNull();
  await session.close();
});

/** Resolves when a check that followed an edit has settled an item. */
function listChanged(session: Session): Promise<void> {
  return new Promise<void>((resolve) => {
    const stop = session.subscribe(() => {
      if (!session.state().items.some(({ agrees }) => agrees)) return;
      stop();
      resolve();
    });
  });
}

/** A session from opening to closing; each refusal is tried again. Gives the reasons told. */
async function useOf(stage: ExcelStage): Promise<string[]> {
  const told: string[] = [];
  const session = sessionOn(stage, []);
  const sure = async (step: () => Promise<void>): Promise<void> => {
    await step();
    const { trouble } = session.state();
    if (trouble === null) return;
    told.push(trouble.error.reason);
    await session.retry();
    expect(session.state().trouble).toBeNull();
  };
  await sure(() => session.open());
  await sure(() => session.check());
  const item = session.state().items.find(({ proposals }) => proposals.length > 0);
  const [proposal] = item?.proposals ?? [];
  if (item === undefined || proposal === undefined) throw new Error('The appendix has something to propose');
  await sure(() => session.goTo({ sheet: item.sheet, ...placeOf(item.cell) }));
  await sure(() => session.apply([{ item, proposal }]));
  await sure(() => session.undo());
  await sure(() => session.choose({ marks: false }));
  await session.close();
  return told;
}

function cell(name: string): [number, number] {
  const { row, column } = placeOf(name);
  return [row, column];
}
