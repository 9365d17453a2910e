/** Workbooks whose states are looked at. */
import { gridOf, type Cell, type Grid } from '#core/table/grid';
import { emptyGrid } from '#test/hosts/memory-host';

/** @param name of the workbook; the published appendix by itself for null */
export function workbook(name: string | null, appendix: readonly Grid[]): readonly Grid[] {
  if (name === 'empty') return [emptyGrid('Sheet1')];
  if (name === 'clean') return [comparisons('Huyện Ba Vì', 6, () => null)];
  if (name === 'many') return [comparisons('Tổng hợp 63 tỉnh năm 2020', 63, growth)];
  if (name === 'several') return [...appendix, comparisons('Kế hoạch 2021', 8, growth), emptyGrid('Nháp')];
  return appendix;
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
