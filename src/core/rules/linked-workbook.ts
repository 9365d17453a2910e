/**
 * A figure's formula that reads another workbook: whoever gets the file has not got the other one. Said once a table.
 *
 * Spec: docs/spec.md, O3.
 */
import type { Table } from '#core/layout/table';
import { quoted } from '#core/formulas/quoted';
import type { Spot } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { fault, figureSpots } from '#core/rules/layout-outcomes';
import { cellList } from '#core/rules/sentence-parts';

interface Facts {
  readonly count: number;
  readonly cells: string;
  readonly formula: string;
}

export const linkedWorkbook = defineRule({
  id: 'linked-workbook',
  group: 'formulas',
  severity: 'warning',
  check: (table) => outcomes(table),

  say({ count, cells, formula }: Facts, print) {
    return {
      what: `Có ${count} ô số liệu lấy từ tệp khác (${cells}), ví dụ ${quoted(formula, print)}.`,
      why: 'Người nhận không có tệp kia: Excel hỏi có cập nhật liên kết không, và số liệu có thể đổi hoặc báo lỗi.',
      todo: `Chép các ô ${cells} rồi dán lại dạng giá trị trước khi gửi.`,
    };
  },

  examples: {
    holds: ['1 | Tổng số HTX | HTX | =30{SUM(Huyện!D2:D9)}', '1 | Tổng số HTX | HTX | =30{SUM(Bảng1[Số HTX])}'],
    breaks: ["1 | Tổng số HTX | HTX | [=30{'[huyen-a.xlsx]Biểu 1'!D7}]"],
  },
});

/** `[2]Sheet!A1` as files have it, `'C:\\[a.xlsx]Sheet'!A1` as Excel shows it; not a list's own columns. */
const LINK = /"(?:[^"]|"")*"|(?<link>'[^']*\[[^\]]+\](?:[^']|'')*'!|(?<![\w\].])\[[^\]]+\][^\s!'"()*/+,;=<>&^-]*!)/g;

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  const [first, ...others] = figureSpots(table).filter((spot) => isLinked(formulaAt(spot)));
  if (first !== undefined) yield fault(first, others, { count: others.length + 1, cells: cellList([first, ...others]), formula: formulaAt(first) }, `=${formulaAt(first)}`);
}

function formulaAt({ table, row, column }: Spot): string {
  return table.grid.cell(row.at, column.index).formula ?? '';
}

function isLinked(formula: string): boolean {
  return formula.includes('[') && [...formula.matchAll(LINK)].some(({ groups }) => groups?.['link'] !== undefined);
}
