/** @jest-environment jsdom */
import { act } from 'react';
import { afterEach, expect, test } from '@jest/globals';
import { gridOf, placeOf } from '#core/table/grid';
import type { Reading } from '#ports/workbook-host';
import { after, button, PanelStage, press, text } from '#test/panel/panel-stage';

let stage: PanelStage;

afterEach(async () => {
  await stage.close();
});

test('[V2] panel › begins with what it sees and one large button', async () => {
  stage = await PanelStage.open();
  expect(text()).toContain('A4:H105');
  expect(text()).toContain('LMHTXVN 2020, khớp 78/78 chỉ tiêu');
  expect(button('Kiểm tra').className).toContain('big');
});

test('[V1] panel › counts as many cards as it lists, under the sections of the appendix', async () => {
  stage = await PanelStage.open();
  await press('Kiểm tra');
  expect(document.querySelectorAll('li').length).toBe(17);
  expect([...document.querySelectorAll('h2')].map(({ textContent }) => textContent)).toEqual(['I. Hợp tác xã7 lỗi', 'II. Liên hiệp hợp tác xã7 lỗi', 'III. Tổ hợp tác2 lỗi', expect.stringMatching(/^V\. .*1 lỗi$/)]);
  expect(button(/^17Lỗi/).getAttribute('aria-pressed')).toBe('true');
});

test('[V1] panel › an opened card says why and selects its cell', async () => {
  stage = await PanelStage.open();
  await press('Kiểm tra');
  await press(/^Lỗi 2 trên 17: I\.7 /);
  expect(stage.host.selected).toEqual({ sheet: 's1', ...placeOf('F24') });
  expect(text()).toContain('Vì sao');
  await press(/^Lỗi 2 trên 17/);
  expect(text()).not.toContain('Vì sao');
});

test('[V1] panel › a closed card says that several corrections fit where none of them leads', async () => {
  stage = await PanelStage.open();
  await press('Kiểm tra');
  const line = (cell: string): string => document.querySelector(`[data-head][aria-label$="ô ${cell}"]`)?.textContent ?? '';
  expect(line('E18')).toContain('có 3 cách sửa');
  expect(line('D75')).toContain('có 2 cách sửa');
  expect(line('F53')).toContain('ghi mức tăng');
});

test('[V1] panel › one stop of the Tab key, and arrows from head to head', async () => {
  stage = await PanelStage.open();
  await press('Kiểm tra');
  const heads = [...document.querySelectorAll<HTMLElement>('[data-head]')];
  expect(heads.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  const cells = (): (string | null)[] => [...document.querySelectorAll<HTMLElement>('li [aria-label^="Đến ô"]')].filter(({ tabIndex }) => tabIndex === 0).map((one) => one.textContent);
  expect(cells()).toEqual([]);
  act(() => { heads[0]?.focus(); });
  const key = (name: string): void => { act(() => { document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true })); }); };
  key('ArrowDown');
  expect(document.activeElement).toBe(heads[1]);
  expect(cells()).toEqual(['E18']);
  key('End');
  expect(document.activeElement).toBe(heads.at(-1));
  key('Home');
  key('ArrowLeft');
  expect(document.activeElement?.getAttribute('aria-expanded')).toBe('false');
});

test('[V3] panel › an edit that mends a figure ticks its card and lowers the count', async () => {
  stage = await PanelStage.open();
  await press('Kiểm tra');
  await after(() => {
    stage.host.type({ sheet: 's1', ...placeOf('F53') }, 1.2);
    for (const action of stage.timers.splice(0)) action();
  });
  expect(text()).toContain('Đã khớp');
  expect(text()).toContain('Vừa cập nhật');
  expect(button(/^16Lỗi/)).toBeDefined();
});

test('[V6] panel › speaks English when asked, and keeps the list', async () => {
  stage = await PanelStage.open();
  await press('Kiểm tra');
  await press('English');
  expect(text()).toContain('Watching for edits');
  expect(document.querySelector('main')?.lang).toBe('en');
  expect(document.querySelectorAll('li').length).toBe(17);
});

test('[V7] panel › what Excel refuses is one sentence and one button', async () => {
  stage = await PanelStage.open();
  stage.host.refuse('read', 'edit-mode');
  await press('Kiểm tra');
  expect(document.querySelector('[role=alert]')?.textContent).toContain('Excel đang chờ bạn gõ xong một ô');
  await press('Thử lại');
  expect(button(/^17Lỗi/)).toBeDefined();
});

test('[V2] panel › a sheet without a table says what a table needs', async () => {
  stage = await PanelStage.open([gridOf('Sheet1', [['Ghi chú']])]);
  expect(text()).toContain('Trang tính “Sheet1” không có dòng tiêu đề nào');
  await press('Xem thử với phụ lục năm 2020');
  expect(text()).toContain('A4:H105');
});

test('[V15] panel › the cells that are selected can be checked by themselves, and are checked again as such', async () => {
  const table = [['Chỉ tiêu', 'Thực hiện năm 2020', 'So sánh với năm 2019: Số lượng', 'So sánh với năm 2019: Tỷ lệ'], ['Số HTX', 120, 20, 1.5]];
  const junk = Array.from({ length: 3 }, (_, i) => [`ghi chú ${i}`, '', '', '']);
  stage = await PanelStage.open([gridOf('Tính', [...junk])]);
  await press('Dùng vùng đang chọn');
  expect(text()).toContain('Vùng A1 của trang tính “Tính” không có dòng tiêu đề nào');
  await stage.close();
  stage = await PanelStage.open([gridOf('Tính', [...table, ...junk, ...table])]);
  stage.host.selectedArea = { top: 5, left: 0, bottom: 6, right: 3 };
  await after(() => stage.session.checkSelection());
  expect(stage.session.state().facts.map(({ range }) => range)).toEqual(['A6:D7']);
  expect(stage.session.state().items.map(({ cell }) => cell)).toEqual(['D7']);
  await press('Kiểm tra lại');
  expect(stage.session.state().facts.map(({ range }) => range)).toEqual(['A6:D7']);
  await press(/^Áp dụng: D7/);
  expect(stage.host.cellAt({ sheet: 's1', row: 6, column: 3 }).value).toBe(1.2);
  await after(() => stage.session.choose({ sheets: 'all' }));
  expect([stage.session.state().asked.within, stage.session.state().facts[0]?.range]).toEqual([null, 'A1:D7']);
});

test('[V1] panel › lists are searched without diacritics, and stage.copied as lines', async () => {
  stage = await PanelStage.open();
  await press('Kiểm tra');
  await press('Sao chép tất cả');
  expect(stage.copied.split('\n')).toHaveLength(17);
  expect(stage.copied).toMatch(/^I\.3 /);
  await press('Tìm chỉ tiêu hoặc ô');
  const field = document.querySelector<HTMLInputElement>('input[type=search]');
  await after(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, 'to hop tac');
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  });
  expect(document.querySelectorAll('li').length).toBeLessThan(17);
});

test('[V6] panel › settings are obeyed at once, and Escape leads back', async () => {
  stage = await PanelStage.open();
  await press('Kiểm tra');
  expect(stage.host.marks.length).toBeGreaterThan(0);
  await press('Thiết lập');
  expect(text()).toContain('Phụ lục 9.9.9');
  await press('Xóa mọi đánh dấu trên bảng');
  expect(stage.host.marks).toEqual([]);
  await act(async () => {
    document.querySelector('main')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await Promise.resolve();
  });
  expect(button(/^17Lỗi/)).toBeDefined();
});

test('[V8][V11] panel › of a check over several sheets one sees how far it is', async () => {
  stage = await PanelStage.open();
  Object.assign(stage.host, {
    read: ({ onProgress }: Reading) => {
      onProgress?.(7, 12);
      return new Promise(() => null);
    },
  });
  await press('Kiểm tra');
  const bar = document.querySelector('progress');
  expect([bar?.value, bar?.max, bar?.getAttribute('aria-label')]).toEqual([7, 12, 'Đang kiểm tra']);
  expect(text()).toContain('7/12 trang tính');
});

test('[V8] panel › what was written is heard with the errors that are left after it, and stays to be heard', async () => {
  stage = await PanelStage.open();
  await press('Kiểm tra');
  await press(/^Lỗi .*ô F53$/);
  const heard: (string | null)[] = [];
  const region = document.querySelector('[aria-live=polite]');
  const watch = new MutationObserver(() => { heard.push(region?.textContent ?? null); });
  watch.observe(region ?? document.body, { childList: true, characterData: true, subtree: true });
  await press(/^Áp dụng: F53/);
  await press('Hoàn tác');
  watch.disconnect();
  expect(heard).toEqual(['Đã sửa F53. Còn 16 lỗi. Nhấn Ctrl+Z để hoàn tác.', 'Đã trả lại 1 ô như cũ.']);
});

test('[V7] panel › closing leaves nothing behind', async () => {
  stage = await PanelStage.open();
  await press('Kiểm tra');
  await stage.close();
  expect([stage.host.watched, stage.timers.length, document.querySelector('#panel')?.innerHTML]).toEqual([0, 0, '']);
});

test('[V10] panel › what is certain is chosen beforehand but for doubts, and each is chosen by itself', async () => {
  stage = await PanelStage.open();
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
  stage = await PanelStage.open(undefined, { hour: () => { throw new Error('no clock'); } });
  await press('Kiểm tra');
  console.error = error;
  expect(text()).toContain('Phụ lục gặp trục trặc');
});
