/** A session over a workbook in memory, for tests. */
import { readFileSync } from 'node:fs';
import { nodeUnpacker } from '#adapters/disk/node-unpacker';
import { readWorkbook } from '#adapters/xlsx/read-workbook';
import { Session } from '#app/session/session';
import type { SessionNeeds } from '#app/session/needs';
import { gridOf, placeOf, type Grid } from '#core/table/grid';
import { MemoryHost } from '#test/hosts/memory-host';
import type { WorkbookHost } from '#ports/workbook-host';
import { en } from '#words/en';
import { vi } from '#words/vi';

/** The published appendix. */
export async function readAppendix(): Promise<Grid> {
  const { sheets: [first] } = await readWorkbook(new Uint8Array(readFileSync('test/fixtures/phu-luc-2020.xlsx')), 'phu-luc-2020.xlsx', nodeUnpacker);
  if (first === undefined) throw new Error('The fixture has no sheet');
  return first;
}

/** Timers that run when the test says so. */
export class Clock {
  readonly waiting: (() => void)[] = [];
  readonly later = (_milliseconds: number, action: () => void): (() => void) => {
    this.waiting.push(action);
    return () => {
      const at = this.waiting.indexOf(action);
      if (at !== -1) this.waiting.splice(at, 1);
    };
  };

  async run(): Promise<void> {
    for (const action of this.waiting.splice(0)) action();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export function opened(host: WorkbookHost, clock = new Clock(), needs: Partial<SessionNeeds> = {}): Session {
  return new Session({
    host, language: 'vi', now: () => 1000, later: clock.later,
    engine: () => import('#app/session/engine'),
    words: (language) => Promise.resolve((language === 'vi' ? vi : en).words),
    ...needs,
  });
}

export const at = (cell: string): { sheet: string; row: number; column: number } => ({ sheet: 's1', ...placeOf(cell) });

export async function checked(host: MemoryHost, clock = new Clock()): Promise<Session> {
  const session = opened(host, clock);
  await session.open();
  await session.check();
  return session;
}

/** A table without a known layout; `slips` stand for the ratios of their rows. */
export function comparisons(name: string, rows: number, slips: Readonly<Record<number, number>> = {}): Grid {
  const body = Array.from({ length: rows }, (_, i) => {
    const ratio = Math.round(((200 + i) / (100 + i)) * 1000) / 1000;
    return [`${i + 1}`, `Chỉ tiêu số ${i + 1}`, 'HTX', 200 + i, 100, { value: slips[i] ?? ratio, formula: null, format: '0.0%' }];
  });
  return gridOf(name, [['TT', 'Chỉ tiêu', 'Đơn vị', 'Thực hiện năm 2020', 'So sánh với năm 2019: Số lượng', 'So sánh với năm 2019: Tỷ lệ'], ...body]);
}

/** Lets everything run that waits for nothing but its turn. */
export function settled(): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, 20); });
}

/** Cells of the items that still stand. */
export const openItems = (session: Session): string[] => session.state().items.filter(({ agrees }) => !agrees).map(({ cell }) => cell);
