import { expect, test } from '@jest/globals';
import { columnKinds } from '#app/session/table-options';
import type { Session } from '#app/session/session';
import { opened } from '#test/app/session/stage';
import { drawing } from '#test/draw/drawing';
import { MemoryHost } from '#test/hosts/memory-host';

/** Growth stands in row 3 where the others have the ratio. */
const SHEET = drawing(`
  TT | Chỉ tiêu    | ĐVT   | TH 2019 | TH 2020 | Tổng hợp
  1  | Số lớp      | lớp   | 100     | 110     | 110,0%
  2  | Số học viên | người | 200     | 230     | 15,0%
  3  | Số xã       | xã    | 40      | 50      |
`, 'Biểu 7').grid;

async function over(host: MemoryHost): Promise<Session> {
  const session = opened(host);
  await session.open();
  return session;
}

const found = (session: Session): string[] => session.state().items.filter(({ severity }) => severity === 'error').map(({ cell }) => cell);

test('[V18] column kinds › a column whose header does not tell is asked about; what is said of it is checked by, also when the workbook is opened again', async () => {
  const host = new MemoryHost([SHEET]);
  const session = await over(host);
  expect(session.state().facts[0]?.unclear).toEqual([{ key: 'Biểu 7!F', letters: 'F', header: 'Tổng hợp', kind: null }]);
  await session.check();
  expect(found(session)).toEqual([]);
  await session.choose({ kinds: [['Biểu 7!F', 'ratio']] });
  expect(session.state().facts[0]?.unclear).toMatchObject([{ letters: 'F', kind: 'ratio' }]);
  expect(found(session)).toEqual(['F3']);
  const again = await over(host);
  expect(again.state().facts[0]?.unclear).toMatchObject([{ kind: 'ratio' }]);
  await again.check();
  expect(found(again)).toEqual(['F3']);
  await again.choose({ kinds: [] });
  expect(found(again)).toEqual([]);
});

test('[V18] column kinds › what is filled in follows what was said', async () => {
  const session = await over(new MemoryHost([SHEET]));
  await session.choose({ kinds: [['Biểu 7!F', 'ratio']] });
  await session.completing.begin();
  expect(session.state().completing.offers?.empty.map(({ cell }) => cell)).toEqual(['F4']);
});

test('[V18] column kinds › whatever else a workbook keeps in their place is left out', () => {
  expect(columnKinds([['Biểu 7!F', 'ratio'], ['Biểu 7!G', 'everything'], ['__proto__', 'plan'], [7, 'plan'], 'Biểu 7!H', null, { 0: 'a', 1: 'plan' }, []])).toEqual(new Map([['Biểu 7!F', 'ratio'], ['__proto__', 'plan']]));
});
