import { copyFileSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import { knownTemplates } from '#app/known-templates';
import type { Template } from '#core/layout/template';
import { newBook } from '#core/new/new-book';
import type { Report } from '#core/report';
import { address, type Grid } from '#core/table/grid';
import { edited, part, partsOf, read } from '#test/adapters/xlsx/patch/harness';
import { filledGrids, typed } from '#test/core/new/filled';
import { at, bytesAt } from '#test/faces/cli/own-folder';
import { phuluc } from '#test/faces/cli/ran';
import { OFFICE, recalculated } from '#test/office/recalculated';

const LAST = 'test/fixtures/phu-luc-2020.xlsx';

const asked = (...more: readonly string[]): Promise<Awaited<ReturnType<typeof phuluc>>> => phuluc('new', '--template', 'lmhtxvn-2020', '--year', '2021', '-o', at('bieu.xlsx'), ...more);

test('[A7] new › says what it made and what it carried in', async () => {
  const { code, out, err } = await asked('--last', LAST);
  expect([code, err]).toEqual([0, '']);
  expect(out).toBe(`Trang tính “Phụ lục 2021”: 5 mục, 80 chỉ tiêu, 8 cột.
Số năm trước và kế hoạch ở trang tính “Số liệu so sánh 2021”: 62 số đã điền, 73 ô còn trống.
Đã ghi ${at('bieu.xlsx')}.
`);
  const english = await asked('--base', 'columns', '--lang', 'en');
  expect(english.out).toBe(`Sheet “Phụ lục 2021”: 5 sections, 80 indicators, 10 columns.
Last year's figures and the plan in columns of the form: 0 carried in, 122 cells open.
Written: ${at('bieu.xlsx')}.
`);
});

async function opened(): Promise<exceljs.Workbook> {
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(at('bieu.xlsx'));
  return book;
}

test('[A7] new › another reader finds widths, looks, rules of entry and print setup as meant', async () => {
  await asked('--last', LAST, '--protect', '--office', 'LIÊN MINH HTX TỈNH A');
  const book = await opened();
  expect(book.worksheets.map(({ name, state }) => `${name} ${state}`)).toEqual(['Phụ lục 2021 visible', 'Số liệu so sánh 2021 visible']);
  const [sheet, bases] = book.worksheets;
  if (sheet === undefined || bases === undefined) throw new Error('No sheet');
  expect(Array.from({ length: 8 }, (_, i) => sheet.getColumn(i + 1).width)).toEqual([6, 54, 15, 14, 14, 11, 14, 11]);
  expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '5:7' });
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 7, showGridLines: false });
  expect(sheet.getCell('E5').isMerged && sheet.getCell('H5').master.address).toBe('E5');
  expect(sheet.getCell('A1').value).toBe('LIÊN MINH HTX TỈNH A');
  const input = sheet.getCell('D10');
  expect(input).toMatchObject({ numFmt: '#,##0', fill: { pattern: 'solid', fgColor: { argb: 'FFFFF8DC' } }, protection: { locked: false }, font: { name: 'Times New Roman', size: 11 } });
  expect(input.dataValidation).toMatchObject({ type: 'custom', allowBlank: true, showErrorMessage: true, errorTitle: 'Số lượng', formulae: ['IF(ISNUMBER(D9),AND(D9>=0,D9=INT(D9)),OR(D9="-",D9="x",D9="X",D9="…",D9="..."))'] });
  expect([input, sheet.getCell('D35')].map((cell) => cell.dataValidation.errorStyle)).toEqual([undefined, 'warning']);
  expect(input.dataValidation.error).toMatch(/^Ô này nhận số nguyên từ 0 trở lên\. .*áp dụng ghi x\.$/);
  // What is worked out can be changed by nobody, names neither.
  expect([sheet.getCell('E10'), sheet.getCell('B10')].map(({ style }) => style.protection)).toEqual([undefined, undefined]);
  expect(sheet.getCell('E10').formula).toBe('IF(COUNT(D10,\'Số liệu so sánh 2021\'!D10)<2,"",D10-\'Số liệu so sánh 2021\'!D10)');
  expect(sheet.getCell('B11').alignment).toMatchObject({ wrapText: true, indent: 1 });
  expect(bases.getCell('D9')).toMatchObject({ value: 25_454, numFmt: '#,##0' });
  expect(part(bytesAt('bieu.xlsx'), 'xl/worksheets/sheet2.xml')).toContain('<sheetProtection sheet="1"');
  // The figures of last year are still to be completed.
  expect(part(bytesAt('bieu.xlsx'), 'xl/worksheets/sheet1.xml')).not.toContain('<sheetProtection');
});

test('[A7] new › without --protect nothing is locked, and with bases for every column their sheet is hidden', async () => {
  await asked();
  expect(part(bytesAt('bieu.xlsx'), 'xl/worksheets/sheet2.xml')).not.toContain('<sheetProtection');
  copyFileSync(at('bieu.xlsx'), at('trong.xlsx'));
  await phuluc('new', '--template', 'lmhtxvn-2020', '--year', '2020', '--base', 'columns', '-o', at('ke-hoach.xlsx'));
  const planned = new exceljs.Workbook();
  await planned.xlsx.readFile(at('ke-hoach.xlsx'));
  const sheet = planned.worksheets[0];
  if (sheet === undefined) throw new Error('No sheet');
  sheet.getCell('E4').value = 'Kế hoạch năm 2021';
  sheet.getCell('E17').value = 1800;
  await planned.xlsx.writeFile(at('ke-hoach.xlsx'));
  const { out } = await asked('--last', LAST, '--plan', at('ke-hoach.xlsx'));
  expect(out).toContain('ở trang tính “Số liệu so sánh 2021” (đang ẩn): 63 số đã điền');
  const book = await opened();
  expect(book.worksheets[1]?.state).toBe('hidden');
  expect(book.worksheets[1]?.getCell('E17').value).toBe(1800);
});

test('[A7] new › the same request gives the same bytes, and parts that readers know', async () => {
  await asked('--last', LAST);
  const first = bytesAt('bieu.xlsx');
  await asked('--last', LAST);
  expect(bytesAt('bieu.xlsx')).toEqual(first);
  expect(Object.keys(partsOf(first)).toSorted()).toEqual(['[Content_Types].xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml']);
  expect(part(first, 'xl/workbook.xml')).toContain('<calcPr fullCalcOnLoad="1"/>');
});

test('[A7] new › the new file is read again as its template\'s, and completing it changes nothing', async () => {
  await asked('--last', LAST);
  const { out } = await phuluc('check', at('bieu.xlsx'), '--format', 'json', '--fail-on', 'never');
  const { files: [file] } = JSON.parse(out) as Report;
  const [form] = file?.sheets ?? [];
  expect(form).toMatchObject({ name: 'Phụ lục 2021', table: 'A4:H91', year: 2021, template: { id: 'lmhtxvn-2020', confidence: 1 } });
  expect(new Set(form?.findings.map(({ rule }) => rule))).toEqual(new Set(['required-figure']));
  await phuluc('complete', at('bieu.xlsx'), '-o', at('tinh.xlsx'));
  expect(part(bytesAt('tinh.xlsx'), 'xl/worksheets/sheet2.xml')).toBe(part(bytesAt('bieu.xlsx'), 'xl/worksheets/sheet2.xml'));
});

function template(change: Partial<Template>): string {
  writeFileSync(at('mau.json'), JSON.stringify({ ...(JSON.parse(readFileSync('templates/lmhtxvn-2020.json', 'utf8')) as Template), ...change }));
  return at('mau.json');
}

test('[A7] new › hostile names stay words', async () => {
  const rows = [
    { id: 'a.1', ordinal: '=1', name: '=HYPERLINK("http://x","y")', unit: '@SUM(A1)', kind: 'count', polarity: 'more' },
    { id: 'a.2', ordinal: '-', name: ']]><x>&amp;\u0001_x000D_\uD800 "', unit: "it's", kind: 'amount', polarity: 'more' },
    { id: '__proto__', ordinal: '__proto__', name: 'constructor', unit: '%', kind: 'rate', polarity: 'more', rateOf: { numerator: 'a.1', denominator: 'a.2' } },
  ] as const;
  const file = template({ id: 'x', sections: [{ id: 'a', ordinal: 'A', name: "+cmd|' /C calc'!A0", rows }], title: ['=cmd {year}'] });
  const { code } = await phuluc('new', '--template', file, '--year', '2021', '--office', '=1+1', '-o', at('bieu.xlsx'));
  expect(code).toBe(0);
  const { sheets: [grid] } = await read(bytesAt('bieu.xlsx'));
  const texts = Array.from({ length: 9 }, (_, row) => [0, 1, 2].map((column) => grid?.cell(row, column)));
  expect(texts.flat().every((cell) => cell?.formula === null)).toBe(true);
  expect(texts.slice(6).map((row) => row.map((cell) => cell?.value))).toEqual([['=1', '=HYPERLINK("http://x","y")', '@SUM(A1)'], ['-', ']]><x>&amp;\u0001_x000D_\uFFFD "', "it's"], ['__proto__', 'constructor', '%']]);
});

test('[A7] new › wrong usage, unreadable files and places that must not be written have their sentence, and exit 2', async () => {
  writeFileSync(at('hong.xlsx'), 'not a workbook');
  writeFileSync(at('hong.json'), '{');
  copyFileSync(LAST, at('truoc.xlsx'));
  symlinkSync(at('truoc.xlsx'), at('lien-ket.xlsx'));
  const unread = template({ columns: [{ role: 'indicator', header: ['X'] }, { role: 'unit', header: ['Y'] }] });
  const known = ['--template', 'lmhtxvn-2020', '--year', '2021'];
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /Cần có mẫu, năm và tên tệp mới/],
    [[...known], /Cần có mẫu, năm và tên tệp mới/],
    [['--template', 'lmhtxvn-2020', '-o', at('ra.xlsx')], /Cần có mẫu, năm/],
    [[...known, '-o', at('ra.xlsx'), 'bieu.xlsx'], /không nhận tệp “bieu.xlsx”/],
    [['--template', 'la', '--year', '2021', '-o', at('ra.xlsx')], /Không có mẫu “la”/],
    [['--template', at('hong.json'), '--year', '2021', '-o', at('ra.xlsx')], /Không đọc được mẫu/],
    [['--template', unread, '--year', '2021', '-o', at('ra.xlsx')], /Không đọc được mẫu .*columns/],
    [['--template', 'lmhtxvn-2020', '--year', '21', '-o', at('ra.xlsx')], /--year không nhận/],
    [[...known, '-o', at('ra.xls')], /phải có đuôi \.xlsx/],
    [[...known, '-o', at()], /là thư mục/],
    [[...known, '--base', 'hidden', '-o', at('ra.xlsx')], /--base không nhận “hidden”; hãy dùng: sheet, columns/],
    [[...known, '--in-place', '-o', at('ra.xlsx')], /phuluc new không có lựa chọn/],
    [[...known, '--last', at('truoc.xlsx'), '-o', at('truoc.xlsx')], /Không ghi kết quả đè lên/],
    [[...known, '--plan', at('lien-ket.xlsx'), '-o', at('truoc.xlsx')], /Không ghi kết quả đè lên/],
    [[...known, '--last', at('hong.xlsx'), '-o', at('ra.xlsx')], /hong\.xlsx không mở được/],
    [[...known, '--last', at('thieu.xlsx'), '-o', at('ra.xlsx')], /thieu\.xlsx không mở được/],
    [[...known, '-o', at('khong-co/ra.xlsx')], /Không ghi được/],
  ];
  for (const [words, sentence] of cases) {
    const { code, err, out } = await phuluc('new', ...words);
    expect([words, code, err.split('\n').length]).toEqual([words, 2, 2]);
    expect(err).toMatch(sentence);
    expect(`${out}${err}`).not.toMatch(/\bat .*:\d+/);
  }
  expect(existsSync(at('ra.xlsx'))).toBe(false);
});

test('[A7] new › a source that gives no figure is named', async () => {
  const { code, err } = await phuluc('new', '--template', 'lmhtxvn-2020', '--year', '2019', '--last', LAST, '-o', at('bieu.xlsx'));
  expect([code, err]).toEqual([0, `Không lấy được số nào từ ${LAST}: không có dòng, cột nào khớp. Kiểm tra tên chỉ tiêu và năm ở tiêu đề cột.\n`]);
});

(OFFICE === undefined ? test.skip : test)('[A7] new › LibreOffice gives what the formulas mean, in blank and in filled forms', async () => {
  const books = (['sheet', 'columns'] as const).map((base) => newBook({ template: knownTemplates()[0] as Template, year: 2021, base, sources: [], office: '', isLocked: false, taken: [] }));
  for (const [i, base] of (['sheet', 'columns'] as const).entries()) {
    await phuluc('new', '--template', 'lmhtxvn-2020', '--year', '2021', '--base', base, '-o', at(`bieu-${i}.xlsx`));
    const filled = edited(bytesAt(`bieu-${i}.xlsx`), (workbook) => {
      for (const form of books[i]?.forms ?? []) {
        for (const [row, cells] of form.rows.entries()) {
          for (const column of cells.keys()) {
            const value = typed(form, row, column);
            if (value !== undefined) workbook.setCell(form.name, row, column, { value, formula: null });
          }
        }
      }
    });
    writeFileSync(at(`day-${i}.xlsx`), filled);
  }
  const names = ['bieu-0.xlsx', 'bieu-1.xlsx', 'day-0.xlsx', 'day-1.xlsx'];
  const saved = recalculated(OFFICE ?? '', Object.fromEntries(names.map((name) => [name, bytesAt(name)])));
  let formulas = 0;
  for (const [i, name] of names.entries()) {
    const meant = filledGrids(books[i % 2]?.forms ?? [], name.startsWith('day') ? typed : () => undefined);
    const { sheets } = await read(saved.get(name) ?? new Uint8Array());
    const off = meant.flatMap((grid, s) => differing(grid, sheets[s]));
    formulas += meant.reduce((sum, grid) => sum + formulaCells(grid).length, 0);
    expect([name, off.slice(0, 5)]).toEqual([name, []]);
  }
  expect(formulas).toBeGreaterThan(1200);
}, 300_000);

/** Of cells of a sheet that is locked those that can be changed all the same, as any program writes it; null where none is locked. */
function openCells(bytes: Uint8Array): string | null {
  const sheet = [1, 2, 3].map((n) => `xl/worksheets/sheet${n}.xml`).filter((name) => partsOf(bytes)[name] !== undefined).map((name) => part(bytes, name)).find((xml) => /<sheetProtection [^>]*sheet="(?:1|true)"/.test(xml));
  if (sheet === undefined) return null;
  const [, styles = ''] = /<cellXfs[^>]*>([^]*)<\/cellXfs>/.exec(part(bytes, 'xl/styles.xml')) ?? [];
  const open = styles.split('<xf ').slice(1).map((xf) => /<protection [^>]*locked="(?:0|false)"/.test(xf));
  const cells = ['A5', 'B10', 'D9', 'D10', 'D11', 'E10', 'F10', 'H10', 'D35'];
  return cells.filter((cell) => open[Number(new RegExp(String.raw`<c r="${cell}"[^>]* s="(\d+)"`).exec(sheet)?.[1] ?? -1)] === true).join(' ');
}

const OPEN = 'D9 D10 D11 D35';

test('[A9] new › a locked form is read and checked, and stays locked however our own commands change it', async () => {
  await asked('--last', LAST, '--protect');
  expect(openCells(bytesAt('bieu.xlsx'))).toBe(OPEN);
  copyFileSync(at('bieu.xlsx'), at('khoa.xlsx'));
  await asked('--last', LAST);
  const [locked, open] = await Promise.all(['khoa.xlsx', 'bieu.xlsx'].map((name) => phuluc('check', at(name), '--format', 'json')));
  expect((JSON.parse(locked?.out ?? '') as Report).files[0]?.sheets[0]).toMatchObject({ year: 2021, template: { id: 'lmhtxvn-2020' } });
  expect(locked?.out.replaceAll('khoa.xlsx', 'bieu.xlsx')).toBe(open?.out);
  writeFileSync(at('so.xlsx'), edited(bytesAt('khoa.xlsx'), (workbook) => { workbook.setCell('Phụ lục 2021', 9, 3, { value: 25_900, formula: null }); }));
  expect(openCells(bytesAt('so.xlsx'))).toBe(OPEN);
  await phuluc('mark', at('so.xlsx'), '-o', at('danh-dau.xlsx'));
  expect(part(bytesAt('danh-dau.xlsx'), 'xl/worksheets/sheet2.xml')).toContain('<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>');
});

(OFFICE === undefined ? test.skip : test)('[A9] new › LibreOffice opens a locked form, and keeps its lock and the cells that are open', async () => {
  await asked('--last', LAST, '--protect');
  const saved = recalculated(OFFICE ?? '', { 'bieu.xlsx': bytesAt('bieu.xlsx') });
  expect(openCells(saved.get('bieu.xlsx') ?? new Uint8Array())).toBe(OPEN);
}, 120_000);

function formulaCells(grid: Grid): (readonly [row: number, column: number])[] {
  return Array.from({ length: grid.rowCount * grid.columnCount }, (_, i) => [Math.floor(i / grid.columnCount), i % grid.columnCount] as const).filter(([row, column]) => grid.cell(row, column).formula !== null);
}

function differing(own: Grid, other: Grid | undefined): string[] {
  return formulaCells(own).filter(([row, column]) => {
    const [a, b] = [own.cell(row, column).value, other?.cell(row, column).value ?? ''];
    return typeof a === 'number' ? typeof b !== 'number' || Math.abs(a - b) > 1e-9 * Math.max(1, Math.abs(a)) : (a ?? '') !== b;
  }).map(([row, column]) => `${own.name}!${address(row, column)}`);
}
