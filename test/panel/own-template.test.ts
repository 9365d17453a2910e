/** @jest-environment jsdom */
import '#test/panel/browser-globals';
import { afterEach, expect, test } from '@jest/globals';
import { ownTemplate } from '#app/known-templates';
import { TEMPLATE_NAMESPACE } from '#app/template-namespace';
import { gridOf } from '#core/table/grid';
import { comparisons } from '#test/app/session/stage';
import { after, button, click, PanelStage, press, settled, text } from '#test/panel/panel-stage';

let stage: PanelStage;

afterEach(async () => {
  await stage.close();
});

async function open(): Promise<void> {
  stage = await PanelStage.open([comparisons('Huyện A', 4)]);
  await settled();
}

async function settings(): Promise<void> {
  await click(document.querySelector<HTMLElement>('#phuluc-settings') ?? document.body);
  await settled();
}

const layouts = (): string[] => [...document.querySelectorAll('select')][0]?.textContent.split('\n') ?? [];

test('[V17] panel › an unknown layout can be learnt where it is told; what was understood is read first, and the focus goes to it', async () => {
  await open();
  expect(text()).toContain('Bảng không theo mẫu nào đã biết');
  await press('Học mẫu từ bảng này…');
  expect(document.activeElement?.querySelector('h2')?.textContent).toMatch(/^Mẫu của bảng ở “Huyện A”, /);
  expect(text()).toContain('4 dòng');
  await press('Hủy');
  await settled();
  expect([stage.host.dataKept.size, document.activeElement?.textContent]).toEqual([0, 'Học mẫu từ bảng này…']);
  await press('Học mẫu từ bảng này…');
  await press('Giữ mẫu trong sổ làm việc này');
  await settled();
  expect([...stage.host.dataKept.keys()]).toEqual([TEMPLATE_NAMESPACE]);
  expect(text()).not.toContain('Bảng không theo mẫu nào đã biết');
  expect(text()).toContain('Huyện A, khớp 4/4 chỉ tiêu');
});

test('[V17] panel › the settings list the template that the workbook brings along, and take it out', async () => {
  await open();
  await settings();
  expect(layouts().join(' ')).not.toContain('Huyện A');
  await press('Học mẫu từ bảng này…');
  await press('Giữ mẫu trong sổ làm việc này');
  await settled();
  expect(layouts().join(' ')).toContain('Huyện A');
  expect(text()).toContain('Mẫu đi cùng sổ làm việc: Huyện A');
  await press('Bỏ mẫu khỏi sổ làm việc');
  await settled();
  expect([stage.host.dataKept.size, layouts().join(' ').includes('Huyện A'), text().includes('Mẫu đi cùng sổ làm việc')]).toEqual([0, false, false]);
});

test('[V17] panel › a file that holds no template is named, with what to choose instead', async () => {
  await open();
  await settings();
  expect(button('Lấy mẫu từ tệp…').tagName).toBe('BUTTON');
  const field = document.querySelector<HTMLInputElement>('input[type=file]');
  if (field === null) throw new Error('No field for a file');
  Object.defineProperty(field, 'files', { value: [{ name: 'mau.json', size: 1, text: () => Promise.resolve('{') }] });
  await after(() => {
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
  expect(text()).toContain('mau.json không phải là tệp mẫu đọc được.');
});

test('[V17] panel › a template that cannot be read is told with the table, whatever it follows', async () => {
  stage = await PanelStage.open();
  stage.host.dataKept.set(TEMPLATE_NAMESPACE, '{');
  await after(() => stage.session.open());
  await settled();
  expect(text()).toContain('Mẫu đi cùng sổ làm việc không đọc được nên không dùng.');
  await press('Kiểm tra');
  await settled();
  expect(stage.session.state().counts.error).toBeGreaterThan(0);
});

const RELATED = gridOf('Biểu số 7', [
  ['TT', 'Chỉ tiêu', 'Đơn vị', 'Thực hiện năm 2019', 'Thực hiện năm 2020'], ['1', 'Tổng số HTX', 'HTX', 100, 120], ['-', 'Nông nghiệp', 'HTX', 70, 80], ['-', 'Phi nông nghiệp', 'HTX', 30, 40],
  ['2', 'HTX thành lập mới', 'HTX', 12, 26], ['3', 'HTX giải thể', 'HTX', 4, 6],
]);

test('[V17] panel › each inferred relation has a tick and its words for a name; what is unticked is left out of what is kept', async () => {
  stage = await PanelStage.open([RELATED]);
  await settled();
  await press('Học mẫu từ bảng này…');
  const boxes = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>('[role=group][aria-labelledby=phuluc-inferred] input[type=checkbox]')];
  const names = boxes().map(({ labels }) => labels?.[0]?.textContent ?? '');
  expect(names).toEqual(['Tất cả quan hệ', '1 Tổng số HTX = Nông nghiệp + Phi nông nghiệp', '1 Tổng số HTX = số năm trước + 2 HTX thành lập mới − 3 HTX giải thể']);
  expect([boxes().map(({ checked }) => checked), text().includes('giữ 2/2')]).toEqual([[true, true, true], true]);
  await click(boxes()[0] ?? document.body);
  expect([boxes().map(({ checked }) => checked), text().includes('giữ 0/2')]).toEqual([[false, false, false], true]);
  await click(boxes()[1] ?? document.body);
  expect([boxes()[0]?.indeterminate, boxes()[1]?.checked, text().includes('giữ 1/2')]).toEqual([true, true, true]);
  await press('Giữ mẫu trong sổ làm việc này');
  await settled();
  const kept = ownTemplate(stage.host.dataKept.get(TEMPLATE_NAMESPACE) ?? null).template;
  expect(kept?.sections.flatMap(({ rows }) => rows).flatMap(({ inferred = [] }) => inferred)).toEqual(['parts']);
});
