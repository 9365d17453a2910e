/** What every host promises of the user's selection. Spec: docs/spec.md, H7. */
import { expect } from '@jest/globals';
import type { Area } from '#core/table/grid';
import type { Selected, WorkbookHost } from '#ports/workbook-host';

interface Chosen {
  readonly host: Pick<WorkbookHost, 'selection' | 'watchSelection'>;
  /** The user selects areas of one sheet. */
  readonly choose: (sheet: string, areas: readonly Area[]) => void;
  readonly settled: () => Promise<void>;
}

export async function expectFollowed(stage: Chosen, sheet: string, other: string): Promise<void> {
  const told: Selected[] = [];
  const stop = await stage.host.watchSelection((selected) => { told.push(selected); });
  const [area, second] = [{ top: 2, left: 1, bottom: 4, right: 3 }, { top: 8, left: 0, bottom: 8, right: 0 }];
  stage.choose(other, [area, second]);
  await stage.settled();
  expect(told.at(-1)).toEqual({ sheet: other, area });
  expect(await stage.host.selection()).toEqual({ sheet: other, area });
  stage.choose(sheet, [second]);
  await stage.settled();
  expect(told.at(-1)).toEqual({ sheet, area: second });
  const before = told.length;
  await stop();
  await stop();
  stage.choose(other, [area]);
  await stage.settled();
  expect(told).toHaveLength(before);
}
