/** Text in custom XML parts while Excel fails: what counts is what was kept, or what is to be. */
import { expect, test } from '@jest/globals';
import { dataXml } from '#adapters/xlsx/data-xml';
import { gridOf } from '#core/table/grid';
import { excelStage, type ExcelStage } from '#test/adapters/excel/stage';

const NAMESPACE = 'urn:phuluc:template:1';

/** A workbook in which so many parts are kept already, as a writer that was cut short leaves them. */
function keeping(...texts: readonly string[]): ExcelStage {
  const stage = excelStage([gridOf('Biểu', [[1]])]);
  for (const text of texts) stage.book.addData(dataXml(NAMESPACE, text));
  return stage;
}

type Fault = Parameters<ExcelStage['excel']['trouble']>[0];

/** Where in its two requests Excel fails: at an action of the second, before a whole one, or with its answer lost. */
const FAULTS: readonly Fault[] = [
  ...Array.from({ length: 10 }, (_, at): Fault => ({ after: 1, at })),
  ...[0, 1].flatMap((after): Fault[] => [{ after, at: 'whole' }, { after, at: 'lost' }]),
];

/** What counts after a failure, and whether the new text stands where it does not count, or a part came beside the one that is replaced. */
async function afterFault(before: readonly string[], next: string | null, fault: Fault): Promise<{ readonly failed: boolean; readonly counts: string | null; readonly isAstray: boolean; readonly again: readonly [string | null, number] }> {
  const stage = keeping(...before);
  stage.excel.trouble(fault);
  const failed = await stage.host.keepData(NAMESPACE, next).then(() => false, () => true);
  const counts = await stage.again().data(NAMESPACE);
  const isThere = next !== null && [...stage.book.data.values()].includes(dataXml(NAMESPACE, next));
  const isAstray = (isThere && counts !== next) || stage.book.data.size > Math.max(before.length, 1);
  await stage.host.keepData(NAMESPACE, next);
  return { failed, counts, isAstray, again: [await stage.again().data(NAMESPACE), stage.book.data.size] };
}

test.each([
  ['one part', ['cũ'], 'mới'], ['one part', ['cũ'], null], ['two parts', ['cũ', 'mới hơn'], 'mới'], ['two parts', ['cũ', 'mới hơn'], null], ['none', [], 'mới'],
] as const)('[H16] data › over %s %j, %j: wherever Excel stops, the old text or the new one counts, and trying again leaves one part', async (_, before, next) => {
  const outcomes: Awaited<ReturnType<typeof afterFault>>[] = [];
  for (const fault of FAULTS) outcomes.push(await afterFault(before, next, fault));
  for (const { failed, counts, isAstray, again } of outcomes) {
    expect({ isAstray, again }).toEqual({ isAstray: false, again: [next, next === null ? 0 : 1] });
    expect(failed ? [before[0] ?? null, next] : [next]).toContain(counts);
  }
  expect(outcomes.filter(({ failed }) => failed).length).toBeGreaterThan(3);
});
