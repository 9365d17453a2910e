/** Columns whose header does not tell, in Vietnamese. */
import type { PanelColumnsTexts } from '#words/panel-columns-texts';

export const panelColumnsVi: PanelColumnsTexts = {
  unclear: ({ letters, header, sheet }) => `Cột ${letters}${header === '' ? '' : ` “${header}”`}${sheet === null ? '' : ` ở “${sheet}”`} chưa rõ. Chọn loại cột:`,
  notChosen: 'Chưa chọn',
  kinds: {
    actual: 'Thực hiện năm nay', base: 'Thực hiện năm trước', plan: 'Kế hoạch',
    change: 'Tăng, giảm so với năm trước', ratio: 'Tỷ lệ so với năm trước', growth: 'Mức tăng (%) so với năm trước',
    'plan-change': 'Tăng, giảm so với kế hoạch', attainment: 'Tỷ lệ so với kế hoạch', share: 'Tỷ trọng (%)', none: 'Loại khác, không kiểm tra',
  },
};
