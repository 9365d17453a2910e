/** What the command line says of itself, in Vietnamese. */
import type { UsageTexts } from '#words/texts';

export const usage: UsageTexts = {
  help: `phuluc: tìm mâu thuẫn trong bảng chỉ tiêu

Cách dùng
  phuluc check TỆP… [lựa chọn]     kiểm tra tệp .xlsx, .xlsm, .tsv, .csv; thư mục; mẫu tên như *.xlsx
  phuluc templates                 các mẫu bảng đã biết
  phuluc templates TỆP…            mỗi bảng trong tệp được hiểu thế nào, và vì sao
  phuluc templates learn TỆP -o NƠI GHI   lập mẫu từ bảng của bạn: mau.json, hoặc bản sao .xlsx có mẫu bên trong
  phuluc mark TỆP… -o NƠI GHI      ghi bản sao có tô màu, ghi chú ở các ô có phát hiện, và trang Kết quả kiểm tra
  phuluc mark --remove TỆP… -o NƠI GHI   ghi bản sao đã bỏ đánh dấu
  phuluc complete TỆP -o TỆP MỚI   tính các ô trống từ số đã có, ghi vào tệp mới; số đã gõ được giữ nguyên
  phuluc new --template MẪU --year NĂM -o TỆP MỚI   biểu trống của năm, có sẵn công thức, định dạng và trang in
  phuluc --version                 phiên bản

Lựa chọn của check
  --template MÃ|TỆP                dùng mẫu này (mã của mẫu, hoặc tệp .json)
  --year NĂM                       năm báo cáo, nếu tiêu đề không ghi
  --last TỆP                         tệp của năm trước, để đối chiếu số năm trước
  --plan TỆP                         tệp kế hoạch, để đối chiếu số kế hoạch
  --fail-on error|warning|never    mức nào thì kết thúc với mã 1 (mặc định: error)
  --format text|json               dạng kết quả (mặc định: text)
  --pages                          ghi thêm trang giải thích của mỗi quy tắc
  --lang vi|en                     ngôn ngữ (mặc định: vi)
  -o TỆP                           ghi kết quả vào tệp

Lựa chọn của mark (--template, --year, --lang như check)
  -o TỆP|THƯ MỤC                   nơi ghi; là thư mục khi có nhiều tệp hoặc tên kết thúc bằng /
  --in-place                       ghi đè lên chính tệp đã cho, thay cho -o
  --remove                         bỏ đánh dấu: mọi nội dung trở lại như trước khi đánh dấu

Lựa chọn của complete (--template, --year, --lang như check)
  -o TỆP                           tệp mới
  --last TỆP                       tệp của năm trước, để lấy số năm trước
  --plan TỆP                       tệp kế hoạch, để lấy số kế hoạch
  --as formulas|values             ghi công thức (mặc định) hay ghi số
  --dry-run                        chỉ liệt kê, không ghi

Lựa chọn của new (--lang như check)
  --template MÃ|TỆP                mẫu của biểu
  --year NĂM                       năm báo cáo
  -o TỆP                           tệp .xlsx mới
  --last TỆP                       tệp của năm trước, để điền số năm trước
  --plan TỆP                       tệp kế hoạch, để điền số kế hoạch
  --base sheet|columns             số năm trước và kế hoạch ở trang tính riêng (mặc định) hay ở các cột của biểu
  --office TÊN                     tên đơn vị lập biểu, ghi phía trên tiêu đề
  --protect                        chỉ cho sửa các ô nhập số; không đặt mật khẩu

Lựa chọn của templates learn (--template, --year, --lang như check)
  -o TỆP                           mau.json, hoặc tệp .xlsx, .xlsm mới: bản sao của tệp với mẫu bên trong
  --sheet TÊN                      trang tính có bảng (mặc định: bảng nhiều dòng nhất)

Mã kết thúc của complete, new, templates learn: 0 đã làm xong, 2 không đọc hoặc không ghi được tệp, hoặc dùng sai lệnh.
Mã kết thúc của mark: 0 đã ghi mọi tệp, 2 có tệp không ghi được hoặc dùng sai lệnh.
Mã kết thúc của check: 0 không có gì phải sửa, 1 có mâu thuẫn, 2 có tệp không đọc được hoặc dùng sai lệnh.
`,
  unknownCommand: (command) => `Không có lệnh “${command}”. Xem phuluc --help.`,
  unknownOption: (option) => `Không có lựa chọn “${option}”. Xem phuluc --help.`,
  notOf: (command, option) => `${command} không có lựa chọn “${option}”. Xem phuluc --help.`,
  missingValue: (option) => `Lựa chọn ${option} cần một giá trị. Xem phuluc --help.`,
  badValue: (option, value, allowed) => `${option} không nhận “${value}”; hãy dùng: ${allowed}.`,
  notYet: (feature) => `${feature} chưa có trong phiên bản này.`,
  noFiles: 'Chưa chỉ ra tệp nào để kiểm tra. Ví dụ: phuluc check bao-cao.xlsx',
  unknownTemplate: (template, known) => `Không có mẫu “${template}”. Các mẫu đã biết: ${known}.`,
  badTemplate: (file, why) => `Không đọc được mẫu ${file}. Sửa tệp theo docs/template.md. Chi tiết kỹ thuật: ${why}`,
  notWritten: (file) => `Không ghi được ${file}. Kiểm tra thư mục và quyền ghi.`,
  noFilesToMark: 'Chưa chỉ ra tệp nào. Ví dụ: phuluc mark bao-cao.xlsx -o bao-cao-kiem-tra.xlsx',
  markNeedsOut: 'Chưa chỉ ra nơi ghi. Ghi tên tệp hoặc thư mục sau -o, hoặc dùng --in-place để ghi đè.',
  eitherOutOrInPlace: 'Chỉ dùng một trong hai: -o hoặc --in-place.',
  outIsNoFolder: (file) => `${file} là một tệp. Có nhiều tệp thì sau -o phải là thư mục.`,
  sameTarget: (a, b) => `${a} và ${b} sẽ được ghi vào cùng một tệp. Đổi tên một tệp, hoặc ghi từng tệp.`,
  otherExtension: (file, extension) => `${file} phải có đuôi ${extension} như tệp gốc, nếu không Excel sẽ không mở.`,
  resultIsFolder: (folder) => `${folder} là thư mục. Ghi cả tên tệp sau -o, ví dụ ket-qua.txt.`,
  resultOverInput: (file) => `Không ghi kết quả đè lên ${file}, vì tệp này đang được kiểm tra. Chọn tên khác sau -o.`,
  oneFileToComplete: 'Hãy chỉ ra một tệp. Ví dụ: phuluc complete bieu.xlsx -o bieu-da-tinh.xlsx',
  learnNeeds: 'Cần có một tệp và nơi ghi. Ví dụ: phuluc templates learn bieu.xlsx -o mau.json',
  learnOut: (file) => `${file}: ghi tên .json để có tệp mẫu, hoặc tên .xlsx, .xlsm để có bản sao của tệp với mẫu bên trong.`,
  newNeeds: 'Cần có mẫu, năm và tên tệp mới. Ví dụ: phuluc new --template lmhtxvn-2020 --year 2026 -o bieu-2026.xlsx',
  newTakesNoFile: (file) => `phuluc new không nhận tệp “${file}”. Tệp của năm trước ghi sau --last, tệp kế hoạch ghi sau --plan.`,
  completeNeedsOut: 'Ghi tên tệp mới sau -o, hoặc dùng --dry-run để chỉ xem.',
  unexpected: (message) => `Có lỗi ngoài dự kiến: ${message}`,
  progress: (done, all, file) => `Đang kiểm tra ${done}/${all}: ${file}`,
};
