/** Where figures besides the table's come from, in the panel, in Vietnamese. */
import type { PanelSourcesTexts } from '#words/panel-sources-texts';

export const panelSourcesVi: PanelSourcesTexts = {
  sources: { earlier: (year) => (year === null ? 'Số liệu năm trước' : `Số liệu năm ${year}`), plan: (year) => (year === null ? 'Kế hoạch' : `Kế hoạch ${year}`) },
  facts: { earlier: 'Năm trước', plan: 'Kế hoạch' },
  own: { 'worked-back': 'Tính ngược từ cột so sánh', column: 'Cột trong bảng' },
  sheet: (name) => `Trang tính “${name}”`,
  file: 'Chọn tệp…',
  chooseFile: { earlier: (year) => (year === null ? 'Chọn tệp năm trước…' : `Chọn tệp năm ${year}…`), plan: (year) => (year === null ? 'Chọn tệp kế hoạch…' : `Chọn tệp kế hoạch ${year}…`) },
  drop: 'Không dùng',
};
