/** Workbooks whose states are looked at. */
import { address, BLANK, gridOf, type Cell, type Grid } from '#core/table/grid';
import { appendix as drawn } from '#test/generate/appendix';
import { emptyGrid } from '#test/hosts/memory-host';

/** Names that a sheet may have: markup, a formula, an apostrophe, text from right to left, no place to break a line. */
const HOSTILE = ["<img src=x onerror=alert(1)>", '=HTX.RATIO(1;0)&"x"', "Phụ lục 'cũ'", '\u202Egnọd\u200F ợưgn', 'W'.repeat(31)];

const BOOKS: Readonly<Record<string, (appendix: readonly Grid[]) => readonly Grid[]>> = {
  empty: () => [emptyGrid('Sheet1')],
  notes: () => [gridOf('Sheet1', [['Ghi chú'], ['Họp ngày 5']])],
  clean: () => [comparisons('Huyện Ba Vì', 6, () => null)],
  unclear: () => [gridOf('Biểu 7', [['TT', 'Chỉ tiêu', 'Đơn vị', 'Thực hiện năm 2019', 'Thực hiện năm 2020', 'Tổng hợp chung của cả địa bàn', 'Ghi chú'], ['1', 'Số lớp tập huấn', 'lớp', 100, 110, '110,0%', null], ['2', 'Số học viên', 'người', 200, 230, '15,0%', null]])],
  many: () => [comparisons('Tổng hợp 63 tỉnh năm 2020', 63, growth)],
  several: (appendix) => [...appendix, comparisons('Kế hoạch 2021', 8, growth), emptyGrid('Nháp')],
  whole: () => [whole(), comparisons('Nháp', 4, () => null)],
  blanks: () => [withBlanks()],
  stripped: () => [stripped(40)],
  years: () => [stripped(6), lastYear(6)],
  formulas: () => [formulas()],
  own: () => [ownLayout()],
  crowd: (appendix) => appendix.flatMap((grid) => Array.from({ length: 12 }, (_, i) => ({ ...grid, name: `Huyện ${i + 1}` }))),
  hostile: (appendix) => [...appendix.flatMap((grid) => HOSTILE.map((name) => ({ ...grid, name }))), comparisons('Không_theo_mẫu_nào_và_dài_hết_cỡ', 3, () => null)],
};

/** @param name of the workbook; the published appendix by itself for null */
export function workbook(name: string | null, appendix: readonly Grid[]): readonly Grid[] {
  return BOOKS[name ?? '']?.(appendix) ?? appendix;
}

/** Growth for the ratio in most rows, ten times the ratio in some. */
function growth(row: number, ratio: number): number | null {
  if (row % 7 === 3) return ratio * 10;
  return row % 3 === 0 ? ratio - 1 : null;
}

/**
 * A table of no known layout: actual, change and ratio against last year.
 *
 * @param slip what stands for the ratio in a row; null for the ratio itself
 */
function comparisons(name: string, rows: number, slip: (row: number, ratio: number) => number | null): Grid {
  const percent = (value: number): Cell => ({ value, formula: null, format: '0.0%' });
  const body = Array.from({ length: rows }, (_, i) => {
    const [actual, before] = [1000 + i * 37, 900 + i * 31];
    const ratio = Math.round((actual / before) * 1000) / 1000;
    return [`${i + 1}`, `Số hợp tác xã nông nghiệp ở địa bàn số ${i + 1}`, 'HTX', actual, actual - before, percent(slip(i, ratio) ?? ratio)];
  });
  return gridOf(name, [['TT', 'Chỉ tiêu', 'Đơn vị', 'Thực hiện năm 2020', 'So sánh với năm 2019: Số lượng', 'So sánh với năm 2019: Tỷ lệ'], ...body]);
}

const WHOLE = drawn(1, { sections: ['I', 'II', 'III', 'IV', 'V'], absent: 0, blank: 0, plan: true });

/** A layout of nobody else: a total and its parts, a stock and its flow, a rate of two rows, a subset. */
function ownLayout(): Grid {
  return gridOf('Huyện Ba Vì', [
    ['TT', 'Chỉ tiêu', 'Đơn vị', 'Thực hiện năm 2019', 'Thực hiện năm 2020'], ['1', 'Tổng số hợp tác xã', 'HTX', 100, 120], ['-', 'Hợp tác xã nông nghiệp', 'HTX', 70, 80], ['-', 'Hợp tác xã phi nông nghiệp', 'HTX', 30, 40],
    ['2', 'Hợp tác xã thành lập mới', 'HTX', 12, 26], ['3', 'Hợp tác xã giải thể', 'HTX', 4, 6], ['4', 'Hợp tác xã hoạt động tốt', 'HTX', 60, 75], [null, 'Tỷ lệ hợp tác xã hoạt động tốt', '%', 60, 62.5],
    ['5', 'Doanh thu bình quân một hợp tác xã', 'triệu đồng', 900, 990], [null, 'Trong đó: bán cho thành viên', 'triệu đồng', 400, 430],
  ]);
}

/** Comparisons by formula, of which one reads another row's base and one leaves a blank unguarded; a total that misses a part. */
export function formulas(): Grid {
  const formula = (text: string, value: number, format: string): Cell => ({ value, formula: text, format });
  const body = Array.from({ length: 8 }, (_, i) => {
    const [n, before, actual] = [i + 2, 900 + i * 31, 1000 + i * 37];
    const ratio = i === 4 ? formula(`IF(OR(D${n - 1}="",E${n}=""),"",E${n}/D${n - 1})`, actual / (before - 31), '0.0%') : formula(`IF(OR(D${n}="",E${n}=""),"",E${n}/D${n})`, actual / before, '0.0%');
    return [`${i + 1}`, `Số hợp tác xã nông nghiệp ở địa bàn số ${i + 1}`, 'HTX', before, actual, i === 2 ? actual - before : formula(`E${n}-D${n}`, actual - before, '#,##0'), ratio];
  });
  const total = [['9', 'Tổng số lao động', 'người', 85, formula('SUM(E11:E12)', 82, '#,##0'), null, null], ['-', 'Nông nghiệp', 'người', 40, 50, null, null], ['-', 'Vận tải', 'người', 25, 32, null, null], ['-', 'Xây dựng', 'người', 20, 9, null, null]];
  return gridOf('Huyện Ba Vì', [['TT', 'Chỉ tiêu', 'Đơn vị', 'Thực hiện năm 2019', 'Thực hiện năm 2020', 'So sánh với năm 2019: Số lượng', 'So sánh với năm 2019: Tỷ lệ'], ...body, ...total]);
}

/** Every section, row, column and figure that the template asks for, and no contradiction. */
export function whole(): Grid {
  return { ...WHOLE.grid, name: 'Phụ lục 2020' };
}

/** The same without this year's totals of cooperatives and of their unions, which the template requires. */
export function withBlanks(): Grid {
  const gone = new Set(WHOLE.placed.filter(({ indicator, role }) => role === 'actual' && (indicator.id === 'I.1' || indicator.id === 'II.1')).map(({ cell }) => cell));
  const grid = whole();
  return { ...grid, cell: (row, column) => (gone.has(address(row, column)) ? BLANK : grid.cell(row, column)) };
}

/** A table with most of its comparison columns empty, and a last row whose change leaves no base. */
function stripped(rows: number): Grid {
  const full = comparisons('Phụ lục 2020', rows, () => null);
  const cell = (row: number, column: number): Cell => {
    if (row === rows) return column === 4 ? { value: 5000, formula: null, format: null } : { ...full.cell(row, column), value: null };
    const isGone = column === 5 ? row % 5 !== 1 : column === 4 && row % 2 === 0;
    return isGone ? { ...full.cell(row, column), value: null } : full.cell(row, column);
  };
  return { ...full, cell: (row, column) => (row > 0 && column >= 4 ? cell(row, column) : full.cell(row, column)) };
}

/** The year before, in a sheet of its own. */
function lastYear(rows: number): Grid {
  const body = Array.from({ length: rows }, (_, i) => [`${i + 1}`, `Số hợp tác xã nông nghiệp ở địa bàn số ${i + 1}`, 'HTX', 900 + i * 31]);
  return gridOf('Năm 2019', [['TT', 'Chỉ tiêu', 'Đơn vị', 'Thực hiện năm 2019'], ...body]);
}
