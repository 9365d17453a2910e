/** The settings, in Vietnamese. */
import type { PanelSettingsTexts } from '#words/panel-settings-texts';

export const panelSettingsVi: PanelSettingsTexts = {
  templateLabel: 'Mẫu biểu',
  automatic: 'Tự nhận',
  whenChecking: 'Khi kiểm tra',
  sheetsLabel: 'Trang tính',
  activeSheet: 'Trang đang mở',
  allSheets: 'Mọi trang tính',
  htxHint: 'Máy không cài Phụ lục sẽ thấy #NAME? ở các ô này.',
  removeMarks: 'Xóa mọi đánh dấu trên bảng',
  version: (version) => `Phụ lục ${version}`,
};
