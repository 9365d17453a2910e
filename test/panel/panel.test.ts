/** @jest-environment jsdom */
import '#test/panel/browser-globals';
import { readFileSync } from 'node:fs';
import { act } from 'react';
import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { nodeUnpacker } from '#adapters/disk/node-unpacker';
import { readWorkbook } from '#adapters/xlsx/read-workbook';
import { Session } from '#app/session/session';
import type { Grid } from '#core/table/grid';
import { placeOf } from '#core/table/grid';
import { openPanel, type PanelPage } from '#panel/open-panel';
import { emptyGrid, MemoryHost } from '#test/hosts/memory-host';
import { en } from '#words/en';
import { vi } from '#words/vi';

let appendix: Grid;
let host: MemoryHost;
let timers: (() => void)[];
let copied: string;
let close: () => Promise<void>;

beforeAll(async () => {
  const { sheets } = await readWorkbook(new Uint8Array(readFileSync('test/fixtures/phu-luc-2020.xlsx')), 'phu-luc-2020.xlsx', nodeUnpacker);
  const [first] = sheets;
  if (first === undefined) throw new Error('The fixture has no sheet');
  appendix = first;
});

beforeEach(() => {
  document.body.innerHTML = '<div id="panel"></div>';
  timers = [];
  copied = '';
});

afterEach(async () => {
  await act(() => close());
});

async function opened(grids: readonly Grid[] = [appendix], tools: Partial<PanelPage> = {}): Promise<Session> {
  host = new MemoryHost(grids);
  const session = new Session({
    host, language: 'vi', now: () => Date.parse('2021-01-05T10:42:00'),
    later: (_, action) => {
      timers.push(action);
      return () => {
        timers = timers.filter((one) => one !== action);
      };
    },
    engine: () => import('#app/session/engine'),
    words: (language) => Promise.resolve((language === 'en' ? en : vi).words),
  });
  const element = document.querySelector('#panel');
  if (element === null) throw new Error('no place');
  await act(async () => {
    close = openPanel(element, {
      session, dark: false, version: '9.9.9', losesHostUndo: true, greets: false, greeted: () => null, tryIt: () => Promise.resolve(appendix), restart: () => null,
      copy: (text) => {
        copied = text;
        return Promise.resolve();
      },
      hour: () => '10:42',
      templates: () => import('#app/session/engine').then(({ templates }) => templates()),
      ...tools,
    });
    await session.open();
  });
  return session;
}

function button(name: string | RegExp): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>('button')].find((one) => {
    const label = one.getAttribute('aria-label') ?? one.textContent;
    return typeof name === 'string' ? label === name : name.test(label);
  });
  if (found === undefined) throw new Error(`no button ${String(name)} in: ${text()}`);
  return found;
}

async function press(name: string | RegExp): Promise<void> {
  await act(async () => {
    button(name).click();
    await new Promise((resolve) => setTimeout(resolve, 100));
  });
}

const text = (): string => document.body.textContent;

test('[V2] panel › begins with what it sees and one large button', async () => {
  await opened();
  expect(text()).toContain('A4:H105');
  expect(text()).toContain('LMHTXVN 2020, khớp 78/78 chỉ tiêu');
  expect(button('Kiểm tra').className).toContain('big');
});

test('[V1] panel › counts as many cards as it lists, under the sections of the appendix', async () => {
  await opened();
  await press('Kiểm tra');
  expect(document.querySelectorAll('li').length).toBe(17);
  expect([...document.querySelectorAll('h2')].map(({ textContent }) => textContent)).toEqual(['I. Hợp tác xã7 lỗi', 'II. Liên hiệp hợp tác xã7 lỗi', 'III. Tổ hợp tác2 lỗi', expect.stringMatching(/^V\. .*1 lỗi$/)]);
  expect(button(/^17Lỗi/).getAttribute('aria-pressed')).toBe('true');
});

test('[V1] panel › an opened card says why and selects its cell', async () => {
  await opened();
  await press('Kiểm tra');
  await press(/^Lỗi 2 trên 17: I\.7 /);
  expect(host.selected).toEqual({ sheet: 's1', ...placeOf('F24') });
  expect(text()).toContain('Vì sao');
  await press(/^Lỗi 2 trên 17/);
  expect(text()).not.toContain('Vì sao');
});

test('[V1] panel › a closed card says that several corrections fit where none of them leads', async () => {
  await opened();
  await press('Kiểm tra');
  const line = (cell: string): string => document.querySelector(`[data-head][aria-label$="ô ${cell}"]`)?.textContent ?? '';
  expect(line('E18')).toContain('có 3 cách sửa');
  expect(line('D75')).toContain('có 2 cách sửa');
  expect(line('F53')).toContain('ghi mức tăng');
});

test('[V1] panel › one stop of the Tab key, and arrows from head to head', async () => {
  await opened();
  await press('Kiểm tra');
  const heads = [...document.querySelectorAll<HTMLElement>('[data-head]')];
  expect(heads.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  act(() => { heads[0]?.focus(); });
  const key = (name: string): void => { act(() => { document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true })); }); };
  key('ArrowDown');
  expect(document.activeElement).toBe(heads[1]);
  key('End');
  expect(document.activeElement).toBe(heads.at(-1));
  key('Home');
  key('ArrowLeft');
  expect(document.activeElement?.getAttribute('aria-expanded')).toBe('false');
});

test('[V3] panel › an edit that mends a figure ticks its card and lowers the count', async () => {
  await opened();
  await press('Kiểm tra');
  await act(async () => {
    host.type({ sheet: 's1', ...placeOf('F53') }, 1.2);
    for (const action of timers.splice(0)) action();
    await new Promise((resolve) => setTimeout(resolve, 100));
  });
  expect(text()).toContain('Đã khớp');
  expect(text()).toContain('Vừa cập nhật');
  expect(button(/^16Lỗi/)).toBeDefined();
});

test('[V6] panel › speaks English when asked, and keeps the list', async () => {
  await opened();
  await press('Kiểm tra');
  await press('English');
  expect(text()).toContain('Watching for edits');
  expect(document.querySelector('main')?.lang).toBe('en');
  expect(document.querySelectorAll('li').length).toBe(17);
});

test('[V7] panel › what Excel refuses is one sentence and one button', async () => {
  await opened();
  host.refuse('read', 'edit-mode');
  await press('Kiểm tra');
  expect(document.querySelector('[role=status]')?.textContent).toContain('Excel đang chờ bạn gõ xong một ô');
  await press('Thử lại');
  expect(button(/^17Lỗi/)).toBeDefined();
});

test('[V2] panel › a sheet without a table says what a table needs', async () => {
  await opened([emptyGrid('Sheet1')]);
  expect(text()).toContain('Trang tính “Sheet1” không có dòng tiêu đề nào');
  await press('Xem thử với phụ lục năm 2020');
  expect(text()).toContain('A4:H105');
});

test('[V1] panel › lists are searched without diacritics, and copied as lines', async () => {
  await opened();
  await press('Kiểm tra');
  await press('Sao chép tất cả');
  expect(copied.split('\n')).toHaveLength(17);
  expect(copied).toMatch(/^I\.3 /);
  await press('Tìm chỉ tiêu hoặc ô');
  const field = document.querySelector<HTMLInputElement>('input[type=search]');
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, 'to hop tac');
    field?.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
  expect(document.querySelectorAll('li').length).toBeLessThan(17);
});

test('[V6] panel › settings are obeyed at once, and Escape leads back', async () => {
  await opened();
  await press('Kiểm tra');
  expect(host.marks.length).toBeGreaterThan(0);
  await press('Thiết lập');
  expect(text()).toContain('Phụ lục 9.9.9');
  await press('Xóa mọi đánh dấu trên bảng');
  expect(host.marks).toEqual([]);
  await act(async () => {
    document.querySelector('main')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await Promise.resolve();
  });
  expect(button(/^17Lỗi/)).toBeDefined();
});

test('[V7] panel › closing leaves nothing behind', async () => {
  await opened();
  await press('Kiểm tra');
  await act(() => close());
  expect([host.watched, timers.length, document.querySelector('#panel')?.innerHTML]).toEqual([0, 0, '']);
});

test('[V10] panel › what is certain is chosen beforehand but for doubts, and each is chosen by itself', async () => {
  await opened();
  await press('Kiểm tra');
  await press(/^Sửa 7 chỗ chắc chắn/);
  expect(text()).toContain('chọn 5/7');
  expect(text()).toContain('Đổi dấu: chưa chọn sẵn');
  expect(document.querySelector<HTMLInputElement>('input[aria-label^="Chọn D101"]')?.checked).toBe(false);
  await press('Sửa 5 ô');
  expect(text()).toContain('Đã sửa 5 ô. Còn 12 lỗi.');
  expect(button(/^12Lỗi/)).toBeDefined();
});

test('[V7] panel › a part that cannot be drawn is a sentence, not a blank pane', async () => {
  const { error } = console;
  // React tells of it too.
  console.error = () => null;
  await opened(undefined, { hour: () => { throw new Error('no clock'); } });
  await press('Kiểm tra');
  console.error = error;
  expect(text()).toContain('Phụ lục gặp trục trặc');
});
