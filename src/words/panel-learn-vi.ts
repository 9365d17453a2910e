/** Templates of one's own, in the panel, in Vietnamese. */
import { learn } from '#words/learn-vi';
import type { PanelLearnTexts } from '#words/panel-learn-texts';

const { size, known, inferred, nothingInferred, relation } = learn;

export const panelLearnVi: PanelLearnTexts = {
  size, known, inferred, nothingInferred, relation,
  unknown: { what: 'Bảng không theo mẫu nào đã biết', todo: 'Vẫn kiểm tra được tổng, tỷ lệ và chênh lệch theo tiêu đề cột và thứ tự dòng. Quan hệ tự suy ra chỉ báo cảnh báo, không báo lỗi.' },
  learn: 'Học mẫu từ bảng này…',
  fromFile: 'Lấy mẫu từ tệp…',
  understood: (sheet, range) => `Mẫu của bảng ở “${sheet}”, ${range}`,
  choose: 'Bỏ dấu ở quan hệ không đúng: quan hệ ấy không vào mẫu.',
  chooseAll: 'Tất cả quan hệ',
  chosen: (chosen, all) => `giữ ${chosen}/${all}`,
  keep: 'Giữ mẫu trong sổ làm việc này',
  keepHint: 'Mẫu đi cùng sổ làm việc: ai mở hay kiểm tra tệp này cũng theo mẫu ấy. Các ô không thay đổi. Quan hệ được giữ chỉ cho cảnh báo, không cho lỗi.',
  cancel: 'Hủy',
  own: (name) => `Mẫu đi cùng sổ làm việc: ${name}`,
  remove: 'Bỏ mẫu khỏi sổ làm việc',
  notLearnt: {
    'no-table': { what: 'Chưa thấy bảng nào để học mẫu.', todo: 'Mở trang tính có bảng rồi thử lại.' },
    'too-large': { what: 'Bảng dài quá, không học thành mẫu được.', todo: 'Mẫu có nhiều nhất 5.000 dòng. Vẫn kiểm tra được bảng này.' },
  },
  refused: (fault) => ({ what: 'Mẫu đi cùng sổ làm việc không đọc được nên không dùng.', todo: `Vẫn kiểm tra theo các mẫu đã biết. Chi tiết kỹ thuật: ${fault}` }),
  badFile: (file, fault) => ({ what: `${file} không phải là tệp mẫu đọc được.`, todo: `Chọn tệp .json do phuluc templates learn ghi ra. Chi tiết kỹ thuật: ${fault}` }),
};
