/** Vietnamese: the rules' own sentences, and figures as the reports write them (25.454 and 1.002,1). */
import { rules, type Language, type UncheckedFacts, type Words } from '#core/rules/all';
import type { Notice, Texts } from '#words/texts';
import { complete } from '#words/complete-vi';
import { learn } from '#words/learn-vi';
import { mark } from '#words/mark-vi';
import { newForms } from '#words/new-vi';
import { sayDiagnosis } from '#words/diagnosis-vi';
import { usage } from '#words/usage-vi';
import { printVi } from '#words/print-vi';

const language = Object.fromEntries(rules.map(({ id, say }) => [id, say])) as unknown as Language;

const words: Words = {
  language: 'vi',
  rules: language,
  gaps: {
    empty: 'còn trống',
    none: 'ghi “-”, tức là không có',
    'not-collected': 'chưa thu thập được',
    'not-applicable': 'ghi “x”, tức là không áp dụng',
    range: 'là một khoảng',
    ambiguous: 'chưa rõ dấu chấm, dấu phẩy là ngăn hàng nghìn hay thập phân',
    unreadable: 'không đọc được thành số',
    'error-value': 'là lỗi công thức',
    date: 'đang được định dạng là ngày tháng',
    'percent-unclear': 'chưa rõ là phần trăm hay tỷ số',
    'no-row': 'không có trong bảng',
    'no-result': 'không tính được từ các số liệu liên quan',
  },
  unchecked: sayUnchecked,
  diagnosis: sayDiagnosis,
  print: printVi,
};

function sayUnchecked({ cell, lacking, name, text, gap }: UncheckedFacts): string {
  if (lacking === null) return name === '' ? `Chưa kiểm tra được ${cell}: thiếu chỉ tiêu cần để đối chiếu.` : `Chưa kiểm tra được ${cell}: chỉ tiêu “${name}” ${gap}.`;
  const place = lacking === cell ? `ô này` : `“${name}” (${lacking})`;
  return `Chưa kiểm tra được ${cell}: ${place} ${text === '' || text === '-' ? '' : `ghi “${text}”, `}${gap}.`;
}

const notice = (what: string, todo: string) => (file: string): Notice => ({ what: `${file} không mở được: ${what}.`, todo });

/** The file that was there, if any, is whole: a new one takes its place only when it is complete. */
const unwritten = (what: string, todo: string) => (file: string): Notice => ({ what: `Không ghi được ${file}: ${what}. Tệp cũ vẫn nguyên vẹn.`, todo });

export const vi: Texts = {
  words,
  unreadable: {
    missing: notice('không có tệp này', 'Kiểm tra lại tên tệp và thư mục.'),
    'no-permission': notice('không có quyền đọc', 'Cấp quyền đọc tệp, hoặc chép tệp sang thư mục khác.'),
    'is-folder': notice('đây là thư mục', 'Chỉ ra tệp cần kiểm tra.'),
    'empty-file': notice('tệp rỗng', 'Mở lại bản gốc và lưu lại.'),
    'not-a-workbook': notice('không phải là sổ làm việc Excel', 'Lưu thành .xlsx rồi kiểm tra lại.'),
    truncated: notice('tệp bị cụt, có thể do tải về hoặc chép chưa xong', 'Tải hoặc chép lại tệp.'),
    damaged: notice('tệp bị hỏng', 'Mở bằng Excel, lưu thành tệp mới rồi kiểm tra lại.'),
    encrypted: notice('tệp có mật khẩu', 'Bỏ mật khẩu rồi kiểm tra lại.'),
    'old-format': notice('tệp .xls kiểu cũ', 'Lưu thành .xlsx rồi kiểm tra lại.'),
    'other-format': notice('không đọc được định dạng này', 'Lưu thành .xlsx rồi kiểm tra lại.'),
    'too-large': notice('nội dung quá lớn', 'Xóa các trang tính và hình ảnh không cần, lưu lại rồi kiểm tra lại.'),
    'no-sheet': notice('không có trang tính nào', 'Kiểm tra lại tệp.'),
    'no-table': (file) => ({ what: `${file}: chưa thấy bảng chỉ tiêu nào.`, todo: 'Kiểm tra dòng tiêu đề: cần có cột tên (chỉ tiêu, vùng, đơn vị…) và ít nhất một cột số liệu.' }),
    'no-workbooks-in-folder': (file) => ({ what: `Thư mục ${file} không có tệp .xlsx hoặc .xlsm nào.`, todo: 'Kiểm tra lại thư mục.' }),
  },
  unwritable: {
    'disk-full': unwritten('đĩa đã đầy', 'Xóa bớt tệp hoặc ghi sang đĩa khác rồi làm lại.'),
    'no-permission': unwritten('không có quyền ghi', 'Chọn thư mục khác, hoặc xin quyền ghi.'),
    'in-use': unwritten('tệp đang mở ở chương trình khác', 'Đóng tệp trong Excel rồi làm lại.'),
    'no-folder': unwritten('không có thư mục này', 'Tạo thư mục, hoặc chọn thư mục khác.'),
    'is-folder': unwritten('đã có thư mục cùng tên', 'Chọn tên khác sau -o.'),
    'too-large': unwritten('tệp quá lớn so với đĩa này', 'Ghi sang đĩa khác.'),
    'disk-fault': unwritten('đĩa báo lỗi', 'Kiểm tra đĩa hoặc kết nối mạng rồi làm lại.'),
  },
  severities: {
    error: { title: 'Lỗi', single: 'Lỗi', counted: (count) => `${count} lỗi` },
    warning: { title: 'Cảnh báo', single: 'Cảnh báo', counted: (count) => `${count} cảnh báo` },
    note: { title: 'Ghi chú', single: 'Ghi chú', counted: (count) => `${count} ghi chú` },
  },
  diagnosesTitle: 'Chẩn đoán',
  confidence: (percent) => `khả năng ${percent}%`,
  uncheckedTitle: 'Chưa kiểm tra được',
  unchecked: (count) => `${count} chỗ chưa kiểm tra được`,
  checked: (count) => `đã đối chiếu ${count} quan hệ`,
  files: (count) => `${count} tệp`,
  why: 'Vì sao',
  todo: 'Cần làm',
  clean: 'Không còn mâu thuẫn. Việc kiểm tra này không thay cho đối chiếu với số liệu gốc.',
  noTable: 'Không có bảng chỉ tiêu trên trang tính này.',
  template: (name, confidence) => `mẫu ${name} (khớp ${confidence}%)`,
  unknownTemplate: 'không theo mẫu nào đã biết',
  year: (year) => `năm ${year}`,
  total: 'Tổng cộng',
  unreadableFiles: (count) => `${count} tệp không đọc được`,
  page: 'Xem thêm',
  mark,
  complete,
  newForms,
  learn,
  layout: {
    rows: ({ name, alias, typo, place, unknown }) => `chỉ tiêu nhận ra: ${name} theo tên, ${alias} theo tên khác, ${typo} dù sai chính tả, ${place} theo vị trí; chưa nhận ra: ${unknown}`,
    relations: ({ declared, inferred, comparisons }) => `quan hệ giữa các dòng: ${declared} theo mẫu, ${inferred} suy ra; nhóm cột so sánh: ${comparisons}`,
    noHeader: '(không có tiêu đề)',
  },
  usage,
};
