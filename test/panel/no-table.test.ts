/** @jest-environment jsdom */
/** Where no table is found: the selected cells are offered, by their name. */
import { act } from 'react';
import { afterEach, expect, test } from '@jest/globals';
import { gridOf } from '#core/table/grid';
import { emptyGrid } from '#test/hosts/memory-host';
import { after, button, PanelStage, press, settled, text } from '#test/panel/panel-stage';

let stage: PanelStage;

afterEach(() => stage.close());

const area = { top: 2, left: 1, bottom: 39, right: 6 };

async function open(): Promise<void> {
  stage = await PanelStage.open([emptyGrid('Sheet1'), emptyGrid('Sheet2')]);
  await settled();
}

test('[V15] panel › the button names what is selected, and follows it; one cell is not named', async () => {
  await open();
  expect(button('Dùng vùng đang chọn').textContent).toBe('Dùng vùng đang chọn');
  act(() => { stage.host.chooses({ sheet: 's1', area }); });
  expect(button(/^Dùng vùng/).textContent).toBe('Dùng vùng đang chọn (B3:G40)');
  await after(() => stage.session.choose({ language: 'en' }));
  expect(button(/^Use/).textContent).toBe('Use the selection (B3:G40)');
  act(() => { stage.host.chooses({ sheet: 's1', area: { top: 2, left: 1, bottom: 2, right: 1 } }); });
  expect(button(/^Use/).textContent).toBe('Use the selection');
});

test('[V15] panel › what was selected before is named at once, and the selection is let go of with the state', async () => {
  stage = await PanelStage.open();
  expect(stage.host.followed).toBe(0);
  stage.host.chooses({ sheet: 's1', area: { top: 200, left: 0, bottom: 204, right: 3 } });
  await after(() => stage.session.checkSelection());
  await settled();
  expect(button(/^Dùng vùng/).textContent).toBe('Dùng vùng đang chọn (A201:D205)');
  expect(stage.host.followed).toBe(1);
  act(() => { stage.host.chooses({ sheet: 's1', area: { top: 3, left: 0, bottom: 104, right: 7 } }); });
  await press('Dùng vùng đang chọn (A4:H105)');
  await settled();
  expect(button(/^17\s*Lỗi/)).toBeDefined();
  expect(stage.host.followed).toBe(0);
});

test.each(['watchSelection', 'selection'] as const)('[V7][V15] panel › where the host refuses %s, the button names nothing, and nothing is left behind', async (method) => {
  stage = await PanelStage.open();
  stage.host.chooses({ sheet: 's1', area: { top: 200, left: 0, bottom: 204, right: 3 } });
  await after(() => stage.session.checkSelection());
  stage.host.refuse(method, 'refused');
  await settled();
  expect(button(/^Dùng vùng/).textContent).toMatch(/^Dùng vùng đang chọn/);
  await stage.close();
  expect(stage.host.followed).toBe(0);
});

const chosenTab = (): string | null | undefined => document.querySelector('[role=tab][aria-selected=true]')?.textContent;
const buttons = (): string[] => [...document.querySelectorAll('[role=tabpanel] button')].map(({ textContent }) => textContent);

test('[V2] panel › where no table is found, one is led to the blank forms; the focus goes along', async () => {
  stage = await PanelStage.open([gridOf('Sheet1', [['Ghi chú']])]);
  expect(buttons()).toEqual(['Dùng vùng đang chọn', 'Xem lại', 'Tạo biểu mới', 'Xem thử với phụ lục năm 2020']);
  button('Tạo biểu mới').focus();
  await press('Tạo biểu mới');
  expect([chosenTab(), document.activeElement?.textContent]).toEqual(['Biểu mới', 'Biểu mới']);
});

test('[V2] panel › nothing in the workbook: what can be done, and no fault found with the sheet', async () => {
  stage = await PanelStage.open([gridOf('Sheet1', [[null, null], [null]])]);
  expect(text()).toContain('Mở tệp phụ lục của bạn, hoặc:');
  expect(text()).not.toContain('Chưa thấy bảng');
  expect(buttons()).toEqual(['Tạo biểu mới', 'Xem lại', 'Xem thử với phụ lục năm 2020']);
  await after(() => stage.session.choose({ language: 'en' }));
  expect(text()).toContain('Open your appendix, or:');
  expect(buttons()).toEqual(['New form', 'Look again', 'Try it on the 2020 appendix']);
  await after(() => stage.session.choose({ language: 'vi' }));
  // Something was typed in meanwhile.
  stage.host.type({ sheet: 's1', row: 0, column: 0 }, 'Ghi chú');
  await press('Xem lại');
  expect(text()).toContain('Chưa thấy bảng chỉ tiêu');
  await press('Xem thử với phụ lục năm 2020');
  expect(text()).toContain('A4:H105');
});

test('[V2] panel › a host that takes no new sheet is offered no blank form; an empty sheet among others is none of an empty workbook', async () => {
  stage = await PanelStage.open([emptyGrid('Sheet1')], { newForm: null });
  expect(buttons()).toEqual(['Xem lại', 'Xem thử với phụ lục năm 2020']);
  await stage.close();
  stage = await PanelStage.open([emptyGrid('Sheet1'), gridOf('Sheet2', [['Ghi chú']])]);
  expect(text()).toContain('Chưa thấy bảng chỉ tiêu');
});
