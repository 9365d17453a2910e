/**
 * A formula that reads a cell without a figure as if it held one: an empty base counts as 0, a text is passed over by SUM
 * or read by the locale of whoever opens the file.
 *
 * An empty row has nothing to say, and a blank part of a total is none. Spec: docs/spec.md, O6.
 */
import { addendsOf, type Addend } from '#core/formulas/addends';
import { quoted } from '#core/formulas/quoted';
import { firstWithin } from '#core/formulas/sorted-rows';
import { readsOf, tableFormulas, type Formed } from '#core/formulas/table-formulas';
import type { Table } from '#core/layout/table';
import { cellOf } from '#core/relations/relation';
import { equal } from '#core/numbers/decimal';
import { isGap } from '#core/numbers/figure';
import { numberValue } from '#core/numbers/number-value';
import { defineRule, type Outcome } from '#core/rule';
import { formulaFault } from '#core/rules/formula-fault';
import { fine } from '#core/rules/layout-outcomes';
import { holdsFigures, type Column } from '#core/table/columns';
import { address, placeOf, textOf, type Area } from '#core/table/grid';
import type { Row } from '#core/table/rows';

export interface NoFigureFacts {
  readonly cell: string;
  readonly formula: string;
  /** The cell that it reads. */
  readonly read: string;
  /** What stands there: nothing, a figure written as text, or words. */
  readonly holds: 'nothing' | 'text-figure' | 'words';
  /** SUM passes texts over. */
  readonly summed: boolean;
  /** A formula that minds it; null where the cell itself must be mended. */
  readonly right: string | null;
}

export const formulaReadsNoFigure = defineRule({
  id: 'formula-reads-no-figure',
  group: 'formulas',
  severity: 'warning',
  check: (table) => outcomes(table),

  say({ cell, formula, read, holds, summed, right }: NoFigureFacts, print) {
    const or = right === null ? '' : `, hoặc sửa ${cell} thành ${quoted(right, print)}`;
    switch (holds) {
      case 'nothing': {
        return { what: `Công thức ${quoted(formula, print)} tính trên ô trống ${read}.`, why: 'Excel coi ô trống là số 0, nên kết quả trông như thật.', todo: `Ghi số liệu vào ${read}${or}.` };
      }
      case 'words': {
        return { what: `Công thức ${quoted(formula, print)} tính trên ${read}, là ô chữ.`, why: 'Ô chữ không phải là số liệu.', todo: `Sửa công thức ở ${cell} để lấy đúng ô số liệu.` };
      }
      case 'text-figure': {
        const why = summed ? 'Hàm SUM bỏ qua ô chữ mà không báo lỗi.' : 'Excel đọc số dạng chữ theo cài đặt của từng máy: máy khác có thể ra số khác.';
        return { what: `Công thức ${quoted(formula, print)} ${summed ? 'bỏ qua' : 'tính trên'} ${read}, nơi số được lưu dạng chữ.`, why, todo: `Đổi ${read} thành số${or}.` };
      }
    }
  },

  examples: {
    holds: ['TT | Chỉ tiêu | ĐVT | Thực hiện năm 2019 | Thực hiện năm 2020 | Tăng, giảm so với năm 2019\n1 | HTX | HTX | 85# | 102# | =17{E2-D2}'],
    breaks: ['TT | Chỉ tiêu | ĐVT | Thực hiện năm 2019 | Thực hiện năm 2020 | Tăng, giảm so với năm 2019\n1 | HTX | HTX | | 102# | [=102{E2-D2}]'],
  },
});

type Held = NoFigureFacts['holds'] | 'figure';

interface Lacking {
  readonly read: string;
  readonly holds: NoFigureFacts['holds'];
  readonly summed: boolean;
  readonly right: string | null;
}

function* outcomes(table: Table): Iterable<Outcome<NoFigureFacts>> {
  const { all } = tableFormulas(table);
  if (all.length === 0) return;
  const sheet = new Sheet(table);
  for (const one of all) {
    const { value } = table.grid.cell(one.row.at, one.column.index);
    // An error value tells of itself, and where it comes from.
    if (one.row.kind !== 'indicator' || (typeof value === 'object' && value !== null)) continue;
    const addends = addendsOf(one.formula);
    const found = addends === null ? comparedWithNothing(one, sheet) : passedOver(addends, sheet);
    yield found === null ? fine(one) : formulaFault(one, [], { cell: cellOf(one), formula: one.formula, ...found }, found.right);
  }
}

/** What stands where formulas read. */
class Sheet {
  readonly #table: Table;
  readonly #rowAt: ReadonlyMap<number, Row>;
  readonly #columnAt: ReadonlyMap<number, Column>;
  /** By column, the rows with figures written as text. */
  readonly #texts = new Map<number, readonly number[]>();

  constructor(table: Table) {
    this.#table = table;
    this.#rowAt = tableFormulas(table).rowAt;
    this.#columnAt = new Map(table.columns.all.filter(holdsFigures).map((column) => [column.index, column]));
    for (const [index, column] of this.#columnAt) this.#texts.set(index, table.rows.filter((row) => this.#isTextFigure(row, column)).map(({ at }) => at));
  }

  #isTextFigure(row: Row, column: Column): boolean {
    return row.kind === 'indicator' && typeof this.#table.grid.cell(row.at, column.index).value === 'string' && !isGap(this.#table.figure(row, column));
  }

  /** null for a cell outside of the table's figures. */
  at(row: number, index: number): Held | null {
    const own = this.#rowAt.get(row);
    const column = this.#columnAt.get(index);
    return own?.kind !== 'indicator' || column === undefined ? null : this.#held(own, column);
  }

  #held(row: Row, column: Column): Held {
    const { value, formula } = this.#table.grid.cell(row.at, column.index);
    if (value !== null && typeof value !== 'string') return 'figure';
    if (this.#isTextFigure(row, column)) return 'text-figure';
    // A blank text is what a guarded formula gives.
    if (formula !== null) return 'figure';
    return value === null ? 'nothing' : 'words';
  }

  firstText({ top, bottom, left, right }: Area): string | null {
    for (const [index, rows] of this.#texts) {
      const row = index < left || index > right ? null : firstWithin(rows, top, bottom);
      if (row !== null) return address(row, index);
    }
    return null;
  }

  /** The text of a cell as NUMBERVALUE reads it, and as often as the check does; null where Excel would read something else. */
  minded(row: number, index: number, token: string): string | null {
    const [own, column] = [this.#rowAt.get(row), this.#columnAt.get(index)];
    if (own === undefined || column === undefined) return null;
    const notation = this.#table.notations.get(column) ?? 'vi';
    const [figure, read] = [this.#table.figure(own, column), numberValue(textOf(this.#table.grid.cell(row, index)), notation)];
    const isRead = read !== null && !isGap(figure) && equal(read, figure.value);
    return isRead ? `NUMBERVALUE(${token},${notation === 'en' ? '".",","' : '",","."'})` : null;
  }
}

/** Differences and quotients of cells, without a function that would mind a blank. */
const ARITHMETIC = /^(?=.*[-/])(?!.*[A-Z]\()[\s()+\-*/^%.\dA-Z$]+$/i;

function comparedWithNothing(one: Formed, sheet: Sheet): Lacking | null {
  if (!ARITHMETIC.test(one.formula)) return null;
  const cells = readsOf(one).filter(({ top, bottom, left, right }) => top === bottom && left === right).flatMap(({ top, left }) => {
    const holds = sheet.at(top, left);
    return holds === null ? [] : [{ read: address(top, left), holds }];
  });
  // A row in which nothing stands is still to be filled in.
  if (cells.every(({ holds }) => holds === 'nothing')) return null;
  const [first] = cells.flatMap(({ holds, read }) => (holds === 'figure' ? [] : [{ holds, read }]));
  return first === undefined ? null : { ...first, summed: false, right: minding(one.formula, cells, sheet) };
}

/** The first text that a SUM does not see, or that `+` reads by the locale. */
function passedOver(addends: readonly Addend[], sheet: Sheet): Lacking | null {
  for (const addend of addends) {
    const read = addend.by === 'value' ? null : sheet.firstText(addend);
    if (read !== null) return { read, holds: 'text-figure', summed: addend.by === 'sum', right: null };
  }
  return null;
}

const CELL = /\$?([A-Z]{1,3})\$?([1-9]\d*)/gi;

/** The formula that minds each of its blanks and texts; null where a cell itself must be mended. */
function minding(formula: string, cells: readonly { readonly read: string; readonly holds: Held }[], sheet: Sheet): string | null {
  const holds = new Map(cells.map((cell) => [cell.read, cell.holds]));
  let isCertain = !cells.some((cell) => cell.holds === 'words');
  const read = formula.replaceAll(CELL, (token: string, letters: string, digits: string) => {
    const cell = `${letters.toUpperCase()}${digits}`;
    if (holds.get(cell) !== 'text-figure') return token;
    const { row, column } = placeOf(cell);
    const minded = sheet.minded(row, column, token);
    isCertain &&= minded !== null;
    return minded ?? token;
  });
  const blanks = [...holds].flatMap(([cell, held]) => (held === 'nothing' ? [`${cell}=""`] : []));
  if (!isCertain) return null;
  return blanks.length === 0 ? read : `IF(${blanks.length === 1 ? (blanks[0] ?? '') : `OR(${blanks.join(',')})`},"",${read})`;
}
