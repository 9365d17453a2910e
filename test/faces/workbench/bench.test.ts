import { beforeEach, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { NotKeptError, type KeptEdits, type KeptFile } from '#adapters/browser/kept-work';
import type { NamedBytes } from '#adapters/browser/page-files';
import { Bench } from '#faces/workbench/bench';
import { FolderCheck, worstFirst } from '#faces/workbench/folder';
import { Keeper } from '#faces/workbench/keeper';
import { vi } from '#words/vi';

const SAMPLE = new Uint8Array(readFileSync(path.resolve(__dirname, '../../fixtures/phu-luc-2020.xlsx')));

let downloads: { name: string; bytes: Uint8Array }[];
let bench: Bench;

beforeEach(() => {
  downloads = [];
  bench = new Bench({ download: (name, bytes) => { downloads.push({ name, bytes }); }, texts: () => Promise.resolve(vi) });
});

const named = (name: string, bytes: Uint8Array = SAMPLE): NamedBytes => ({ name, bytes: () => Promise.resolve(bytes) });
const edit = (at = 0, value: string | number = 1.2): void => {
  bench.state().files[at]?.book.edit('s1', [{ sheet: 's1', row: 52, column: 5, cell: { value, formula: null, format: '0.0%' } }]);
};
const idOf = (at: number): string => bench.state().files[at]?.id ?? '';

test('[B5] bench › what cannot be read is said, and what was open stays before the user', async () => {
  await bench.open([named('thu-muc/a.xlsx'), named('b.xlsx', new Uint8Array([1, 2, 3]))]);
  expect(bench.state()).toMatchObject({ files: [{ name: 'a.xlsx', isDirty: false }], active: idOf(0), opening: null, saying: { is: 'unreadable', file: 'b.xlsx', reason: 'not-a-workbook' } });
  await bench.open([named('c.xlsx')]);
  expect(bench.state()).toMatchObject({ active: idOf(1), saying: null });
});

test('[B4][B6] bench › an edited file is dirty until it is saved or the edit is taken back, and asks before it is closed', async () => {
  await bench.open([named('a.xlsx'), named('b.xlsx')]);
  edit();
  expect([bench.isDirty, bench.state().files[0]?.isDirty]).toEqual([true, true]);
  bench.close(idOf(0));
  expect(bench.state()).toMatchObject({ closing: idOf(0), files: [{ name: 'a.xlsx' }, { name: 'b.xlsx' }] });
  bench.answer(false);
  bench.save(idOf(0));
  expect(downloads).toHaveLength(1);
  expect(bench.state()).toMatchObject({ closing: null, saying: { is: 'saved', file: 'a.xlsx', left: [] } });
  expect(bench.isDirty).toBe(false);
  bench.show(idOf(0));
  bench.close(idOf(0));
  expect(bench.state()).toMatchObject({ files: [{ name: 'b.xlsx' }], active: idOf(0) });
  edit();
  bench.close(idOf(0));
  bench.answer(true);
  expect(bench.state()).toMatchObject({ files: [], active: null });
  bench.save('gone');
  await bench.saveMarked('gone');
  expect(downloads).toHaveLength(1);
});

test('[B4] bench › cells that no file takes are named, and stay unsaved', async () => {
  await bench.open([named('a.xlsx')]);
  // The appendix merges A4:A6.
  bench.state().files[0]?.book.edit('s1', [{ sheet: 's1', row: 4, column: 0, cell: { value: 'x', formula: null, format: null } }]);
  bench.save(idOf(0));
  expect(bench.state()).toMatchObject({ saying: { is: 'saved', left: ['Phụ lục 2020!A5'] }, files: [{ isDirty: true }] });
});

test('[B8] bench › a copy with marks is another file, with the edits in it, which stay unsaved', async () => {
  await bench.open([named('bao-cao.xlsm')]);
  edit();
  await bench.saveMarked(idOf(0));
  expect(downloads.map(({ name }) => name)).toEqual(['bao-cao-kiem-tra.xlsm']);
  expect(bench.isDirty).toBe(true);
});

test('[B8] folder › files are checked one after the other, the worst first, those that cannot be read last', async () => {
  const folder = new FolderCheck();
  let told = 0;
  folder.subscribe(() => { told += 1; });
  expect(await folder.check([named('x.docx')], vi)).toBe(false);
  const files = [named('a.xlsx', new Uint8Array([80, 75])), named('b.xlsx'), named('c/d.xlsx')];
  expect(await folder.check(files, vi)).toBe(true);
  expect(folder.state()).toMatchObject({ done: 3, all: 3, files: [{ file: { name: 'b.xlsx' }, error: null }, { file: { name: 'c/d.xlsx' } }, { file: { name: 'a.xlsx' } }] });
  expect(folder.state()?.files[2]?.error).toContain('a.xlsx');
  expect(told).toBe(4);
  const running = folder.check(files, vi);
  folder.close();
  await running;
  expect(folder.state()).toBeNull();
  expect(worstFirst([])).toEqual([]);
});

/** What a browser keeps, in memory. */
class MemoryWork {
  files: KeptFile[] = [];
  edits: KeptEdits[] = [];
  refuses = false;

  readonly all = (): Promise<readonly (KeptFile & { readonly edits: KeptEdits | null })[]> => this.#answer(() => this.files.map((file) => ({ ...file, edits: this.edits.find(({ id }) => id === file.id) ?? null })));
  readonly keepFile = (file: KeptFile): Promise<void> => this.#answer(() => { this.files = [...this.files.filter(({ id }) => id !== file.id), file]; });
  readonly keepEdits = (edits: KeptEdits): Promise<void> => this.#answer(() => { this.edits = [...this.edits.filter(({ id }) => id !== edits.id), structuredClone(edits)]; });
  readonly drop = (id: string): Promise<void> => this.#answer(() => { this.files = this.files.filter((file) => file.id !== id); });

  #answer<T>(answer: () => T): Promise<T> {
    return this.refuses ? Promise.reject(new NotKeptError('full')) : Promise.resolve(answer());
  }
}

const settled = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 5); });
const keeperOf = (work: MemoryWork, owner = 'o'): Keeper => new Keeper({ work, bench, owner, isGone: (other) => other === 'gone', later: (_, action) => {
  const timer = setTimeout(action);
  return () => { clearTimeout(timer); };
} });

test('[B6] keeper › what is worked on is kept, brought back, and goes with the file that is closed', async () => {
  const work = new MemoryWork();
  keeperOf(work).begin();
  await bench.open([named('phu-luc-2020.xlsx'), named('a.xlsx')]);
  await settled();
  // The appendix comes with the page.
  expect(work.files.map(({ name }) => name)).toEqual(['a.xlsx']);
  edit();
  edit(1);
  await settled();
  expect(work.edits.map(({ isDirty, book }) => [isDirty, book.cells.length])).toEqual([[true, 1], [true, 1]]);
  bench.close(idOf(0));
  bench.answer(true);
  await settled();
  expect(work.files.map(({ name }) => name)).toEqual(['a.xlsx']);

  bench = new Bench({ download: () => null, texts: () => Promise.resolve(vi) });
  expect(await keeperOf(work, 'another').restore()).toBe(0);
  work.files = work.files.map((file) => ({ ...file, owner: 'gone' }));
  expect(await keeperOf(work, 'another').restore()).toBe(1);
  expect(bench.state()).toMatchObject({ files: [{ name: 'a.xlsx', isDirty: true }] });
  expect(work.files).toMatchObject([{ owner: 'another' }]);
});

test('[B6] keeper › a browser that keeps nothing is told of once, and nothing else stops', async () => {
  const work = new MemoryWork();
  work.refuses = true;
  const keeper = keeperOf(work);
  expect(await keeper.restore()).toBe(0);
  keeper.begin();
  await bench.open([named('a.xlsx')]);
  expect(bench.state().saying).toEqual({ is: 'not-kept', reason: 'full' });
  bench.say(null);
  edit();
  await settled();
  expect(bench.state().saying).toBeNull();
});
