/** Filling in, in the panel, in Vietnamese. */
import type { PanelCompleteTexts } from '#words/panel-complete-texts';
import type { Notice } from '#words/texts';

const unopened = (why: string, todo: string) => (file: string): Notice => ({ what: `${file} không mở được: ${why}.`, todo });
const again = 'Mở bằng Excel, lưu thành .xlsx rồi chọn lại.';

export const panelCompleteVi: PanelCompleteTexts = {
  title: 'Tính cột so sánh',
  unreadable: {
    missing: unopened('không còn đọc được tệp này', 'Chọn lại.'),
    'no-permission': unopened('không có quyền đọc', 'Chép tệp sang thư mục khác rồi chọn lại.'),
    'is-folder': unopened('đây là thư mục', 'Chọn một tệp.'),
    'empty-file': unopened('tệp rỗng', 'Mở bản gốc, lưu lại rồi chọn lại.'),
    'not-a-workbook': unopened('không phải là sổ làm việc Excel', again),
    truncated: unopened('tệp bị cụt, có thể do tải về hoặc chép chưa xong', 'Tải hoặc chép lại rồi chọn lại.'),
    damaged: unopened('tệp bị hỏng', again),
    encrypted: unopened('tệp có mật khẩu', 'Bỏ mật khẩu rồi chọn lại.'),
    'old-format': unopened('tệp .xls kiểu cũ', again),
    'other-format': unopened('không đọc được định dạng này', again),
    'too-large': unopened('nội dung quá lớn', 'Xóa các trang tính và hình ảnh không cần, lưu lại rồi chọn lại.'),
    'no-sheet': unopened('không có trang tính nào', 'Chọn tệp khác.'),
    'no-table': (file) => ({ what: `${file}: chưa thấy bảng chỉ tiêu nào.`, todo: 'Chọn tệp khác.' }),
    'no-workbooks-in-folder': (file) => ({ what: `Thư mục ${file} không có tệp .xlsx hoặc .xlsm nào.`, todo: 'Chọn một tệp.' }),
  },
  unused: (source) => ({ what: `Không lấy được số nào từ ${source}: không có dòng, cột nào khớp.`, todo: 'Kiểm tra tên chỉ tiêu và năm ở tiêu đề cột.' }),
  writeAs: 'Ghi vào bảng',
  as: { formulas: 'Công thức', values: 'Số' },
  plain: 'Công thức Excel thường, máy không cài Phụ lục vẫn mở được.',
  htx: 'Hàm HTX: máy không cài Phụ lục sẽ thấy #NAME? ở các ô này.',
  values: 'Số không tự đổi khi bạn sửa các số khác.',
  working: 'Đang tính các ô còn trống',
  empty: 'Ô còn trống',
  differing: 'Ô đã có số, khác số tính lại',
  chosen: (chosen, all) => `chọn ${chosen}/${all}`,
  chooseAll: (list) => `Chọn tất cả: ${list}`,
  choose: (cell, name) => `Chọn ${cell}, ${name}`,
  isFormula: 'đang là công thức',
  waits: 'ghi sau: số này tính từ một ô chưa ghi',
  blocked: (cell, by, why) => `${cell} chưa tính được: ${by} ${why}.`,
  lacking: (count) => `${count} ô khác còn thiếu số liệu để tính`,
  nothing: 'Không còn ô nào tính được từ số liệu hiện có.',
  fill: (empty, replaced) => {
    if (replaced === 0) return `Điền ${empty} ô`;
    return empty === 0 ? `Thay ${replaced} ô…` : `Điền ${empty} ô, thay ${replaced} ô…`;
  },
  confirm: (count) => `${count} ô đang có số sẽ bị thay.`,
  replace: 'Thay',
  cancel: 'Hủy',
  kept: (cells) => ({ what: `Không ghi ${cells.join(', ')}: số liệu ở đó vừa đổi.`, todo: 'Danh sách dưới đây đã tính lại.' }),
};
