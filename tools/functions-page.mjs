/** docs/functions.md, from the functions' comments: what each does, and its examples worked out, in both languages and both separators. */
import { withComma, worked } from '#test/core/functions/examples';
import { functionsEn } from '#words/functions-en';
import { functionsVi } from '#words/functions-vi';
import { readFunctions } from './functions-metadata.mjs';

const VI = {
  title: '# Các hàm HTX',
  intro: 'Gõ vào ô như hàm của Excel. Tên hàm giống nhau ở mọi ngôn ngữ. Đối số là số, là chữ viết kiểu Việt Nam, hoặc cả vùng: khi đó kết quả trải ra nhiều ô. Dấu ngăn cách đối số là `;` khi Excel dùng dấu phẩy thập phân, là `,` khi dùng dấu chấm.',
  blanks: 'Ô trống cho kết quả trống. Một số phiên bản Excel đưa ô trống vào hàm thành số 0: khi đó số gốc bằng 0 cho `#DIV/0!`. Số chưa thu thập được (`…`) và không áp dụng (`x`) cho `#N/A`; chữ không đọc được thành số cho `#VALUE!`, kèm một câu giải thích.',
  receiver: 'Người nhận tệp mà không cài Phụ lục sẽ thấy `#NAME?`. Nếu gửi tệp đi, hãy dùng công thức thường của Excel, hoặc dán giá trị.',
  returns: 'Kết quả', example: 'Ví dụ', empty: '(trống)',
};
const EN = {
  title: '## In English',
  intro: 'Type them into a cell like the functions of Excel. Their names are the same in every language. Arguments are numbers, Vietnamese text, or whole ranges, which spill. Arguments are separated by `;` where Excel cuts decimals with a comma, by `,` where it cuts them with a point.',
  blanks: 'A blank cell gives empty text. Some versions of Excel hand blanks to functions as 0: then a base of 0 gives `#DIV/0!`. What is not collected (`…`) or does not apply (`x`) gives `#N/A`; text that is no figure gives `#VALUE!` with a sentence.',
  receiver: 'Who receives the file and has no Phụ lục sees `#NAME?`. For files that are sent, use plain formulas of Excel, or paste values.',
  returns: 'Gives', example: 'Examples', empty: '(empty)',
};

export function functionsPage() {
  const { en, vi } = readFunctions();
  return [
    VI.title, VI.intro, VI.blanks, VI.receiver,
    ...vi.map((one) => section(one, { words: VI, texts: functionsVi, level: '##', comma: true })),
    EN.title, EN.intro, EN.blanks, EN.receiver,
    ...en.map((one) => section(one, { words: EN, texts: functionsEn, level: '###', comma: false })),
  ].join('\n\n') + '\n';
}

function section({ id, description, parameters, returns, examples }, { words, texts, level, comma }) {
  const names = parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(comma ? '; ' : ', ');
  return [
    `${level} HTX.${id}(${names})`,
    description,
    [...parameters.map((one) => `- \`${one.name}\`: ${one.description}.`), `- ${words.returns}: ${returns}.`].join('\n'),
    `${words.example}:`,
    examples.map(({ formula }) => `- \`${comma ? withComma(formula) : formula}\` → ${result(formula, texts, words, comma)}`).join('\n'),
  ].join('\n\n');
}

function result(formula, texts, { empty }, comma) {
  const shown = worked(formula, texts);
  if (shown === '(empty)') return empty;
  return comma && /^-?\d+\.\d+$/.test(shown) && !formula.startsWith('=HTX.TEXT(') ? shown.replace('.', ',') : shown;
}
