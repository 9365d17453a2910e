/** Marked copies, in Vietnamese. */
import type { MarkTexts } from '#words/mark-texts';

export const mark: MarkTexts = {
  sheet: 'Kết quả kiểm tra',
  title: 'Kết quả kiểm tra',
  explained: 'Ô có phát hiện được tô màu và ghi chú trên các trang sau; bấm vào cột Ô để đến ô đó. Bỏ đánh dấu: phuluc mark --remove.',
  noted: (cells) => `Các ô sau đã có ghi chú riêng nên chỉ được tô màu: ${cells}.`,
  noTable: 'Chưa thấy bảng chỉ tiêu nào trong tệp này.',
  submission: (errors, missing) => `Kiểm tra trước khi nộp: ${errors + missing === 0 ? 'đạt' : `chưa đạt: ${errors} lỗi, ${missing} chỗ thiếu`}.`,
  headings: ['STT', 'Mức', 'Ô', 'Ở dòng', 'Điều gì', 'Vì sao', 'Cần làm'],
  mend: 'Nên sửa',
  repair: (cell, found, proposal) => `${cell}: ${found ?? 'trống'} → ${proposal ?? '?'}`,
  written: (file, counts) => `Đã ghi ${file}: ${counts}.`,
  unmarked: {
    none: (file) => `Đã ghi ${file}: tệp không có đánh dấu nào.`,
    back: (file) => `Đã ghi ${file}: nội dung trở lại như trước khi đánh dấu.`,
    removed: (file) => `Đã ghi ${file}: đã bỏ đánh dấu; những gì sửa sau khi đánh dấu được giữ nguyên.`,
    'sheet-stays': (file) => `Đã ghi ${file}: đã bỏ đánh dấu, nhưng trang kết quả còn lại vì có công thức dùng đến nó hoặc mọi trang khác đang ẩn. Xóa trang đó trong Excel nếu không cần.`,
  },
};
