/** @jest-environment jsdom */
import '#test/panel/browser-globals';
import { afterEach, expect, test } from '@jest/globals';
import { UnreadableFileError } from '#ports/workbook-files';
import { after, button, click, PanelStage, press, settled, text } from '#test/panel/panel-stage';

let stage: PanelStage;

afterEach(async () => {
  await stage.close();
});

const tab = (name: RegExp): HTMLElement => [...document.querySelectorAll<HTMLElement>('[role=tab]')].find(({ textContent }) => name.test(textContent)) ?? document.body;
const field = (): HTMLInputElement => document.querySelector<HTMLInputElement>('input[type=number]') ?? document.createElement('input');
const lists = (): string[] => [...document.querySelectorAll('select')].map(({ selectedOptions: [one] }) => one?.textContent ?? '');

async function write(input: HTMLInputElement | HTMLSelectElement, value: string): Promise<void> {
  await after(() => {
    // React watches the property of the element itself.
    Reflect.set(Object.getPrototypeOf(input) as object, 'value', value, input);
    input.dispatchEvent(new Event(input instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
  });
}

async function open(...given: Parameters<typeof PanelStage.open>): Promise<void> {
  stage = await PanelStage.open(...given);
  await click(tab(/^Biểu mới/));
  for (let i = 0; i < 40 && document.querySelector('input[type=number]') === null; i += 1) await settled();
  await settled();
}

async function made(): Promise<void> {
  await press('Tạo biểu');
  for (let i = 0; i < 60 && !text().includes('Đã tạo'); i += 1) await settled();
}

test('[A8] panel › next year’s form with this year’s figures, made once, and said', async () => {
  await open();
  expect(field().value).toBe('2021');
  expect(lists()).toEqual(['Phụ lục chỉ tiêu kinh tế tập thể, HTX (mẫu Liên minh HTX Việt Nam, 2020)', 'Trang tính “Phụ lục 2020”', 'Để trống, nhập sau']);
  expect(text()).toContain('Số liệu năm 2020 lấy từ');
  expect(text()).toContain('Sẽ tạo trang tính “Phụ lục 2021”.');
  await made();
  expect(text()).toContain('Đã tạo “Phụ lục 2021”.Số năm trước và kế hoạch: 62 số đã điền');
  await settled();
  expect(document.activeElement?.textContent).toBe('Đã tạo “Phụ lục 2021”.');
  // It lies before the reader now; what was asked for stays until something else is.
  expect(field().value).toBe('2021');
  expect(button('Tạo biểu').getAttribute('aria-disabled')).toBe('true');
  await write(field(), '2022');
  expect(button('Tạo biểu').getAttribute('aria-disabled')).toBeNull();
  expect(lists()[1]).toBe('Trang tính “Phụ lục 2021”');
}, 20_000);

test('[A8] panel › no year, no form; a name that is taken is told before', async () => {
  await open();
  await write(field(), '20');
  expect(text()).toContain('Năm báo cáo chưa đúng.Ghi một năm từ 2000 đến 2100.');
  expect(button('Tạo biểu').getAttribute('aria-disabled')).toBe('true');
  await write(field(), '2020');
  expect(text()).toContain('Đã có trang tính “Phụ lục 2020”. Biểu mới sẽ có thêm số ở cuối tên.');
});

test('[A8] panel › a file that cannot be read is told below its field, and what was chosen stays', async () => {
  await open(undefined, { readFile: () => Promise.reject(new UnreadableFileError('encrypted', 'nam-truoc.xlsx')) });
  const [, list] = document.querySelectorAll('select');
  if (list === undefined) throw new Error('no list of sources');
  await write(list, 'choose');
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  Object.defineProperty(input, 'files', { value: [new File(['x'], 'nam-truoc.xlsx')], configurable: true });
  await after(() => {
    input?.dispatchEvent(new Event('change', { bubbles: true }));
  });
  expect(text()).toContain('nam-truoc.xlsx không mở được: tệp có mật khẩu.');
  await made();
  expect(text()).toContain('Đã tạo “Phụ lục 2021”.Số năm trước và kế hoạch: 62 số đã điền');
}, 20_000);

test('[A8][V8] panel › where no form can be made, no tab is shown', async () => {
  stage = await PanelStage.open(undefined, { newForm: null });
  expect([...document.querySelectorAll('[role=tab]')].map(({ textContent }) => textContent)).toEqual(['Kiểm tra', 'Tính cột', 'Nộp']);
});

test('[A9] panel › the form is locked where that is ticked, and says so; what only the lock was refused of says how', async () => {
  await open();
  const box = (): HTMLInputElement => document.querySelector<HTMLInputElement>('input[type=checkbox]') ?? document.createElement('input');
  expect([box().checked, document.querySelector(`#${box().getAttribute('aria-describedby') ?? 'none'}`)?.textContent]).toEqual([false, expect.stringMatching(/^Tên, tiêu đề và công thức không sửa được\./)]);
  await click(box());
  await made();
  expect(text()).toContain('Đã khóa: chỉ sửa được các ô nhập số.');
  expect(stage.host.locked.size).toBe(1);
  // Another wish forgets what was made.
  await click(box());
  expect(text()).not.toContain('Đã khóa');
  await click(box());
  stage.host.refuse('protect', 'protected');
  await made();
  expect(text()).toContain('Biểu đã tạo nhưng chưa khóa được.');
}, 20_000);
