/** New forms, in the panel, in Vietnamese. */
import { newForms } from '#words/new-vi';
import type { PanelNewTexts } from '#words/panel-new-texts';

export const panelNewVi: PanelNewTexts = {
  title: 'Biểu mới',
  template: 'Mẫu',
  year: 'Năm báo cáo',
  badYear: (first, last) => ({ what: 'Năm báo cáo chưa đúng.', todo: `Ghi một năm từ ${first} đến ${last}.` }),
  office: 'Đơn vị lập',
  officeHint: 'Liên minh HTX tỉnh …',
  from: { earlier: (year) => `Số liệu năm ${year} lấy từ`, plan: (year) => `Kế hoạch ${year} lấy từ` },
  blank: 'Để trống, nhập sau',
  chooseFile: 'Chọn tệp…',
  lock: 'Khóa biểu, chỉ cho nhập số',
  lockHint: 'Tên, tiêu đề và công thức không sửa được. Không đặt mật khẩu: mở khóa ở Xem lại > Bỏ bảo vệ trang tính.',
  locked: 'Đã khóa: chỉ sửa được các ô nhập số.',
  notLocked: { what: 'Biểu đã tạo nhưng chưa khóa được.', todo: 'Khóa bằng Xem lại > Bảo vệ trang tính. Các ô nhập số đã để mở sẵn.' },
  willAdd: (sheet) => `Sẽ tạo trang tính “${sheet}”.`,
  willOpen: (file) => `Sẽ mở sổ làm việc mới “${file}”.`,
  taken: (sheet) => `Đã có trang tính “${sheet}”. Biểu mới sẽ có thêm số ở cuối tên.`,
  stays: 'Trang tính cũ không thay đổi.',
  create: 'Tạo biểu',
  made: (name) => `Đã tạo “${name}”.`,
  filled: ({ carried, open }) => (carried + open === 0 ? 'Biểu đang trống.' : `Số năm trước và kế hoạch: ${carried} số đã điền, ${open} ô còn trống.`),
  unused: (source) => ({ what: `${source} đó: không lấy được số nào.`, todo: 'Kiểm tra tên chỉ tiêu và năm ở tiêu đề cột, rồi tạo lại.' }),
  messages: newForms.messages,
};
