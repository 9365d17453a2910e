import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import type { Report } from '#core/report';
import { columnLetters, type CellValue, type Grid } from '#core/table/grid';
import { changedParts, read } from '#test/adapters/xlsx/patch/harness';
import { appendix } from '#test/generate/appendix';
import { seedsAtLeast } from '#test/generate/seeds';
import { at, bytesAt } from '#test/faces/cli/own-folder';
import { phuluc } from '#test/faces/cli/ran';
import { OFFICE, recalculated } from '#test/office/recalculated';

type Line = readonly (string | number | null)[];

async function write(name: string, lines: readonly Line[], style: (row: number, column: number) => string | null = () => null): Promise<void> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('Biểu 1');
  for (const [row, line] of lines.entries()) {
    for (const [column, value] of line.entries()) {
      const cell = sheet.getCell(row + 1, column + 1);
      cell.value = value;
      const format = style(row, column);
      if (format !== null) cell.numFmt = format;
    }
  }
  await book.xlsx.writeFile(at(name));
}

const THIS: Line = ['TT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện năm 2020', 'So với năm 2019: số lượng', 'Tỷ lệ so với năm 2019'];
const LAST: Line = ['TT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện năm 2019'];

async function twoYears(): Promise<void> {
  await write('nay.xlsx', [THIS, ['1', 'Tổng số HTX', 'HTX', 25_454, null, null], ['2', 'Tổng số THT', 'tổ', 119_381, 5, null]]);
  await write('truoc.xlsx', [LAST, ['1', 'Tổng số HTX', 'HTX', 24_618], ['2', 'Tổng số THT', 'tổ', 117_399]]);
}

async function valuesIn(name: string): Promise<unknown[][]> {
  const { sheets: [grid] } = await read(bytesAt(name));
  if (grid === undefined) throw new Error('No sheet');
  return Array.from({ length: grid.rowCount }, (_, row) => Array.from({ length: grid.columnCount }, (_unused, column) => grid.cell(row, column).value));
}

test('[G7] complete › last year\'s workbook fills the comparison in, and a typed figure that it contradicts is listed', async () => {
  await twoYears();
  const { code, out, err } = await phuluc('complete', at('nay.xlsx'), '--last', at('truoc.xlsx'), '-o', at('ra.xlsx'));
  expect([code, err]).toEqual([0, '']);
  expect(out).toBe(`Biểu 1 · A1:F3
  E2    1 Tổng số HTX: 836
        so với năm trước, số lượng = 25.454 − 24.618 (lấy từ [truoc.xlsx]Biểu 1!D2)
  F2    1 Tổng số HTX: 103,4%
        so với năm trước, tỷ lệ = 25.454 / 24.618 (lấy từ [truoc.xlsx]Biểu 1!D2)
  F3    2 Tổng số THT: 101,7%
        so với năm trước, tỷ lệ = 119.381 / 117.399 (lấy từ [truoc.xlsx]Biểu 1!D3)

  1 số đã gõ khác kết quả tính
  E3    2 Tổng số THT: đang ghi 5; tính được 1.982
        so với năm trước, số lượng = 119.381 − 117.399 (lấy từ [truoc.xlsx]Biểu 1!D3)

3 ô trống tính được, 3 ô bằng công thức, 1 số đã gõ khác kết quả tính
Các số đã gõ được giữ nguyên.
Đã ghi ${at('ra.xlsx')}.
`);
  const lines = await valuesIn('ra.xlsx');
  expect(lines.slice(1)).toEqual([['1', 'Tổng số HTX', 'HTX', 25_454, 836, 25_454 / 24_618], ['2', 'Tổng số THT', 'tổ', 119_381, 5, 119_381 / 117_399]]);
  expect(changedParts(bytesAt('nay.xlsx'), bytesAt('ra.xlsx')).filter((name) => !/sheet1\.xml|styles\.xml|workbook\.xml$/.test(name))).toEqual([]);
});

test('[G7] complete › as figures, in English, and once more with nothing left', async () => {
  await twoYears();
  const { out } = await phuluc('complete', at('nay.xlsx'), '--last', at('truoc.xlsx'), '--as', 'values', '-o', at('ra.xlsx'), '--lang', 'en');
  expect(out).toContain('3 empty cells worked out, 0 as formulas, 1 typed figure differs from what follows');
  const lines = await valuesIn('ra.xlsx');
  expect(lines[1]?.slice(4)).toEqual([836, 1.034]);
  const again = await phuluc('complete', at('ra.xlsx'), '--last', at('truoc.xlsx'), '-o', at('ra2.xlsx'));
  expect([again.code, again.err]).toEqual([0, '']);
  expect(bytesAt('ra2.xlsx')).toEqual(bytesAt('ra.xlsx'));
});

test('[G7] complete › --dry-run lists and writes nothing', async () => {
  await twoYears();
  const { code, out } = await phuluc('complete', at('nay.xlsx'), '--last', at('truoc.xlsx'), '--dry-run');
  expect(code).toBe(0);
  expect(out).toContain('Chưa ghi gì.');
  expect(existsSync(at('ra.xlsx'))).toBe(false);
});

test('[G7] complete › the same input gives the same bytes', async () => {
  await twoYears();
  for (const name of ['a.xlsx', 'b.xlsx']) await phuluc('complete', at('nay.xlsx'), '--last', at('truoc.xlsx'), '-o', at(name));
  expect(bytesAt('b.xlsx')).toEqual(bytesAt('a.xlsx'));
});

test('[G3] complete › a workbook that gives no figure is named', async () => {
  await twoYears();
  await write('khac.xlsx', [['TT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện năm 2017'], ['1', 'Tổng số HTX', 'HTX', 1]]);
  const { code, err } = await phuluc('complete', at('nay.xlsx'), '--last', at('khac.xlsx'), '--dry-run');
  expect(code).toBe(0);
  expect(err).toContain(`Không lấy được số nào từ ${at('khac.xlsx')}`);
});

test('[G7] complete › what cannot be read or must not be written over has its sentence, and exit 2', async () => {
  await twoYears();
  writeFileSync(at('hong.xlsx'), 'not a workbook');
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [['complete'], /Hãy chỉ ra một tệp/],
    [['complete', at('nay.xlsx')], /Ghi tên tệp mới sau -o/],
    [['complete', at('nay.xlsx'), at('truoc.xlsx'), '-o', at('ra.xlsx')], /Hãy chỉ ra một tệp/],
    [['complete', at('nay.xlsx'), '-o', at('nay.xlsx')], /Không ghi kết quả đè lên/],
    [['complete', at('nay.xlsx'), '--last', at('truoc.xlsx'), '-o', at('truoc.xlsx')], /Không ghi kết quả đè lên/],
    [['complete', at('nay.xlsx'), '-o', at()], /là thư mục/],
    [['complete', at('nay.xlsx'), '-o', at('ra.xlsm')], /phải có đuôi \.xlsx/],
    [['complete', at('nay.xlsx'), '--as', 'magic', '-o', at('ra.xlsx')], /--as không nhận/],
    [['complete', at('nay.xlsx'), '--fail-on', 'never', '-o', at('ra.xlsx')], /phuluc complete không có lựa chọn/],
    [['complete', at('hong.xlsx'), '-o', at('ra.xlsx')], /hong\.xlsx không mở được/],
    [['complete', at('nay.xlsx'), '--last', at('hong.xlsx'), '-o', at('ra.xlsx')], /hong\.xlsx không mở được/],
    [['complete', at('nay.xlsx'), '--plan', at('thieu.xlsx'), '-o', at('ra.xlsx')], /thieu\.xlsx không mở được/],
    [['complete', at('nay.xlsx'), '-o', at('khong-co/ra.xlsx')], /Không ghi được/],
  ];
  for (const [words, sentence] of cases) {
    const { code, err } = await phuluc(...words);
    expect([words.slice(1).map((word) => path.basename(word)), code, err.split('\n').length]).toEqual([words.slice(1).map((word) => path.basename(word)), 2, 2]);
    expect(err).toMatch(sentence);
    expect(err).not.toMatch(/\bat .*:\d+/);
  }
  expect(existsSync(at('ra.xlsx'))).toBe(false);
});

test('[G7] complete › hostile words of a source stay words', async () => {
  await write('nay.xlsx', [THIS, ['1', '=HYPERLINK("http://x")', 'HTX', 25, null, null]]);
  await write('=truoc.xlsx', [LAST, ['1', '=HYPERLINK("http://x")', 'HTX', 20]]);
  const { code } = await phuluc('complete', at('nay.xlsx'), '--last', at('=truoc.xlsx'), '-o', at('ra.xlsx'));
  expect(code).toBe(0);
  const { sheets: [grid] } = await read(bytesAt('ra.xlsx'));
  expect([grid?.cell(1, 1).formula, grid?.cell(1, 4).formula]).toEqual([null, 'IF(D2="","",D2-20)']);
});

/** The generated sheet as a workbook, its comparison columns blank. */
async function bare(name: string, seed: number): Promise<{ readonly grid: Grid; readonly cells: readonly string[] }> {
  const { grid, placed } = appendix(seed, { bases: true, digits: 'stored', shortening: 'half-up' });
  const gone = new Set(placed.filter(({ role }) => ['change', 'ratio', 'planChange', 'attainment'].includes(role)).map(({ cell }) => cell));
  const name_ = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;
  const lines = Array.from({ length: grid.rowCount }, (_, row) => Array.from({ length: grid.columnCount }, (_unused, column) => {
    const { value } = grid.cell(row, column);
    return gone.has(name_(row, column)) || typeof value === 'boolean' || (value !== null && typeof value === 'object') ? null : value;
  }));
  await write(name, lines, (row, column) => grid.cell(row, column).format);
  return { grid, cells: [...gone] };
}

async function gridIn(bytes: Uint8Array | undefined): Promise<Grid> {
  const { sheets: [grid] } = await read(bytes ?? new Uint8Array());
  if (grid === undefined) throw new Error('No sheet');
  return grid;
}

/** The cells with formulas whose value is not the other sheet's, and how many there are. */
function otherwise(own: Grid, other: Grid): { readonly formulas: number; readonly off: readonly string[] } {
  const places = Array.from({ length: own.rowCount * own.columnCount }, (_, i) => [Math.floor(i / own.columnCount), i % own.columnCount] as const).filter(([row, column]) => own.cell(row, column).formula !== null);
  const isNear = (a: CellValue, b: CellValue): boolean => typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
  return { formulas: places.length, off: places.filter(([row, column]) => !isNear(own.cell(row, column).value, other.cell(row, column).value)).map(([row, column]) => `${columnLetters(column)}${row + 1}`) };
}

/** Workbooks that LibreOffice is started for. */
const AT_ONCE = 100;

(OFFICE === undefined ? test.skip : test)('[G7] complete › LibreOffice calculates every formula to the figure that was written', async () => {
  const seeds = seedsAtLeast(25);
  let formulas = 0;
  for (let from = 0; from < seeds.length; from += AT_ONCE) {
    const names = seeds.slice(from, from + AT_ONCE).map((seed) => [`bieu-${seed}.xlsx`, 3000 + seed] as const);
    for (const [name, seed] of names) {
      await bare(name, seed);
      const { code } = await phuluc('complete', at(name), '-o', at(`ra-${name}`));
      expect(code).toBe(0);
    }
    const saved = recalculated(OFFICE ?? '', Object.fromEntries(names.map(([name]) => [name, bytesAt(`ra-${name}`)])));
    for (const [name] of names) {
      const found = otherwise(await gridIn(bytesAt(`ra-${name}`)), await gridIn(saved.get(name)));
      expect([name, found.off]).toEqual([name, []]);
      formulas += found.formulas;
    }
  }
  expect(formulas).toBeGreaterThan(20 * seeds.length);
}, 1_200_000);

test('[G6] complete › a completed workbook checks clean', async () => {
  await bare('bieu.xlsx', 3001);
  await phuluc('complete', at('bieu.xlsx'), '-o', at('ra.xlsx'));
  const { out } = await phuluc('check', at('ra.xlsx'), '--format', 'json');
  const { summary } = JSON.parse(out) as Report;
  expect(summary.errors).toBe(0);
});

test('[R17] check › --last holds every file against last year\'s workbook, and quotes its cells', async () => {
  await twoYears();
  const { code, out } = await phuluc('check', at('nay.xlsx'), '--last', at('truoc.xlsx'), '--format', 'json', '--fail-on', 'warning');
  expect(code).toBe(1);
  const { files: [file] } = JSON.parse(out) as Report;
  const found = file?.sheets[0]?.findings.filter(({ rule }) => rule === 'base-elsewhere');
  expect(found).toEqual([expect.objectContaining({ severity: 'warning', cell: 'E3', related: ['D3', '[truoc.xlsx]Biểu 1!D3'], found: '5', expected: { from: '1982', to: '1982' } })]);
  const over = await phuluc('check', at('nay.xlsx'), '--last', at('truoc.xlsx'), '-o', at('truoc.xlsx'));
  expect([over.code, over.err]).toEqual([2, expect.stringMatching(/Không ghi kết quả đè lên/)]);
});
