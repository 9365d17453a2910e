/** @jest-environment jsdom */
import '#test/panel/browser-globals';
import { afterEach, expect, test } from '@jest/globals';
import { gridOf, placeOf, type Grid } from '#core/table/grid';
import { UnreadableFileError } from '#ports/workbook-files';
import { after, button, click, PanelStage, press, settled, text } from '#test/panel/panel-stage';

let stage: PanelStage;

afterEach(async () => {
  await stage.close();
});

const tab = (name: RegExp): HTMLElement => [...document.querySelectorAll<HTMLElement>('[role=tab]')].find(({ textContent }) => name.test(textContent)) ?? document.body;
const box = (name: string | RegExp): HTMLInputElement => {
  const found = [...document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].find((one) => (typeof name === 'string' ? one.getAttribute('aria-label') === name : name.test(one.getAttribute('aria-label') ?? '')));
  if (found === undefined) throw new Error(`no box ${String(name)} in: ${text()}`);
  return found;
};
const rows = (): string[] => [...document.querySelectorAll('section li')].map(({ textContent }) => textContent);

async function open(...given: Parameters<typeof PanelStage.open>): Promise<void> {
  stage = await PanelStage.open(...given);
  await click(tab(/^Tính cột/));
}

test('[G8] panel › what would be written, with its figure and what it follows from; what is in the way; what is lacking', async () => {
  await open();
  expect(document.querySelector('h1')?.textContent).toBe('Tính cột so sánh');
  expect(rows()[0]).toBe('F62II.5 Số giải thể54,5%=D62/(D62-E62) · 6 / (6 − (−5))');
  expect(text()).toContain('F36 chưa tính được: E36 đang có lỗi (số gốc tính ra nhỏ hơn 0).');
  expect(text()).toContain('236 ô khác còn thiếu số liệu để tính');
  expect(rows().find((row) => row.startsWith('F53'))).toContain('từ 20,0% thành 120,0%');
  expect(text()).toContain('Công thức Excel thường, máy không cài Phụ lục vẫn mở được.');
  await press('Đến ô F62');
  expect(stage.host.selected).toEqual({ sheet: 's1', ...placeOf('F62') });
});

test('[G9][G11] panel › filled cells begin unticked; replacing asks once, in its place, and writes only then', async () => {
  await open();
  expect([box(/^Chọn F62,/).checked, box(/^Chọn F53,/).checked, box('Chọn tất cả: Ô còn trống').checked, box('Chọn tất cả: Ô đã có số, khác số tính lại').checked]).toEqual([true, false, true, false]);
  expect(button('Điền 1 ô').getAttribute('aria-disabled')).toBeNull();
  await click(box(/^Chọn F53,/));
  expect(box('Chọn tất cả: Ô đã có số, khác số tính lại').indeterminate).toBe(true);
  await press('Điền 1 ô, thay 1 ô…');
  expect(text()).toContain('1 ô đang có số sẽ bị thay.');
  expect(document.activeElement?.textContent).toBe('1 ô đang có số sẽ bị thay.');
  expect(stage.host.calls).not.toContain('write');
  await press('Hủy');
  expect(stage.host.calls).not.toContain('write');
  await press('Điền 1 ô, thay 1 ô…');
  await press('Thay');
  expect(stage.host.cellAt({ sheet: 's1', ...placeOf('F53') }).formula).toBe('IF(OR(D53="",E53=""),"",D53/(D53-E53))');
  expect(text()).toContain('Đã điền 1 ô, thay 1 ô.');
  // Nothing was checked: the number of errors is not known.
  expect(text()).not.toMatch(/Còn \d+ lỗi/);
  await press('Hoàn tác');
  expect(stage.host.cellAt({ sheet: 's1', ...placeOf('F53') })).toMatchObject({ value: 0.2, formula: null });
  expect(text()).toContain('Đã trả lại 2 ô như cũ.');
});

test('[G11] panel › Escape calls the question off; another tick asks anew', async () => {
  await open();
  await click(box(/^Chọn F53,/));
  await press('Điền 1 ô, thay 1 ô…');
  await after(() => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  });
  expect(button('Điền 1 ô, thay 1 ô…')).toBeDefined();
  await press('Điền 1 ô, thay 1 ô…');
  await click(box(/^Chọn F24,/));
  expect(button('Điền 1 ô, thay 2 ô…')).toBeDefined();
});

test('[G11] panel › with nothing ticked nothing can be written; values are written as figures', async () => {
  await open();
  await click(box(/^Chọn F62,/));
  expect(button('Điền 0 ô').getAttribute('aria-disabled')).toBe('true');
  await press('Điền 0 ô');
  expect(stage.host.calls).not.toContain('write');
  const values = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].at(1);
  if (values === undefined) throw new Error('no choice of values');
  await click(values);
  await click(box(/^Chọn F62,/));
  await press('Điền 1 ô');
  expect(stage.host.cellAt({ sheet: 's1', ...placeOf('F62') })).toEqual({ value: 0.545, formula: null, format: '0.0%' });
  expect(text()).toContain('Không còn ô nào tính được từ số liệu hiện có.');
  expect(document.querySelector('[aria-live=polite]')?.textContent).toBe('Đã điền 1 ô. Nhấn Ctrl+Z để hoàn tác.');
});

test('[G9] panel › ticking all of what differs leaves two figures that follow from each other to be chosen', async () => {
  await open();
  await click(box('Chọn tất cả: Ô đã có số, khác số tính lại'));
  expect(text()).toContain('ghi sau: số này tính từ một ô chưa ghi');
  expect(text()).toMatch(/chọn 1[0-9]\/20/);
});

test('[G8] panel › without a table, and without anything to compute, that is said', async () => {
  await open([gridOf('Sheet1', [])]);
  expect(text()).toContain('Trang tính “Sheet1” không có dòng tiêu đề nào');
  expect([...document.querySelectorAll('button')].some(({ textContent }) => textContent.startsWith('Điền'))).toBe(false);
});

const HEADER = ['TT', 'Chỉ tiêu', 'Đơn vị', 'Thực hiện năm 2020', 'So sánh với năm 2019: Số lượng', 'So sánh với năm 2019: Tỷ lệ'];
const bare = (rowCount: number): Grid => gridOf('Biểu', [HEADER, ...Array.from({ length: rowCount }, (_, i) => [`${i + 1}`, `Chỉ tiêu số ${i + 1}`, 'HTX', 100 + i, 10, null])]);

test('[G8] panel › of a long list fifty rows, then more when asked', async () => {
  await open([bare(120)]);
  expect(rows()).toHaveLength(50);
  expect(button('Điền 120 ô')).toBeDefined();
  await press('Xem thêm 50 mục');
  await press('Xem thêm 20 mục');
  expect(rows()).toHaveLength(120);
});

async function chooseFile(field: Element | null, name: string): Promise<void> {
  if (!(field instanceof HTMLInputElement)) throw new TypeError('no field for a file');
  Object.defineProperty(field, 'files', { value: [new File(['x'], name)], configurable: true });
  Object.defineProperty(field, 'value', { value: '', writable: true, configurable: true });
  await after(() => {
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

const LAST: Grid = gridOf('PL', [['TT', 'Chỉ tiêu', 'Đơn vị', 'Thực hiện năm 2019'], ['1', 'Chỉ tiêu số 1', 'HTX', 80]]);

test('[G10] panel › before a check last year\'s file can be chosen, and is what the check is held against', async () => {
  stage = await PanelStage.open([bare(2)], { readFile: ({ name }) => (name === 'hong.xlsx' ? Promise.reject(new UnreadableFileError('encrypted', name)) : Promise.resolve({ sheets: [LAST] })) });
  await settled();
  expect(text()).toContain('Năm trướcTính ngược từ cột so sánhChọn tệp năm 2019…');
  // The table has no plan to compare with.
  expect(text()).not.toContain('Kế hoạch');
  await chooseFile(document.querySelector('input[type=file]'), 'hong.xlsx');
  expect(text()).toContain('hong.xlsx không mở được: tệp có mật khẩu.Bỏ mật khẩu rồi chọn lại.');
  await chooseFile(document.querySelector('input[type=file]'), '2019.xlsx');
  expect(text()).toContain('Năm trước2019.xlsx');
  expect(text()).not.toContain('không mở được');
  await press('Kiểm tra');
  expect(stage.session.state().items.some(({ what }) => what.includes('[2019.xlsx]PL!D2'))).toBe(true);
  await click(tab(/^Tính cột/));
  const list = document.querySelector('select');
  expect([list?.value, [...list?.options ?? []].map(({ textContent }) => textContent)]).toEqual(['file', ['Tính ngược từ cột so sánh', '2019.xlsx', 'Chọn tệp…']]);
});

test('[G10] panel › the list of sources shows the other sheets, and a button for a file when that is asked for', async () => {
  await open([bare(2), LAST], { readFile: () => Promise.resolve({ sheets: [gridOf('Trống', [])] }) });
  const list = document.querySelector('select');
  if (list === null) throw new Error('no list of sources');
  expect([...list.options].map(({ textContent }) => textContent)).toEqual(['Tính ngược từ cột so sánh', 'Trang tính “PL”', 'Chọn tệp…']);
  const choose = async (value: string): Promise<void> => {
    await after(() => {
      list.value = value;
      list.dispatchEvent(new Event('change', { bubbles: true }));
    });
  };
  await choose('sheet s2');
  expect(rows()[0]).toContain("=D2/'PL'!D2");
  await choose('choose');
  expect(button('Chọn tệp năm 2019…')).toBeDefined();
  await chooseFile(document.querySelector('input[type=file]'), 'ke-toan.xlsx');
  expect(text()).toContain('Không lấy được số nào từ ke-toan.xlsx');
});

test('[G12] panel › the setting for HTX functions says what a receiver will see, and so does the tab', async () => {
  await open();
  await click(document.querySelector<HTMLElement>('#phuluc-settings') ?? document.body);
  const setting = [...document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].find(({ labels }) => labels?.[0]?.textContent === 'Viết công thức bằng hàm HTX');
  expect(document.querySelector(`#${setting?.getAttribute('aria-describedby') ?? ''}`)?.textContent).toBe('Máy không cài Phụ lục sẽ thấy #NAME? ở các ô này.');
  await click(setting ?? document.body);
  await press('Quay lại');
  expect(text()).toContain('Hàm HTX: máy không cài Phụ lục sẽ thấy #NAME? ở các ô này.');
  expect(rows()[0]).toContain('=HTX.RATIO(D62;D62-E62)');
});

test('[E2] panel › the tab that the ribbon asks for is shown, over the settings too', async () => {
  stage = await PanelStage.open();
  await click(document.querySelector<HTMLElement>('#phuluc-settings') ?? document.body);
  await after(() => stage.session.call('complete'));
  expect(tab(/^Tính cột/).getAttribute('aria-selected')).toBe('true');
  await press('English');
  expect(text()).toContain('Empty cells');
}, 20_000);
