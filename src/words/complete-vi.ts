/** Filling in, in Vietnamese. */
import type { CompleteTexts } from '#words/complete-texts';

export const complete: CompleteTexts = {
  how: {
    total: 'tổng các phần', rate: 'tỷ lệ của hai dòng', base: 'số năm trước', plan: 'kế hoạch', actual: 'thực hiện', change: 'so với năm trước, số lượng',
    'plan-change': 'so với kế hoạch, số lượng', ratio: 'so với năm trước, tỷ lệ', growth: 'mức tăng', attainment: 'so với kế hoạch, tỷ lệ',
  },
  filled: (count) => `${count} ô trống tính được`,
  formulas: (count) => `${count} ô bằng công thức`,
  nothing: 'Không có ô trống nào tính được từ các số đã có.',
  disagreements: (count) => `${count} số đã gõ khác kết quả tính`,
  leftAlone: 'Các số đã gõ được giữ nguyên.',
  instead: (found, worked) => `đang ghi ${found}; tính được ${worked}`,
  added: (count) => `${count} phần cộng lại`,
  from: (origin) => `lấy từ ${origin}`,
  blockedBy: { 'negative-base': 'đang có lỗi (số gốc tính ra nhỏ hơn 0)', 'zero-base': 'cho số gốc bằng 0' },
  unused: (file) => `Không lấy được số nào từ ${file}: không có dòng, cột nào khớp. Kiểm tra tên chỉ tiêu và năm ở tiêu đề cột.`,
  written: (file) => `Đã ghi ${file}.`,
  dry: 'Chưa ghi gì. Bỏ --dry-run và thêm -o để ghi.',
};
