/** Templates that are learnt, in Vietnamese. */
import type { LearnTexts } from '#words/learn-texts';

export const learn: LearnTexts = {
  head: ({ sheet, range, id }) => `${sheet} · ${range} · mẫu “${id}”`,
  size: ({ sections, rows, columns }) => `${sections} mục, ${rows} dòng, ${columns} cột`,
  known: (rows, template) => `${rows} dòng theo mẫu ${template}: đơn vị, loại số liệu và quan hệ lấy từ mẫu ấy`,
  inferred: (count) => `${count} quan hệ suy ra từ bảng, chưa ai xác nhận nên chỉ cho cảnh báo:`,
  nothingInferred: 'Không suy ra quan hệ nào giữa các dòng.',
  relation: {
    parts: (whole, parts) => `${whole} = ${parts.join(' + ')}`,
    ofWhich: (whole, subsets) => `${subsets.join('; ')}: không quá ${whole}`,
    rateOf: (rate, numerator, denominator) => `${rate} = ${numerator} / ${denominator} × 100%`,
    flow: (stock, opened, closed) => `${stock} = số năm trước + ${opened} − ${closed}`,
  },
  confirm: 'Xem lại từng quan hệ trong tệp mẫu. Đúng thì xóa tên quan hệ ấy khỏi “inferred”, từ đó lệch là lỗi. Sai thì xóa cả quan hệ.',
  others: (sheets) => `Tệp còn bảng khác ở ${sheets.map((sheet) => `“${sheet}”`).join(', ')}. Chọn trang tính bằng --sheet.`,
  noSheet: (file, sheet) => `${file} không có bảng nào ở trang tính “${sheet}”. Kiểm tra tên trang tính sau --sheet.`,
  written: (file, id) => `Đã ghi ${file}. Kiểm tra theo mẫu này: phuluc check TỆP --template ${file}; lập biểu mới: phuluc new --template ${file}. Mã của mẫu: ${id}.`,
  writtenInto: (file) => `Đã ghi ${file}: bản sao của tệp, có mẫu bên trong. Mở hay kiểm tra ở đâu cũng theo mẫu này.`,
  refused: (file, fault) => `${file}: mẫu đi kèm trong tệp không đọc được nên không dùng; vẫn kiểm tra theo các mẫu đã biết. Chi tiết kỹ thuật: ${fault}`,
};
