import { expect, test } from '@jest/globals';
import { knownTemplates } from '#app/known-templates';
import { checkWorkbook } from '#core/check';
import type { Diagnosis, SheetReport } from '#core/report';
import { appendix } from '#test/generate/appendix';
import { address, type Cell } from '#core/table/grid';
import { drawing } from '#test/draw/drawing';
import { vi } from '#words/vi';

function check(text: string): SheetReport {
  const [report] = checkWorkbook([drawing(text).grid], { templates: knownTemplates() }, vi.words);
  if (report === undefined) throw new RangeError('The drawing holds no table');
  return report;
}

/** The same with numbers under formats in some of its cells. */
function checkWith(numbers: Readonly<Record<string, Pick<Cell, 'value' | 'format'>>>, text: string): SheetReport {
  const { grid } = drawing(text);
  const cell = (row: number, column: number): Cell => ({ ...grid.cell(row, column), ...numbers[address(row, column)] });
  const [report] = checkWorkbook([{ ...grid, cell }], { templates: knownTemplates() }, vi.words);
  if (report === undefined) throw new RangeError('The drawing holds no table');
  return report;
}

const brief = ({ cells }: Diagnosis): string => cells.map(({ cell, proposal, cause }) => `${cell} ${proposal ?? '?'} ${cause}`).join(', ');

test('[D5] 1 000 consistent appendices have no diagnosis at all', () => {
  const diagnosed = Array.from({ length: 1000 }, (_, i) => i + 1).filter((seed) => checkWorkbook([appendix(seed).grid], { templates: knownTemplates() }, vi.words).some(({ diagnoses }) => diagnoses.length > 0));
  expect(diagnosed).toEqual([]);
});

test('[D3] a number that lost its zeros gets as many decimals as its column has', () => {
  const ratios = drawing(`
    1 | Tổng số HTX     | HTX | 1.250 | 250 | 125
    2 | Tổng số LHHTX   | HTX | 915   | 15  | 101,67
    3 | Tổng số THT     | HTX | 3.913 | 313 | 1086,90`).grid;
  // As numbers without a format, where a sheet shows no zero at the end.
  const cell = (row: number, column: number): Cell => {
    const drawn = ratios.cell(row, column);
    return column === 5 && typeof drawn.value === 'string' && /^[\d,]+$/.test(drawn.value) ? { ...drawn, value: Number(drawn.value.replace(',', '.')) } : drawn;
  };
  const reports = checkWorkbook([{ ...ratios, cell }], { templates: knownTemplates() }, vi.words);
  expect(reports.flatMap(({ diagnoses }) => diagnoses.map(brief))).toEqual(['F4 108.69 tenfold']);
});

test('[D3] a number without a format may have had fewer decimals than its column: 1214 was 121,4 among hundredths', () => {
  const [diagnosis] = check(`
    1 | Tổng số HTX     | HTX | 1.250  | 250   | 125#
    2 | Tổng số LHHTX   | HTX | 915    | 15    | 101.67#
    3 | Tổng số THT     | HTX | 15.427 | 2.722 | 1214#`).diagnoses;
  expect(diagnosis && brief(diagnosis)).toBe('F4 121.4 tenfold');
});

test('[D3] a ratio with all the digits of a quotient was not typed: its change was', () => {
  // Under their formats, all as constants: 94,3 % and -231.
  const { diagnoses } = checkWith({ F2: { value: 94.285_088_679_658_41, format: '#,##0.0' } }, `
    1 | Tổng số hộ        | hộ  | 4.306 | -231 | 94,3
    2 | Tổng số THT       | THT | 3.913 | 313  | 108,7`);
  expect(diagnoses.map(brief)).toEqual(['E2 -261 digit']);
  // As it is shown, the ratio may have been typed as well, and then it is rather that.
  expect(checkWith({}, `
    1 | Tổng số hộ        | hộ  | 4.306 | -231 | 94,3
    2 | Tổng số THT       | THT | 3.913 | 313  | 108,7`).diagnoses.map(brief)).toEqual(['F2 94.9 digit']);
});

test('[D3] digits that a format hides tell what the right ratio is', () => {
  const drawn = `
    1 | Doanh thu   | tỷ đồng | 70,1 | 10,0 | 116,6
    2 | Vốn điều lệ | tỷ đồng | 13   | 3   | 116,6`;
  const { diagnoses } = checkWith({ D3: { value: 12.7997, format: '#,##0' }, E3: { value: 2.5004, format: '#,##0' } }, drawn);
  expect(diagnoses.map(brief)).toEqual(['F3 124.3 copied-from-neighbour']);
  expect(diagnoses[0]?.what).not.toContain('phải từ');
});

test('[D3] hidden digits count for nothing where they contradict what the figures show', () => {
  // 13 of 4.3 would be 302 %: the ratio that stands beside them was worked out from what is shown.
  const { diagnoses } = checkWith({ D2: { value: 13.4, format: '#,##0' }, E2: { value: 8.6, format: '#,##0' } }, `
    1 | Vốn điều lệ | tỷ đồng | 13   | 9   | 325,0
    2 | Doanh thu   | tỷ đồng | 70,1 | 10,0 | 116,6`);
  expect(diagnoses).toEqual([]);
});

test('[D3] a count that Excel read in English gets its thousands back, from a number cell alone', () => {
  const drawn = (figure: string): string => `
    1 | Tổng số thành viên | người | 3.913
    - | Nông nghiệp | người | ${figure}
    - | Vận tải | người | 2.476`;
  expect(check(drawn('1.437#')).diagnoses.map(brief)).toEqual(['D3 1437 locale']);
  expect(check(drawn('1437#')).diagnoses).toEqual([]);
  // As text there is nothing that Excel could have taken it for.
  expect(check(drawn('1,437')).diagnoses.map(brief)).not.toContain('D3 1437 locale');
});

test('[D4] where no repair is likelier than not, none is named as the one', () => {
  const { diagnoses } = check(`
    3 | Tổng số thành viên | người | 3.913 | 1.304 | 152%`);
  const [diagnosis] = diagnoses;
  expect(diagnosis?.cells[0]?.confidence).toBeLessThan(0.5);
  expect(diagnosis?.alternatives.length).toBeGreaterThan(0);
  expect(diagnosis?.todo).toMatch(/^Đối chiếu số liệu gốc rồi chọn một/);
});

test('[D4] a ratio that rounded figures leave open is told with all that fit, and little confidence in one of them', () => {
  const [diagnosis] = check(`
    1 | Tổng số LHHTX | HTX | 915   | 15    | 101,7%
    2 | Tổng số HTX   | HTX | 1.250 | 250   | 125,0%
    3 | Tỷ lệ có lãi  | %   | 24,1% | 19,1% | 125,0%`).diagnoses;
  expect(diagnosis?.cells).toEqual([{ cell: 'F4', found: '125', proposal: '482', cause: 'copied-from-neighbour', confidence: expect.any(Number) }]);
  expect(diagnosis?.cells[0]?.confidence).toBeLessThan(0.1);
  expect(diagnosis?.what).toContain('theo số liệu của biểu phải từ 473,5% đến 490,8%');
  expect(diagnosis?.todo).toContain('Sửa F4 thành 482,0% (từ 473,5% đến 490,8% đều khớp)');
});

test('[D5] two ratios in each other’s cell are one diagnosis', () => {
  const { diagnoses } = check(`
    1 | Số hộ nghèo        | hộ | 1.250 | 250 | 108,7%
    2 | Số hộ có nước sạch | hộ | 3.913 | 313 | 125,0%
    3 | Số lớp tập huấn    | lớp | 40   | 8   | 125,0%`);
  expect(diagnoses.map(brief)).toEqual(['F2 125 swapped-cells, F3 108.7 swapped-cells']);
});

test('[D5] one wrong figure that breaks several relations is one diagnosis', () => {
  const { diagnoses, findings } = check(`
    1 | Tổng số HTX | HTX | 524 | 54 | 127,0%
    - | Nông nghiệp | HTX | 127 |    |
    - | Vận tải     | HTX | 127 |    |`);
  expect(findings.map(({ rule }) => rule)).toEqual(['sum-of-parts', 'ratio-of-base']);
  expect(diagnoses).toHaveLength(1);
  expect(diagnoses[0]).toMatchObject({ cells: [{ cell: 'D2', found: '524', proposal: '254', cause: 'transposed-digits' }] });
});

test('[D3] a total that leaves out one of its parts is told so', () => {
  const { diagnoses } = check(`
    I | HỢP TÁC XÃ | |
    7 | Số HTX hoạt động có hiệu quả | HTX | 1.519
    - | Nông nghiệp | HTX | 1.519
    - | Phi Nông nghiệp | HTX | 342`);
  expect(diagnoses[0]).toMatchObject({ cells: [{ proposal: '1861', cause: 'missing-part' }] });
});

test('[D2] what the search cannot decide it says, and names no cell for certain', () => {
  const parts = Array.from({ length: 4100 }, (_, i) => `- | Ngành ${i} | HTX | ${(i * 37) % 90}`).join('\n');
  const { diagnoses } = check(`1 | Tổng số HTX | HTX | 7\n${parts}`);
  expect(diagnoses).toHaveLength(1);
  expect(diagnoses[0]).toMatchObject({ cells: [{ proposal: null, cause: 'unknown', confidence: 0 }], alternatives: [] });
  expect(diagnoses[0]?.why).toMatch('chưa xác định được ô nào sai');
});

test('[S7] a figure with a letter in it is checked as what it looks like, and its diagnosis proposes that', () => {
  const { diagnoses, findings, unchecked } = check(`
    1 | Tổng số HTX | HTX | 1O2 | 17 | 120,0%
    - | Nông nghiệp | HTX | 70 |    |
    - | Vận tải     | HTX | 32 |    |`);
  expect(findings.map(({ rule, cell }) => `${rule} ${cell}`)).toEqual(['letter-in-figure D2']);
  expect(unchecked).toEqual([]);
  expect(diagnoses).toEqual([expect.objectContaining({ cells: [{ cell: 'D2', found: '1O2', proposal: '102', cause: 'digit', confidence: 0.98 }], explains: [findings[0]?.id], alternatives: [] })]);
});

test('[S7] where its relations contradict the figure too, one diagnosis explains both', () => {
  const { diagnoses, findings } = check(`
    1 | Tổng số HTX | HTX | 1O7 | 17 | 120,0%
    - | Nông nghiệp | HTX | 70 |    |
    - | Vận tải     | HTX | 32 |    |`);
  expect(diagnoses).toHaveLength(1);
  expect(diagnoses[0]).toMatchObject({ cells: [{ cell: 'D2', found: '1O7', proposal: '102' }] });
  expect(diagnoses[0]?.explains.toSorted()).toEqual(findings.map(({ id }) => id).toSorted());
});

test('[D3] of several figures that a slip may have been, the one that the other figures give', () => {
  const { diagnoses } = check(`
    1 | Vốn điều lệ | tỷ đồng | 22,0 | -10,8 | 67,1%
    2 | Doanh thu   | tỷ đồng | 70,1 | 10,0  | 116,8%
    3 | Nợ phải trả | tỷ đồng | 13,2 | 3,0   | 126,7%`);
  // 128,7 and 129,7 are one digit away and fit both; 13,2 / 10,2 is 129,4.
  expect(diagnoses.map(brief)).toEqual(['F4 129.7 digit']);
});

test('[D3] the figure that a wrong base was worked out with tells the right one closer than its rounded figures do', () => {
  const { diagnoses } = check(`
    1 | Vốn điều lệ | tỷ đồng | 31,86 | -4,73 | 85,16%
    2 | Doanh thu   | tỷ đồng | 70,1  | 10,0  | 116,8%`);
  // 85,16 is 100 + 100 · change / actual, so that 100 / (1 − growth) lies between 87,07 and 87,08; the figures alone allow 87,06 to 87,09.
  expect(diagnoses[0]?.cells).toEqual([expect.objectContaining({ cell: 'F2', cause: 'wrong-base' })]);
  expect(diagnoses[0]?.todo).toContain('(từ 87,07% đến 87,08% đều khớp)');
});

test('[D3] a loss after a profit has a ratio below 0, and each of its figures may be the wrong one', () => {
  const { diagnoses } = check(`
    1 | Lãi bình quân/HTX | triệu đồng | -607 | -919 | -80%
    2 | Doanh thu | triệu đồng | 701  | 100  | 116,6%`);
  expect(diagnoses.map(brief)).toEqual(['D2 -407 digit']);
});

test('[D3] two slips in one row are told together where one alone would leave a growth that nobody believes', () => {
  const { diagnoses } = check(`
    1 | Tổng số HTX       | HTX | 915   | 15      | 100,2%
    2 | Tổng số thành viên | người | 1.218 | -445.000 | 100,2%
    3 | Tổng số lao động   | người | 3.913 | 313     | 108,7%`);
  expect(diagnoses.map(brief)).toContainEqual('E3 -445 thousandfold, F3 73.2 copied-from-neighbour');
});

/** A drawing read by the published layout, whatever it lacks of it. */
function published(text: string): SheetReport {
  const templates = knownTemplates();
  const [template] = templates;
  const [report] = checkWorkbook([drawing(text).grid], { templates, ...(template !== undefined && { template }) }, vi.words);
  if (report === undefined) throw new RangeError('The drawing holds no table');
  return report;
}

test('[D3] the ratio of a rate is worked out from the rows that make the rate', () => {
  // 33,3 to 31,25 %: 106,6 %, where the shares as they are shown give 107,4.
  const { diagnoses } = published(`
    I | HỢP TÁC XÃ | | | |
    1 | Tổng số HTX                         | HTX | 1.000 | 200 | 125,0%
    4 | Số HTX là thành viên Liên minh HTX  | HTX | 333   | 83  | 133,2%
      | Tỷ lệ %/ tổng số HTX                | %   | 33%   | 2%  | 133,2%`);
  expect(diagnoses.map(brief)).toEqual(['F5 106.6 copied-from-neighbour']);
});

/** A stock with its flow, in the published layout. */
function checkFlow(change: string, closed: string): SheetReport {
  return published(`
    I | HỢP TÁC XÃ | | | |
    1 | Tổng số HTX   | HTX | 4.886.796 | ${change} | 66%
    5 | Thành lập mới | HTX | 1 | |
    6 | Giải thể      | HTX | ${closed} | |`);
}

test('[D5] a flow that a slip explains better than that it does not apply is told so, and that it may not', () => {
  const [diagnosis] = checkFlow('-2.517.015', '2.517.052').diagnoses;
  expect(diagnosis && brief(diagnosis)).toBe('E3 -2517051 transposed-digits');
  expect(diagnosis?.todo).toContain('giữ nguyên và ghi chú lý do nếu do rà soát, chuyển đổi hoặc sáp nhập');
});

test('[D5] a flow that misses by little is rather one that does not apply', () => {
  const { diagnoses, findings } = checkFlow('-2.517.050', '2.517.052');
  expect(findings.map(({ rule }) => rule)).toContain('stock-and-flow');
  expect(diagnoses).toEqual([]);
});
