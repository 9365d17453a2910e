/** @jest-environment jsdom */
import '#test/panel/browser-globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { act, createElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Bench } from '#faces/workbench/bench';
import { chosenFiles, droppedFiles } from '#faces/workbench/dropped';
import { keep, kept, askBeforeLeaving } from '#faces/workbench/page';
import type { LoadGrid } from '#faces/workbench/stage';
import { hourOf } from '#panel/page';
import { vi } from '#words/vi';

const SAMPLE = new Uint8Array(readFileSync(path.resolve(__dirname, '../../fixtures/phu-luc-2020.xlsx')));

let root: Root;
let bench: Bench;
let downloads: string[];
/** A grid that comes, or does not, and is closed again. */
let grid: { fails: boolean; opened: number; closed: number; /** Whether it stood on the page when it was opened, and when it was closed. */ onPage: boolean[]; waits: Promise<void> };
const loadGrid = (): ReturnType<LoadGrid> => (grid.fails ? Promise.reject(new Error('no network')) : grid.waits.then(() => ({ openGrid: (_book: unknown, { element }: { readonly element: HTMLElement }) => {
  grid.opened += 1;
  grid.onPage.push(element.isConnected);
  return Promise.resolve({ close: () => {
    grid.closed += 1;
    grid.onPage.push(element.isConnected);
  } });
} })));

beforeEach(async () => {
  Object.assign(globalThis, {
    PHULUC_VERSION: '0.1.0', PHULUC_FUNCTIONS: { vi: [], en: [] }, PHULUC_APPENDIX_2020: Buffer.from(SAMPLE).toString('base64'),
    matchMedia: () => ({ matches: false, addEventListener: () => null, removeEventListener: () => null }),
  });
  localStorage.clear();
  document.body.replaceChildren(document.createElement('div'));
  downloads = [];
  grid = { fails: false, opened: 0, closed: 0, onPage: [], waits: Promise.resolve() };
  bench = new Bench({ download: (name) => { downloads.push(name); }, texts: () => Promise.resolve(vi) });
  const { WorkbenchPage } = await import('../../../src/faces/workbench/WorkbenchPage');
  root = createRoot(document.body.firstElementChild ?? document.body);
  await act(async () => { root.render(createElement(WorkbenchPage, { bench, loadGrid })); await Promise.resolve(); });
// A busy machine takes its time to load the page's code.
}, 60_000);

afterEach(() => { act(() => { root.unmount(); }); });

const text = (): string => document.body.textContent;
const button = (name: string | RegExp): HTMLButtonElement => {
  const found = [...document.querySelectorAll('button')].find((one) => [one.getAttribute('aria-label'), one.textContent].some((said) => said !== null && (typeof name === 'string' ? said === name : name.test(said))));
  if (found === undefined) throw new Error(`There is no button ${String(name)} among: ${[...document.querySelectorAll('button')].map((one) => one.textContent).join(' | ')}`);
  return found;
};
const press = (name: string | RegExp): Promise<void> => act(async () => { button(name).click(); await Promise.resolve(); });
const until = async (holds: () => boolean): Promise<void> => {
  for (let i = 0; i < 200 && !holds(); i += 1) await act(async () => { await new Promise((resolve) => { setTimeout(resolve, 20); }); });
  expect(holds()).toBe(true);
};
const open = (name: string, bytes: Uint8Array = SAMPLE): Promise<void> => act(() => bench.open([{ name, bytes: () => Promise.resolve(bytes) }]));

test('[B1][B5] page › begins empty, opens the appendix, checks it, and says what cannot be opened', async () => {
  expect(text()).toContain('Chưa mở tệp nào');
  await press('Xem thử với phụ lục năm 2020');
  await until(() => /17\s*Lỗi/.test(text()));
  expect(button('phu-luc-2020.xlsx').getAttribute('aria-current')).toBe('page');
  await open('<b>.xlsx', new Uint8Array([1]));
  await until(() => document.querySelector('[role=alert]')?.textContent.includes('<b>.xlsx không mở được') === true);
  await press('Đóng thông báo');
  expect(document.querySelector('[role=alert]')?.textContent).toBe('');
}, 60_000);

test('[B4][B6][B8] page › tabs, saving, and the question before edits are lost', async () => {
  await open('a.xlsx');
  await open('b.xlsx');
  await until(() => /17\s*Lỗi/.test(text()));
  act(() => { bench.state().files[1]?.book.edit('s1', [{ sheet: 's1', row: 52, column: 5, cell: { value: 1.2, formula: null, format: null } }]); });
  expect(text()).toContain('đã sửa, chưa lưu');
  await press('Đóng b.xlsx');
  expect(text()).toContain('b.xlsx đã sửa mà chưa lưu');
  await press('Giữ lại');
  await press('Lưu .xlsx');
  expect(downloads).toEqual(['b.xlsx']);
  expect(text()).toContain('Đã lưu b.xlsx');
  await press('Lưu bản đánh dấu');
  await until(() => downloads.includes('b-kiem-tra.xlsx'));
  await press('a.xlsx');
  await press('Đóng a.xlsx');
  expect(bench.state().files.map(({ name }) => name)).toEqual(['b.xlsx']);
  for (const [saying, said] of [[{ is: 'restored', count: 2 }, 'Đã mở lại 2 tệp'], [{ is: 'only-contents' }, 'chỉ đổi nội dung ô'], [{ is: 'no-workbooks' }, 'không có tệp .xlsx'], [{ is: 'not-kept', reason: 'full' }, 'hết chỗ'], [{ is: 'not-saved', file: 'x' }, 'Chưa lưu được x'], [{ is: 'saved', file: 'x', left: ['B!A1'] }, 'B!A1']] as const) {
    act(() => { bench.say(saying); });
    expect(text()).toContain(said);
  }
}, 60_000);

test('[B9] page › the panel is made wider by keys, within its bounds; F6 goes round; a language that is chosen is kept', async () => {
  await open('a.xlsx');
  await until(() => /17\s*Lỗi/.test(text()));
  const divider = button('Độ rộng khung kiểm tra');
  const key = (target: EventTarget, name: string): void => { act(() => { target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true })); }); };
  for (let i = 0; i < 12; i += 1) key(divider, 'ArrowLeft');
  expect(divider.getAttribute('aria-valuenow')).toBe('500');
  for (let i = 0; i < 20; i += 1) key(divider, 'ArrowRight');
  expect(divider.getAttribute('aria-valuenow')).toBe('320');
  await press('Thiết lập');
  await press('EN');
  await until(() => text().includes('Save .xlsx'));
  expect([kept('phuluc.language'), document.documentElement.lang]).toEqual(['en', 'en']);
}, 60_000);

test('[B1] page › a grid that does not come is said, and asked for again; it goes with its file', async () => {
  const told = console.error;
  const errors: unknown[] = [];
  console.error = (error: unknown) => { errors.push(error); };
  grid.fails = true;
  await open('a.xlsx');
  await until(() => text().includes('Không mở được bảng'));
  expect(/17\s*Lỗi/.test(text())).toBe(true);
  expect(errors).toEqual([new Error('no network')]);
  console.error = told;
  grid.fails = false;
  await press('Thử lại');
  await until(() => grid.opened === 1);
  await press('Đóng a.xlsx');
  await until(() => grid.closed === 1);
}, 60_000);

test('[B1] page › a grid that is still coming when its file is closed has its place until it is closed too', async () => {
  let come = (): void => { throw new Error('Nobody waits'); };
  grid.waits = new Promise((resolve) => { come = resolve; });
  await open('a.xlsx');
  await until(() => /17\s*Lỗi/.test(text()));
  const places = (): number => document.querySelectorAll('.wb-grids > div, [class*=grids] > div').length;
  const before = places();
  await press('Đóng a.xlsx');
  await act(async () => { come(); await Promise.resolve(); });
  await until(() => grid.closed === 1);
  expect(grid.onPage).toEqual([true, true]);
  await until(() => places() === before - 1 || places() === 0);
}, 60_000);

test('[B8] page › files out of a drop, folders walked in pieces', async () => {
  const file = (name: string, size = 3): FileSystemFileEntry => ({ isFile: true, isDirectory: false, fullPath: `/${name}`, file: (give: (one: File) => void) => { give(Object.assign(new File([new Uint8Array(size)], name), { arrayBuffer: () => Promise.resolve(new ArrayBuffer(size)) })); } }) as unknown as FileSystemFileEntry;
  const pieces = [[file('tinh/a.xlsx')], [file('tinh/b.xlsx')], []];
  const folder = { isFile: false, isDirectory: true, fullPath: '/tinh', createReader: () => ({ readEntries: (give: (some: unknown[]) => void) => { give(pieces.shift() ?? []); } }) } as unknown as FileSystemEntry;
  const { files, hasFolder } = await droppedFiles([folder, file('c.xlsx')]);
  expect([files.map(({ name }) => name), hasFolder]).toEqual([['tinh/a.xlsx', 'tinh/b.xlsx', 'c.xlsx'], true]);
  expect(await files[0]?.bytes()).toHaveLength(3);
  expect(chosenFiles(null)).toEqual([]);
});

test('[B6] page › asks before it is left only where something is unsaved', () => {
  let isDirty = false;
  askBeforeLeaving(() => isDirty);
  const leave = (): boolean => globalThis.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  expect(leave()).toBe(true);
  isDirty = true;
  expect(leave()).toBe(false);
  isDirty = false;
  keep('k', 'v');
  expect([kept('k'), kept('none')]).toEqual(['v', null]);
  expect(hourOf(new Date(2026, 0, 5, 9, 7).getTime())).toBe('09:07');
});
