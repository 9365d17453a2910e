/** @jest-environment jsdom */
import '#test/panel/browser-globals';
import { act } from 'react';
import { afterEach, expect, test } from '@jest/globals';
import { placeOf } from '#core/table/grid';
import { readAppendix } from '#test/app/session/stage';
import { emptyGrid } from '#test/hosts/memory-host';
import { after, button, click, PanelStage, press, text } from '#test/panel/panel-stage';

let stage: PanelStage;

afterEach(async () => {
  await stage.close();
});

const tab = (name: RegExp): HTMLElement => [...document.querySelectorAll<HTMLElement>('[role=tab]')].find(({ textContent }) => name.test(textContent)) ?? document.body;

test('[E4] panel › before submission one verdict, and each thing that blocks is one click from its cell and from its card', async () => {
  stage = await PanelStage.open();
  const { session } = stage;
  await click(tab(/^Nộp/));
  await press('Kiểm tra trước khi nộp');
  expect(document.querySelector('h2')?.textContent).toBe('Chưa đạt: 17 lỗi, 0 chỗ thiếu');
  expect(document.activeElement?.textContent).toBe('Chưa đạt: 17 lỗi, 0 chỗ thiếu');
  expect(document.querySelectorAll('li [data-head]')).toHaveLength(17);
  expect(text()).toContain('Đủ chỉ tiêu, đủ cột, đủ số liệu bắt buộc');
  expect(text()).toContain('Sổ làm việc không dùng hàm HTX');
  await press('Đến ô F53');
  expect(stage.host.selected).toEqual({ sheet: 's1', ...placeOf('F53') });
  await press(/^II\.1 /);
  expect(tab(/^Kiểm tra/).getAttribute('aria-selected')).toBe('true');
  expect(document.querySelector('h3')?.textContent).toContain('II.1');
  await press(/^Áp dụng: F53/);
  await click(tab(/^Nộp/));
  expect(document.querySelector('h2')?.textContent).toBe('Chưa đạt: 16 lỗi, 0 chỗ thiếu');
  await press(/^Xem: 6 chỗ chưa kiểm được/);
  expect(button(/^6Chưa kiểm/).getAttribute('aria-pressed')).toBe('true');
  expect(session.state().asked.purpose).toBe('submission');
});

test('[E4] panel › the verdict is not given of figures that changed since, or of no known layout', async () => {
  stage = await PanelStage.open();
  const { session } = stage;
  await after(() => session.choose({ live: false }));
  await after(() => session.submit());
  act(() => { stage.host.type({ sheet: 's1', ...placeOf('F53') }, 1.2); });
  expect(document.querySelector('h2')?.textContent).toBe('Chưa kết luận được');
  await press('Kiểm tra lại');
  expect(document.querySelector('h2')?.textContent).toBe('Chưa đạt: 16 lỗi, 0 chỗ thiếu');
  await stage.close();
  stage = await PanelStage.open([emptyGrid('Sheet1')]);
  await after(() => stage.session.submit());
  expect(document.querySelector('h2')?.textContent).toBe('Chưa có bảng nào theo mẫu đã biết');
});

test('[V8] panel › tabs are one stop, walked by the arrow keys; a check from elsewhere shows its own', async () => {
  stage = await PanelStage.open();
  const { session } = stage;
  const key = (name: string): Promise<void> => after(() => {
    document.querySelector('[role=tab][aria-selected=true]')?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
  });
  const stops = (): (string | null)[] => [...document.querySelectorAll('[role=tab]')].map((one) => one.getAttribute('tabindex'));
  expect(stops()).toEqual(['0', '-1', '-1', '-1']);
  await key('ArrowRight');
  expect([stops(), document.activeElement?.textContent]).toEqual([['-1', '0', '-1', '-1'], 'Tính cột']);
  await key('Home');
  expect(document.activeElement?.textContent).toBe('Kiểm tra');
  await key('End');
  await key('ArrowRight');
  expect(document.activeElement?.textContent).toBe('Kiểm tra');
  await after(() => session.submit());
  expect(tab(/^Nộp/).getAttribute('aria-selected')).toBe('true');
  await after(() => session.check());
  expect(tab(/^Kiểm tra/).getAttribute('aria-selected')).toBe('true');
});

test('[E2][E4] panel › a check from the ribbon is seen also where the settings were open', async () => {
  stage = await PanelStage.open();
  await press('Thiết lập');
  expect(text()).toContain('Phụ lục 9.9.9');
  await after(() => stage.session.submit());
  expect(document.querySelector('h2')?.textContent).toBe('Chưa đạt: 17 lỗi, 0 chỗ thiếu');
  await press('Thiết lập');
  expect(text()).toContain('Phụ lục 9.9.9');
  await after(() => stage.session.check());
  expect(button(/^17Lỗi/)).toBeDefined();
});

test('[E4] panel › whatever sheets are called, their names stay text and their cells are reached', async () => {
  const appendix = await readAppendix();
  const names = ['<img src=x onerror=alert(1)>', "Phụ lục 'cũ'", '=1+1', '__proto__', '\u202Exyz'];
  stage = await PanelStage.open(names.map((name) => ({ ...appendix, name })));
  await after(() => stage.session.submit());
  expect(document.querySelector('h2')?.textContent).toBe(`Chưa đạt: ${stage.session.state().counts.error} lỗi, 0 chỗ thiếu`);
  expect(document.querySelector('img')).toBeNull();
  for (const name of names) expect(text()).toContain(`${name}: LMHTXVN 2020`);
  const chips = [...document.querySelectorAll<HTMLElement>('li button[aria-label="Đến ô F53"]')];
  expect(chips.length).toBeGreaterThan(1);
  for (const [i, chip] of chips.entries()) {
    await click(chip);
    expect(stage.host.selected).toEqual({ sheet: `s${i + 1}`, ...placeOf('F53') });
  }
});

test('[E4] panel › two hundred blocking items are counted whole, and listed fifty at a time', async () => {
  const appendix = await readAppendix();
  stage = await PanelStage.open(Array.from({ length: 12 }, (_, i) => ({ ...appendix, name: `Huyện ${i + 1}` })));
  await after(() => stage.session.submit());
  const { error } = stage.session.state().counts;
  expect(error).toBeGreaterThan(200);
  expect(document.querySelector('h2')?.textContent).toBe(`Chưa đạt: ${error} lỗi, 0 chỗ thiếu`);
  const rows = (): number => document.querySelectorAll('li [data-head]').length;
  expect(rows()).toBe(50);
  for (const shown of [100, 150, 200, error]) {
    await press(/^Xem thêm/);
    expect(rows()).toBe(shown);
  }
});
