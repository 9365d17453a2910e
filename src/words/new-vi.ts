/** New forms, in Vietnamese. */
import type { NewTexts } from '#words/new-texts';

const ANSWERS = 'Không phát sinh ghi 0 hoặc -, chưa thu thập được ghi …, không áp dụng ghi x.';

export const newForms: NewTexts = {
  messages: {
    count: { title: 'Số lượng', text: `Ô này nhận số nguyên từ 0 trở lên. ${ANSWERS}` },
    amount: { title: 'Số liệu', text: `Ô này nhận số từ 0 trở lên, có thể có phần thập phân. ${ANSWERS}` },
    signed: { title: 'Số liệu', text: `Ô này nhận một số, âm cũng được. ${ANSWERS}` },
    rate: { title: 'Tỷ lệ', text: `Ô này nhận tỷ lệ từ 0% đến 100%, ví dụ 63,2%. ${ANSWERS}` },
  },
  form: ({ sheet, sections, indicators, columns }) => `Trang tính “${sheet}”: ${sections} mục, ${indicators} chỉ tiêu, ${columns} cột.`,
  bases: ({ sheet, hidden, carried, open }) => `Số năm trước và kế hoạch ${sheet === null ? 'ở các cột của biểu' : `ở trang tính “${sheet}”${hidden ? ' (đang ẩn)' : ''}`}: ${carried} số đã điền, ${open} ô còn trống.`,
  written: (file) => `Đã ghi ${file}.`,
};
