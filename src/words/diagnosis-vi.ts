/** Diagnoses in Vietnamese: which figure is wrong, what belongs there, why, and what to do. */
import type { ChangeFacts, DiagnosisFacts, Working } from '#core/diagnosis-facts';
import type { Cause } from '#core/localise/weights';
import type { Print } from '#core/print';
import { cellOf } from '#core/relations/relation';
import type { Sentence } from '#core/rule';
import { comparedName } from '#core/rules/ratio-sentence';
import { cellList } from '#core/rules/sentence-parts';

export function sayDiagnosis(facts: DiagnosisFacts, print: Print): Sentence {
  const { best, contradiction } = facts;
  if (best.length === 0) {
    return { what: contradiction.what, why: `${contradiction.why} Có quá nhiều cách sửa đều khớp nên chưa xác định được ô nào sai.`, todo: contradiction.todo };
  }
  return { what: facts.tie ? contradiction.what : best.map((change) => whatIs(change, best.length > 1, print)).join(' '), why: whyIs(facts, print), todo: todoIs(facts, print) };
}

/** "tỷ lệ" is the ratio A / B; growth is "mức tăng". */
const MEASURES: Readonly<Record<ChangeFacts['measure'], string>> = { ratio: 'Tỷ lệ', growth: 'Mức tăng', change: 'Chênh lệch', rate: 'Tỷ lệ', share: 'Tỷ trọng', total: 'Tổng', level: 'Số liệu' };

/** @param named with its cell, where several are wrong */
function whatIs(change: ChangeFacts, named: boolean, print: Print): string {
  const { term, measure, compared, proposal, worked } = change;
  const name = `${MEASURES[measure]}${compared === null ? '' : ` so với ${comparedName(compared)}`}`;
  const stated = `${name}${named ? ` ở ${cellOf(term)}` : ''} ghi ${print.figure(term.figure)}`;
  const because = CAUSES[change.cause](change, print);
  if (proposal === null) return `${stated}: không khớp với các số liệu liên quan${because === '' ? '' : `; ${because}`}.`;
  const right = change.among === null ? `là ${print.value(proposal, styleOf(change))}` : amongText(change, change.among, print);
  return `${stated}; theo số liệu của biểu phải ${right}${worked === null ? '' : ` (${workedText(worked, print)})`}${because === '' ? '' : `; ${because}`}.`;
}

function styleOf({ term: { figure }, proposal }: ChangeFacts): { readonly percent: boolean; readonly decimals: number } {
  const places = proposal?.places ?? 0;
  return { percent: figure.percent, decimals: places > figure.decimals && figure.place > -places ? places : figure.decimals };
}

function amongText(change: ChangeFacts, { low, high }: NonNullable<ChangeFacts['among']>, print: Print): string {
  return `từ ${print.value(low, styleOf(change))} đến ${print.value(high, styleOf(change))}`;
}

function workedText({ operator, figures }: Working, print: Print): string {
  return figures.map(({ value, percent }) => print.plain(value) + (percent ? '%' : '')).join(` ${operator} `);
}

type Say = (change: ChangeFacts, print: Print) => string;

const CAUSES: Readonly<Record<Cause, Say>> = {
  'growth-for-ratio': ({ term }, print) => `${print.figure(term.figure)} là mức tăng`,
  'wrong-base': () => 'số đã ghi là do chia cho số năm nay',
  sign: () => 'nhầm dấu',
  digit: () => 'sai một chữ số',
  'transposed-digits': () => 'đảo hai chữ số',
  'missing-digit': () => 'thiếu một chữ số',
  'extra-digit': () => 'thừa một chữ số',
  tenfold: () => 'lệch 10 lần',
  thousandfold: () => 'lệch 1.000 lần',
  locale: () => 'Excel đọc số này theo kiểu Anh',
  'copied-from-neighbour': () => 'có vẻ chép nhầm từ ô khác trong cột',
  'level-for-change': ({ term, compared }, print) => `${print.figure(term.figure)} là số của ${compared === null ? 'kỳ khác' : comparedName(compared)}, không phải chênh lệch`,
  'swapped-cells': () => 'hai ô đổi chỗ nhau',
  'stale-after-edit': () => 'chưa tính lại sau khi sửa số liệu',
  'missing-part': () => 'cộng thiếu một phần',
  unknown: ({ from }) => (from.length === 0 ? '' : `tính lại từ ${cellList(from)}`),
};

function whyIs({ contradiction, tie, others, best, confirmed, mayNotApply }: DiagnosisFacts, print: Print): string {
  const sure = confirmed.map(({ term, by }) => `Số ${print.figure(term.figure)} (${cellOf(term)}) khớp với ${cellOf(by)}.`);
  const open = tie ? [openText(others.length + 1, mayNotApply)] : best.length > 1 ? ['Sửa riêng một ô thì vẫn còn mâu thuẫn.'] : [];
  return [contradiction.why, ...sure, ...open].join(' ');
}

function openText(repairs: number, mayNotApply: boolean): string {
  const ways = repairs === 1 ? 'Sửa ô này' : `${repairs} cách sửa`;
  return `${ways}${mayNotApply ? ' và việc giữ nguyên số liệu' : ''} có khả năng gần như nhau; số liệu trong biểu không phân biệt được.`;
}

/** A stock that was reviewed, converted or merged need not obey its flow. */
const KEPT = 'giữ nguyên và ghi chú lý do nếu do rà soát, chuyển đổi hoặc sáp nhập';

function todoIs({ best, others, tie, mayNotApply }: DiagnosisFacts, print: Print): string {
  const repairs = [...[best, ...others].map((changes) => changes.map((change) => repairText(change, print)).join(' và ')), ...(mayNotApply ? [KEPT] : [])];
  const [first = '', ...more] = repairs;
  if (tie) return `Đối chiếu số liệu gốc rồi chọn một: ${repairs.join('; hoặc ')}.`;
  return `${capital(first)}${more.length === 0 ? ', sau khi đối chiếu với số liệu gốc' : `; nếu không đúng với số liệu gốc thì ${more.join('; hoặc ')}`}.`;
}

function repairText(change: ChangeFacts, print: Print): string {
  const cell = cellOf(change.term);
  if (change.proposal === null) return `xem lại ${cell}`;
  const repair = `sửa ${cell} thành ${print.value(change.proposal, styleOf(change))}`;
  return change.among === null ? repair : `${repair} (${amongText(change, change.among, print)} đều khớp)`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
