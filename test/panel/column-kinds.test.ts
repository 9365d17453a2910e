/** @jest-environment jsdom */
import '#test/panel/browser-globals';
import { afterEach, expect, test } from '@jest/globals';
import { drawing } from '#test/draw/drawing';
import { after, click, PanelStage, settled, text } from '#test/panel/panel-stage';

let stage: PanelStage;

afterEach(async () => {
  await stage.close();
});

const sheet = (name: string, header: string): ReturnType<typeof drawing>['grid'] => drawing(`
  TT | Chỉ tiêu    | ĐVT   | TH 2019 | TH 2020 | ${header} | Ghi chú
  1  | Số lớp      | lớp   | 100     | 110     | 110,0%   |
  2  | Số học viên | người | 200     | 230     | 15,0%    |
`, name).grid;

/** The field under a label that begins so. */
function field(label: string): HTMLSelectElement | null {
  const found = [...document.querySelectorAll('label')].find((one) => one.textContent.startsWith(label));
  return found?.querySelector('select') ?? null;
}

async function choose(label: string, option: string): Promise<void> {
  const select = field(label);
  if (select === null) throw new Error(`No field "${label}" in: ${text()}`);
  await after(() => {
    select.value = [...select.options].find((one) => one.textContent === option)?.value ?? 'no such option';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

test('[V18] panel › a column that is unclear is asked about before the check, and what was said can be changed among the settings', async () => {
  stage = await PanelStage.open([sheet('Biểu 7', 'Tổng hợp')]);
  await settled();
  expect(field('Cột F “Tổng hợp” chưa rõ. Chọn loại cột:')?.value).toBe('');
  await choose('Cột F', 'Tỷ lệ so với năm trước');
  expect(stage.session.state().settings.kinds).toEqual([['Biểu 7!F', 'ratio']]);
  expect(field('Cột F')?.value).toBe('ratio');
  await click(document.querySelector<HTMLElement>('#phuluc-settings') ?? document.body);
  await settled();
  await choose('Cột F', 'Chưa chọn');
  expect(stage.session.state().settings.kinds).toEqual([]);
});

test('[V18] panel › a column without a header is asked about by its letter; of several sheets each by its name', async () => {
  stage = await PanelStage.open([sheet('Biểu 7', ''), sheet('Biểu 8', 'Tổng hợp')]);
  await settled();
  expect(field('Cột F chưa rõ. Chọn loại cột:')).not.toBeNull();
  await after(() => stage.session.choose({ sheets: 'all' }));
  await click(document.querySelector<HTMLElement>('#phuluc-settings') ?? document.body);
  await settled();
  expect([field('Cột F ở “Biểu 7” chưa rõ'), field('Cột F “Tổng hợp” ở “Biểu 8” chưa rõ')]).not.toContain(null);
});

test('[V18] panel › nothing is asked of a table whose headers tell', async () => {
  stage = await PanelStage.open([sheet('Biểu 7', 'Tỷ lệ so với năm 2019')]);
  await settled();
  expect(text()).not.toContain('chưa rõ');
});
