/** The custom functions, in Vietnamese. */
import type { Contradiction } from '#core/functions/answer';
import { quoted, sayProblem, type FunctionTexts, type ProblemTexts } from '#words/functions-texts';
import { printVi as print } from '#words/print-vi';

const problems: ProblemTexts = {
  error: ({ error }) => `Ô được dùng đang báo lỗi ${error}.`,
  unreadable: ({ text }) => `${quoted(text)} không đọc được thành số.`,
  range: ({ text }) => `${quoted(text)} là một khoảng, không tính được.`,
  ambiguous: ({ text }) => `Chưa rõ dấu chấm, dấu phẩy trong ${quoted(text)} là ngăn hàng nghìn hay thập phân.`,
  'not-collected': () => 'Số liệu chưa thu thập được.',
  'not-applicable': () => 'Chỉ tiêu không áp dụng (ghi “x”).',
  outside: () => 'Các vùng không cùng số dòng, số cột.',
  'zero-base': () => 'Số để so sánh bằng 0 nên không có tỷ lệ.',
  'negative-base': () => 'Số để so sánh nhỏ hơn 0 nên tỷ lệ không có nghĩa.',
  'zero-years': () => 'Số năm phải lớn hơn 0.',
  negative: () => 'Số năm và số cuối kỳ không được nhỏ hơn 0.',
  'too-large': () => 'Kết quả quá lớn.',
  'bad-shape': () => 'Vùng tổng phải là một ô, một dòng rộng bằng vùng thành phần, hoặc một cột cao bằng vùng thành phần.',
  'bad-choice': () => 'less_is_better phải là TRUE hoặc FALSE.',
  'bad-thresholds': () => 'thresholds phải là hai số: ngưỡng xếp A rồi ngưỡng xếp B, ngưỡng A tốt hơn.',
  'bad-decimals': () => 'decimals phải là số nguyên từ 0 đến 15.',
  'no-row': ({ asked }) => `Không có dòng nào là ${quoted(asked)} trong vùng này.`,
  'many-rows': ({ asked, ids }) => `Có nhiều dòng tên ${quoted(asked)}${ids.length === 0 ? '' : `: hãy ghi số thứ tự ${ids.slice(0, 5).join(', ')}`}.`,
  'no-column': ({ asked }) => `Không có cột nào là ${quoted(asked)} trong vùng này.`,
  'many-columns': ({ asked }) => `Có nhiều cột khớp với ${quoted(asked)}: hãy ghi đủ tiêu đề, hoặc ghi cột thứ mấy.`,
};

/** "tỷ lệ" is the ratio A / B; growth, A / B − 100 %, is "mức tăng". */
function sayContradiction(one: Contradiction): string {
  if (one.is === 'base') return `Thực hiện trừ đi tăng, giảm còn ${print.plain(one.base)}: năm trước không lớn hơn 0 nên không có tỷ lệ.`;
  const [stated, right] = [`Tỷ lệ ghi ${print.figure(one.found)}`, print.value(one.worked, one.found)];
  if (one.is === 'truncated') return `${stated}; làm tròn là ${right} (số ghi đã bị cắt bớt).`;
  if (one.is === 'last-digit') return `${stated}; tính lại được ${right}, lệch ở chữ số cuối.`;
  return `${stated}; tính lại được ${right}.${one.isGrowth ? ' Số ghi là mức tăng, không phải tỷ lệ.' : ''}`;
}

export const functionsVi: FunctionTexts = { problem: (problem) => sayProblem(problem, problems), contradiction: sayContradiction };
