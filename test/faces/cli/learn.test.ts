import { copyFileSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import { TEMPLATE_NAMESPACE } from '#app/template-namespace';
import { readTemplate } from '#core/layout/read-template';
import type { Report, SheetReport } from '#core/report';
import { changedParts, edited } from '#test/adapters/xlsx/patch/harness';
import { at, bytesAt } from '#test/faces/cli/own-folder';
import { phuluc } from '#test/faces/cli/ran';
import { OFFICE, recalculated } from '#test/office/recalculated';

const APPENDIX = 'test/fixtures/phu-luc-2020.xlsx';

async function checked(...words: readonly string[]): Promise<{ readonly code: number; readonly err: string; readonly sheets: readonly SheetReport[] }> {
  const { code, out, err } = await phuluc('check', ...words, '--format', 'json', '--fail-on', 'never');
  return { code, err, sheets: (JSON.parse(out) as Report).files[0]?.sheets ?? [] };
}

/** What the command says. */
async function said(...words: readonly string[]): Promise<string> {
  const { out } = await phuluc(...words);
  return out;
}

/** The template that a file's last table is checked by. */
async function templateOf(name: string): Promise<SheetReport['template'] | undefined> {
  const { sheets } = await checked(at(name));
  return sheets.at(-1)?.template;
}

type Line = readonly (string | number | null)[];

const OWN: readonly Line[] = [
  ['TT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện năm 2023', 'Thực hiện năm 2024', 'Tỷ lệ so với năm 2023 (%)'],
  ['1', 'Tổng số trang trại', 'trang trại', 30, 36, 120],
  ['-', 'Trồng trọt', 'trang trại', 20, 24, 120],
  ['-', 'Chăn nuôi', 'trang trại', 10, 12, 120],
  ['2', 'Trang trại có liên kết', 'trang trại', 12, 18, 150],
  [null, 'Tỷ lệ có liên kết', '%', 40, 50, 125],
];

async function write(name: string, lines: readonly Line[] = OWN, more: readonly (readonly [string, readonly Line[]])[] = []): Promise<void> {
  const book = new exceljs.Workbook();
  for (const [sheet, all] of [['Biểu 1', lines] as const, ...more]) for (const line of [book.addWorksheet(sheet)]) for (const row of all) line.addRow([...row]);
  await book.xlsx.writeFile(at(name));
}

test('[P6] templates learn › says what it understood, for somebody to confirm, and writes a template', async () => {
  await write('Trang trại 2024.xlsx');
  const { code, out, err } = await phuluc('templates', 'learn', at('Trang trại 2024.xlsx'), '-o', at('mau.json'));
  expect([code, err]).toEqual([0, '']);
  expect(out).toBe(`Biểu 1 · A1:F6 · mẫu “trang-trai-2024”
  0 mục, 5 dòng, 6 cột
    ordinal      TT
    indicator    Chỉ tiêu
    unit         ĐVT
    actual       Thực hiện năm {year-1}
    actual       Thực hiện năm {year}
    ratio        Tỷ lệ so với năm {year-1} (%)
  2 quan hệ suy ra từ bảng, chưa ai xác nhận nên chỉ cho cảnh báo:
    1 Tổng số trang trại = Trồng trọt + Chăn nuôi
    Tỷ lệ có liên kết = 2 Trang trại có liên kết / 1 Tổng số trang trại × 100%
  Xem lại từng quan hệ trong tệp mẫu. Đúng thì xóa tên quan hệ ấy khỏi “inferred”, từ đó lệch là lỗi. Sai thì xóa cả quan hệ.
Đã ghi ${at('mau.json')}. Kiểm tra theo mẫu này: phuluc check TỆP --template ${at('mau.json')}; lập biểu mới: phuluc new --template ${at('mau.json')}. Mã của mẫu: trang-trai-2024.
`);
  expect(readTemplate(JSON.parse(readFileSync(at('mau.json'), 'utf8'))).name.vi).toBe('Trang trại 2024');
  const english = await phuluc('templates', 'learn', at('Trang trại 2024.xlsx'), '-o', at('mau.json'), '--lang', 'en');
  expect(english.out).toContain('2 relations inferred from the table; nobody has confirmed them, so they give warnings only:');
});

test('[P6] templates learn › the template is used by check and new, and the same file gives the same bytes', async () => {
  await write('a.xlsx');
  for (const name of ['1.json', '2.json']) await phuluc('templates', 'learn', at('a.xlsx'), '-o', at(name));
  expect(bytesAt('2.json')).toEqual(bytesAt('1.json'));
  await write('sai.xlsx', OWN.map((line, i) => (i === 2 ? [...line.slice(0, 4), 25, 125] : line)));
  const { sheets: [sheet] } = await checked(at('sai.xlsx'), '--template', at('1.json'));
  expect(sheet?.template).toEqual({ id: 'a', confidence: 1 });
  expect(sheet?.findings.map(({ rule, severity, cell }) => `${cell} ${rule} ${severity}`)).toEqual(['E2 sum-of-parts warning']);
  const form = await phuluc('new', '--template', at('1.json'), '--year', '2025', '--last', at('a.xlsx'), '-o', at('bieu.xlsx'));
  expect(form.out).toContain('Số năm trước và kế hoạch ở các cột của biểu: 5 số đã điền, 0 ô còn trống.');
});

test('[P6] templates learn › from the published appendix, check finds the same by the template as without', async () => {
  expect(await said('templates', 'learn', APPENDIX, '-o', at('mau.json'))).toContain('80 dòng theo mẫu lmhtxvn-2020');
  const [own, usual] = [await checked(APPENDIX, '--template', at('mau.json')), await checked(APPENDIX)];
  expect(own.sheets[0]?.template).toEqual({ id: 'phu-luc-2020', confidence: 1 });
  expect(own.sheets[0]?.findings).toEqual(usual.sheets[0]?.findings);
  expect(own.sheets[0]?.diagnoses).toEqual(usual.sheets[0]?.diagnoses);
});

test('[P6] templates learn › of several tables the one with the most rows, or that of a sheet', async () => {
  await write('nhieu.xlsx', OWN, [['Xã', [['Xã', 'Số HTX năm 2024'], ['Tân An', 5], ['Tân Lập', 6]]]]);
  const { out } = await phuluc('templates', 'learn', at('nhieu.xlsx'), '-o', at('mau.json'));
  expect(out).toMatch(/^Biểu 1 ·[\s\S]*Tệp còn bảng khác ở “Xã”\. Chọn trang tính bằng --sheet\./);
  expect(await said('templates', 'learn', at('nhieu.xlsx'), '--sheet', 'Xã', '-o', at('mau.json'))).toMatch(/^Xã · /);
  expect(await phuluc('templates', 'learn', at('nhieu.xlsx'), '--sheet', 'Huyện', '-o', at('khac.json'))).toMatchObject({ code: 2, err: expect.stringContaining('không có bảng nào ở trang tính “Huyện”') });
});

test('[P6] templates learn › wrong usage and files that cannot be read have their sentence, exit 2, and nothing is written over', async () => {
  await write('a.xlsx');
  copyFileSync(at('a.xlsx'), at('b.json'));
  symlinkSync(at('a.xlsx'), at('lien-ket.json'));
  writeFileSync(at('hong.xlsx'), 'x');
  writeFileSync(at('dai.tsv'), `TT\tChỉ tiêu\tĐVT\tTH 2024\n${Array.from({ length: 5001 }, (_, i) => `${i + 1}\tXã ${i}\tHTX\t${i}\n`).join('')}`);
  const before = bytesAt('a.xlsx');
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /Cần có một tệp và nơi ghi/],
    [[at('a.xlsx')], /Cần có một tệp và nơi ghi/],
    [[at('a.xlsx'), at('hong.xlsx'), '-o', at('m.json')], /Cần có một tệp và nơi ghi/],
    [[at('a.xlsx'), '-o', at('m.txt')], /ghi tên \.json để có tệp mẫu/],
    [[at('a.xlsx'), '-o', at('a.xlsx')], /Không ghi kết quả đè lên/],
    [[at('a.xlsx'), '-o', at('lien-ket.json')], /Không ghi kết quả đè lên/],
    [[at('a.xlsx'), '-o', at('m.xlsm')], /phải có đuôi \.xlsx/],
    [[at('a.xlsx'), '-o', `${at()}/`], /\.json để có tệp mẫu|là thư mục/],
    [[at('a.xlsx'), '--as', 'values', '-o', at('m.json')], /phuluc templates learn không có lựa chọn/],
    [[at('hong.xlsx'), '-o', at('m.json')], /hong\.xlsx không mở được/],
    [[at('thieu.xlsx'), '-o', at('m.json')], /không có tệp này/],
    [[at('dai.tsv'), '-o', at('m.json')], /nội dung quá lớn/],
    [[at('a.xlsx'), '-o', at('khong-co/m.json')], /Không ghi được/],
  ];
  for (const [words, sentence] of cases) {
    const { code, err, out } = await phuluc('templates', 'learn', ...words);
    expect([words, code, out]).toEqual([words, 2, '']);
    expect(err).toMatch(sentence);
    expect(err).not.toMatch(/\bat .*:\d+/);
  }
  expect(existsSync(at('m.json'))).toBe(false);
  expect(bytesAt('a.xlsx')).toEqual(before);
});

test('[P7] templates in workbooks › a copy brings its template along, and every command reads it by that', async () => {
  await write('a.xlsx');
  const { code, out } = await phuluc('templates', 'learn', at('a.xlsx'), '-o', at('mang.xlsx'));
  expect([code, out.split('\n').at(-2)]).toEqual([0, `Đã ghi ${at('mang.xlsx')}: bản sao của tệp, có mẫu bên trong. Mở hay kiểm tra ở đâu cũng theo mẫu này.`]);
  expect(changedParts(bytesAt('a.xlsx'), bytesAt('mang.xlsx'))).toEqual(['+customXml/_rels/item1.xml.rels', '+customXml/item1.xml', '+customXml/itemProps1.xml', '~[Content_Types].xml', '~xl/_rels/workbook.xml.rels']);
  expect(await templateOf('mang.xlsx')).toEqual({ id: 'a', confidence: 1 });
  expect(await said('templates', at('mang.xlsx'))).toContain('mẫu a (khớp 100%)');
  await phuluc('complete', at('mang.xlsx'), '-o', at('tinh.xlsx'));
  await phuluc('mark', at('mang.xlsx'), '-o', at('danh-dau.xlsx'));
  for (const name of ['tinh.xlsx', 'danh-dau.xlsx']) expect([name, await templateOf(name)]).toEqual([name, { id: 'a', confidence: 1 }]);
  // Learnt anew, the one takes the other's place.
  await phuluc('templates', 'learn', at('mang.xlsx'), '-o', at('b.xlsx'));
  expect(await templateOf('b.xlsx')).toEqual({ id: 'mang', confidence: 1 });
});

test('[P7] templates in workbooks › a template of one\'s own goes with the forms that are made from it', async () => {
  await write('a.xlsx');
  await phuluc('templates', 'learn', at('a.xlsx'), '-o', at('mau.json'));
  await phuluc('new', '--template', at('mau.json'), '--year', '2025', '-o', at('bieu.xlsx'));
  expect(await templateOf('bieu.xlsx')).toEqual({ id: 'a', confidence: 1 });
  await phuluc('new', '--template', 'lmhtxvn-2020', '--year', '2025', '-o', at('chung.xlsx'));
  expect(Buffer.from(bytesAt('chung.xlsx')).includes('customXml')).toBe(false);
});

test('[P7] templates in workbooks › one that cannot be read is refused in a sentence, and the check goes on', async () => {
  const usual = await checked(APPENDIX);
  const source = new Uint8Array(readFileSync(APPENDIX));
  const valid = { version: 1, id: 'x', name: { vi: 'x', en: 'x' }, title: [], columns: [], requiredColumns: [] };
  const hostile = ['{', '', 'null', '[]', '{"__proto__":{"version":1}}', '['.repeat(200_000), JSON.stringify({ ...valid, sections: [{ id: 'a', ordinal: '', name: 'x'.repeat(501), rows: [] }] }), JSON.stringify({ ...valid, version: 2, sections: [] }), Array.from({ length: 300_001 }, (_, i) => i * 7919).join(',')];
  for (const text of hostile) {
    writeFileSync(at('a.xlsx'), edited(source, (workbook) => { workbook.setCustomData(TEMPLATE_NAMESPACE, text); }));
    const { code, err, sheets } = await checked(at('a.xlsx'));
    expect([text.slice(0, 40), code, err.split('\n').length]).toEqual([text.slice(0, 40), 0, 2]);
    expect(err).toContain('mẫu đi kèm trong tệp không đọc được nên không dùng');
    expect(err).not.toMatch(/\bat .*:\d+/);
    expect(sheets).toEqual(usual.sheets);
  }
  // Without rows it fits nothing, and takes nobody's place.
  writeFileSync(at('a.xlsx'), edited(source, (workbook) => { workbook.setCustomData(TEMPLATE_NAMESPACE, JSON.stringify({ ...valid, sections: [] })); }));
  expect(await checked(at('a.xlsx'))).toEqual({ ...usual, err: '' });
  // What others keep is theirs.
  writeFileSync(at('a.xlsx'), edited(source, (workbook) => { workbook.setCustomData('urn:khac', '{'); }));
  expect(await checked(at('a.xlsx'))).toEqual({ ...usual, err: '' });
});

test('[P7] templates in workbooks › complete, mark and templates say a refusal too', async () => {
  writeFileSync(at('a.xlsx'), edited(new Uint8Array(readFileSync(APPENDIX)), (workbook) => { workbook.setCustomData(TEMPLATE_NAMESPACE, '{'); }));
  for (const words of [['complete', at('a.xlsx'), '--dry-run'], ['mark', at('a.xlsx'), '-o', at('b.xlsx')], ['templates', at('a.xlsx')], ['templates', 'learn', at('a.xlsx'), '-o', at('m.json')]]) {
    const { code, err } = await phuluc(...words);
    expect([words, code, err.split('\n').length]).toEqual([words, 0, 2]);
    expect(err).toContain('không đọc được nên không dùng');
  }
});

(OFFICE === undefined ? test.skip : test)('[P7] templates in workbooks › LibreOffice keeps the template when it saves the workbook', async () => {
  await write('a.xlsx');
  await phuluc('templates', 'learn', at('a.xlsx'), '-o', at('mang.xlsx'));
  const saved = recalculated(OFFICE ?? '', { 'mang.xlsx': bytesAt('mang.xlsx') });
  writeFileSync(at('luu.xlsx'), saved.get('mang.xlsx') ?? new Uint8Array());
  expect(await templateOf('luu.xlsx')).toEqual({ id: 'a', confidence: 1 });
}, 120_000);
