import { existsSync, linkSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { beforeEach, expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Report } from '#core/report';
import { changedParts, edited, part, partsOf, put, read } from '#test/adapters/xlsx/patch/harness';
import { at, bytesAt } from '#test/faces/cli/own-folder';
import { phuluc } from '#test/faces/cli/ran';
import { rawSheet, rawWorkbook } from '#test/adapters/xlsx/raw-workbook';

const APPENDIX = readFileSync('test/fixtures/phu-luc-2020.xlsx');
beforeEach(() => { writeFileSync(at('bao-cao.xlsx'), APPENDIX); });

async function findingsOf(file: string): Promise<unknown> {
  const { out } = await phuluc('check', file, '--format', 'json');
  const { files: [checked], summary } = JSON.parse(out) as Report;
  return { summary, sheets: checked?.sheets.filter(({ table }) => table !== null) };
}

test('[M1] mark › colours and notes stand on the cells of findings, a list in front, and nothing else changes', async () => {
  const { code, out, err } = await phuluc('mark', at('bao-cao.xlsx'), '-o', at('ra.xlsx'));
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/Đã ghi .*ra\.xlsx: \d+ lỗi, \d+ cảnh báo, \d+ ghi chú\./);
  expect(bytesAt('bao-cao.xlsx')).toEqual(new Uint8Array(APPENDIX));
  const marked = bytesAt('ra.xlsx');
  const sheet = part(marked, 'xl/worksheets/sheet1.xml');
  expect(sheet).toMatch(/<conditionalFormatting sqref="[^"]*\bF53\b[^"]*">/);
  expect(part(marked, 'xl/comments1.xml')).toMatch(/<comment ref="F53"[\s\S]*?Lỗi: Tỷ lệ so với năm 2019 ghi 20,0%; tính lại được 120,0%\.\nCần làm: /);
  const rows = (xml: string): string => xml.slice(xml.indexOf('<sheetData>'), xml.indexOf('</sheetData>'));
  expect(rows(sheet) === rows(part(new Uint8Array(APPENDIX), 'xl/worksheets/sheet1.xml'))).toBe(true);
  const { sheets } = await read(marked);
  expect(sheets.map(({ name }) => name)).toEqual(['Kết quả kiểm tra', 'Phụ lục 2020']);
  expect(part(marked, 'xl/worksheets/sheet2.xml')).toContain("location=\"'Phụ lục 2020'!F53\"");
});

test('[M1] mark › the check of the copy finds what the check of the original does', async () => {
  for (const language of ['vi', 'en']) {
    await phuluc('mark', at('bao-cao.xlsx'), '-o', at('ra.xlsx'), '--lang', language);
    expect(await findingsOf(at('ra.xlsx'))).toEqual(await findingsOf(at('bao-cao.xlsx')));
  }
});

test('[M1] mark › speaks English on request, and the same input gives the same bytes', async () => {
  await phuluc('mark', at('bao-cao.xlsx'), '-o', at('a.xlsx'), '--lang', 'en');
  await phuluc('mark', at('bao-cao.xlsx'), '-o', at('b.xlsx'), '--lang', 'en');
  expect(bytesAt('a.xlsx')).toEqual(bytesAt('b.xlsx'));
  const { sheets } = await read(bytesAt('a.xlsx'));
  expect(sheets[0]?.name).toBe('Results of the check');
});

test('[M1] mark › a workbook without a table is written too, and its sheet says so', async () => {
  writeFileSync(at('trong.xlsx'), rawWorkbook());
  const { code, out } = await phuluc('mark', at('trong.xlsx'), '-o', at('ra.xlsx'));
  expect([code, out.includes('Chưa thấy bảng chỉ tiêu nào')]).toEqual([0, true]);
  const { sheets } = await read(bytesAt('ra.xlsx'));
  expect(sheets[0]?.cell(2, 0).value).toBe('Chưa thấy bảng chỉ tiêu nào trong tệp này.');
});

test('[M1] mark › a cell with a note of its own keeps it, and the list says so', async () => {
  writeFileSync(at('co-ghi-chu.xlsx'), edited(new Uint8Array(APPENDIX), (workbook) => { workbook.addNotes('Phụ lục 2020', [{ cell: 'F53', author: 'Lan', text: 'của Lan' }]); }));
  await phuluc('mark', at('co-ghi-chu.xlsx'), '-o', at('ra.xlsx'));
  const { sheets } = await read(bytesAt('ra.xlsx'));
  expect(sheets[0]?.cell(3, 0).value).toBe('Kiểm tra trước khi nộp: chưa đạt: 17 lỗi, 0 chỗ thiếu.');
  expect(sheets[0]?.cell(5, 0).value).toContain('Phụ lục 2020!F53');
  expect(part(bytesAt('ra.xlsx'), 'xl/comments1.xml').match(/ref="F53"/g)).toHaveLength(1);
  await phuluc('mark', '--remove', at('ra.xlsx'), '-o', at('lai.xlsx'));
  expect(changedParts(bytesAt('co-ghi-chu.xlsx'), bytesAt('lai.xlsx'))).toEqual([]);
});

test('[M2] mark --remove › gives back the bytes of every part', async () => {
  await phuluc('mark', at('bao-cao.xlsx'), '-o', at('ra.xlsx'));
  const { code, out } = await phuluc('mark', '--remove', at('ra.xlsx'), '-o', at('lai.xlsx'));
  expect([code, out.includes('như trước khi đánh dấu')]).toEqual([0, true]);
  expect(changedParts(new Uint8Array(APPENDIX), bytesAt('lai.xlsx'))).toEqual([]);
});

test('[M2] mark --remove › after another program has saved the copy, marks go and changes stay', async () => {
  await phuluc('mark', at('bao-cao.xlsx'), '-o', at('ra.xlsx'));
  const parts = unzipSync(bytesAt('ra.xlsx'));
  const typed = edited(bytesAt('ra.xlsx'), (workbook) => { put(workbook, { F53: 1.2 }, 'Phụ lục 2020'); });
  const respelt = zipSync({ ...unzipSync(typed), 'xl/styles.xml': strToU8(`${new TextDecoder().decode(parts['xl/styles.xml'])} `) });
  writeFileSync(at('sua.xlsx'), respelt);
  const { code, out } = await phuluc('mark', '--remove', at('sua.xlsx'), '-o', at('lai.xlsx'));
  expect([code, out.includes('giữ nguyên')]).toEqual([0, true]);
  const after = bytesAt('lai.xlsx');
  const { sheets } = await read(after);
  expect(sheets.map(({ name }) => name)).toEqual(['Phụ lục 2020']);
  expect(sheets[0]?.cell(52, 5).value).toBe(1.2);
  expect(part(after, 'xl/worksheets/sheet1.xml')).not.toMatch(/conditionalFormatting|legacyDrawing/);
  expect(Object.keys(partsOf(after)).filter((one) => /comments|vml|customXml/.test(one))).toEqual([]);
});

test('[M2] mark › a marked copy is marked anew, not twice; one without marks is copied', async () => {
  await phuluc('mark', at('bao-cao.xlsx'), '-o', at('ra.xlsx'));
  await phuluc('mark', at('ra.xlsx'), '--in-place');
  writeFileSync(at('cung-ten'), '');
  expect(changedParts(bytesAt('ra.xlsx'), bytesAt('ra.xlsx'))).toEqual([]);
  const { sheets } = await read(bytesAt('ra.xlsx'));
  expect(sheets).toHaveLength(2);
  await phuluc('mark', '--remove', at('ra.xlsx'), '--in-place');
  expect(changedParts(new Uint8Array(APPENDIX), bytesAt('ra.xlsx'))).toEqual([]);
  const { out } = await phuluc('mark', '--remove', at('bao-cao.xlsx'), '-o', at('sao.xlsx'));
  expect(out).toContain('không có đánh dấu nào');
  expect(bytesAt('sao.xlsx')).toEqual(new Uint8Array(APPENDIX));
});

test('[M2] mark --remove › knows its marks after programs that drop what was written down about them, or lose who wrote a note', async () => {
  for (const [language, marks] of [['vi', /phuluc|Cần làm/], ['en', /phuluc|To do: /]] as const) {
    await phuluc('mark', at('bao-cao.xlsx'), '-o', at('ra.xlsx'), '--lang', language);
    const copy = new exceljs.Workbook();
    await copy.xlsx.readFile(at('ra.xlsx'));
    // By exceljs, which keeps neither custom XML nor authors; and the sheet in front is called something else by now.
    const [front, table] = copy.worksheets;
    if (front === undefined || table === undefined) throw new RangeError('Cannot find both sheets');
    front.name = 'Đã xem';
    table.getCell('H3').note = 'của Lan: Cần làm: hỏi lại';
    table.getCell('F53').value = 1.2;
    await copy.xlsx.writeFile(at('luu.xlsx'));
    expect(Object.keys(partsOf(bytesAt('luu.xlsx'))).filter((one) => one.startsWith('customXml'))).toEqual([]);
    const { code, out } = await phuluc('mark', '--remove', at('luu.xlsx'), '-o', at('lai.xlsx'));
    expect([code, out.includes('được giữ nguyên')]).toEqual([0, true]);
    const { sheets } = await read(bytesAt('lai.xlsx'));
    expect(sheets.map(({ name }) => name)).toEqual(['Phụ lục 2020']);
    expect(sheets[0]?.cell(52, 5).value).toBe(1.2);
    const parts = Object.entries(partsOf(bytesAt('lai.xlsx'))).filter(([name]) => /worksheets|comments/.test(name)).map(([, bytes]) => new TextDecoder().decode(bytes)).join('');
    expect(parts.replace('của Lan: Cần làm: hỏi lại', '')).not.toMatch(marks);
    expect(parts).toContain('của Lan: Cần làm: hỏi lại');
  }
});

test('[M2] mark --remove › custom data that a program has moved to the package are found and go', async () => {
  await phuluc('mark', at('bao-cao.xlsx'), '-o', at('ra.xlsx'));
  const parts = unzipSync(bytesAt('ra.xlsx'));
  const relationships = /<Relationship [^>]*customXml\/[^>]*>/g;
  const named = new TextDecoder().decode(parts['xl/_rels/workbook.xml.rels']);
  const moved = [...named.matchAll(relationships)].map(([one], i) => one.replace(/ Id="[^"]*"/, ` Id="own${i}"`)).join('');
  const root = new TextDecoder().decode(parts['_rels/.rels']);
  writeFileSync(at('luu.xlsx'), zipSync({ ...parts, 'xl/_rels/workbook.xml.rels': strToU8(named.replaceAll(relationships, '')), '_rels/.rels': strToU8(root.replace('</Relationships>', `${moved}</Relationships>`)) }));
  await phuluc('mark', '--remove', at('luu.xlsx'), '-o', at('lai.xlsx'));
  expect(Object.keys(partsOf(bytesAt('lai.xlsx'))).toSorted()).toEqual(Object.keys(partsOf(new Uint8Array(APPENDIX))).toSorted());
  expect(part(bytesAt('lai.xlsx'), '_rels/.rels')).toBe(root);
});

test('[M2] mark --remove › a list that somebody’s formulas read stays, and that is said', async () => {
  await phuluc('mark', at('bao-cao.xlsx'), '-o', at('ra.xlsx'));
  writeFileSync(at('sua.xlsx'), edited(bytesAt('ra.xlsx'), (workbook) => { put(workbook, { Z1: { formula: "'Kết quả kiểm tra'!A3", value: null } }, 'Phụ lục 2020'); }));
  const { code, out } = await phuluc('mark', '--remove', at('sua.xlsx'), '-o', at('lai.xlsx'));
  expect([code, out.includes('trang kết quả còn lại')]).toEqual([0, true]);
  const { sheets } = await read(bytesAt('lai.xlsx'));
  expect(sheets.map(({ name }) => name)).toEqual(['Kết quả kiểm tra', 'Phụ lục 2020']);
  expect(part(bytesAt('lai.xlsx'), 'xl/worksheets/sheet1.xml')).not.toContain('conditionalFormatting');
});

test('[M2] mark --remove › forged data of marks remove nobody’s sheet', async () => {
  const forged = edited(rawSheet('<row r="1"><c r="A1"><v>1</v></c></row>'), (workbook) => {
    workbook.addSheetInFront({ name: 'Của tôi', widths: [], rows: [[{ value: 'x' }]], titleRows: null, landscape: false });
    workbook.setCustomData('urn:phuluc:marks:1', '{"sheet":"Của tôi","title":"khác"}');
  });
  writeFileSync(at('gia.xlsx'), forged);
  await phuluc('mark', '--remove', at('gia.xlsx'), '-o', at('ra.xlsx'));
  const { sheets } = await read(bytesAt('ra.xlsx'));
  expect(sheets.map(({ name }) => name)).toEqual(['Của tôi', 'Phụ lục']);
});

test('[M3] mark › several files go into a folder, which is made; one bad file stops no other', async () => {
  mkdirSync(at('vao'));
  for (const name of ['a.xlsx', 'b.xlsm']) writeFileSync(at('vao', name), APPENDIX);
  writeFileSync(at('vao', 'hong.xlsx'), 'PK không phải');
  const { code, out, err } = await phuluc('mark', at('vao'), '-o', `${at('ra')}/`);
  expect(code).toBe(2);
  expect(readdirSync(at('ra')).toSorted()).toEqual(['a.xlsx', 'b.xlsm']);
  expect(out.split('\n')).toHaveLength(3);
  expect(err).toContain('hong.xlsx không mở được');
});

test('[M3] mark › no input is written over, by whatever name', async () => {
  linkSync(at('bao-cao.xlsx'), at('lien-ket.xlsx'));
  for (const target of ['bao-cao.xlsx', 'lien-ket.xlsx']) {
    const { code, err } = await phuluc('mark', at('bao-cao.xlsx'), '-o', at(target));
    expect([code, err.includes('Không ghi kết quả đè lên')]).toEqual([2, true]);
  }
  expect(await phuluc('mark', at('bao-cao.xlsx'), '-o', `${at()}/`)).toMatchObject({ code: 2 });
  expect(bytesAt('bao-cao.xlsx')).toEqual(new Uint8Array(APPENDIX));
});

test('[M3] mark › wrong usage is a sentence and 2, and writes nothing', async () => {
  mkdirSync(at('khac'));
  writeFileSync(at('khac', 'bao-cao.xlsx'), APPENDIX);
  writeFileSync(at('tep.xlsx'), 'cũ');
  const said = async (...words: readonly string[]): Promise<string> => {
    const { code, out, err } = await phuluc('mark', ...words);
    expect([code, out]).toEqual([2, '']);
    return err;
  };
  expect(await said()).toContain('Chưa chỉ ra tệp nào');
  expect(await said(at('bao-cao.xlsx'))).toContain('Chưa chỉ ra nơi ghi');
  expect(await said(at('bao-cao.xlsx'), '-o', at('x.xlsx'), '--in-place')).toContain('Chỉ dùng một trong hai');
  expect(await said(at('bao-cao.xlsx'), '-o', at('x.xlsm'))).toContain('phải có đuôi .xlsx');
  expect(await said(at('bao-cao.xlsx'), at('khac', 'bao-cao.xlsx'), '-o', at('moi'))).toContain('cùng một tệp');
  expect(await said(at('bao-cao.xlsx'), at('khac', 'bao-cao.xlsx'), '-o', at('tep.xlsx'))).toContain('là một tệp');
  expect(await said(at('bao-cao.xlsx'), '-o', at('x.xlsx'), '--format', 'json')).toContain('không có lựa chọn');
  expect(await said(at('khong.xlsx'), '-o', at('x.xlsx'))).toContain('không có tệp này');
  expect(await said(at('bao-cao.xlsx'), '-o', at('khong', 'x.xlsx'))).toContain(`Không ghi được ${at('khong', 'x.xlsx')}: không có thư mục này. Tệp cũ vẫn nguyên vẹn.`);
  expect([existsSync(at('x.xlsx')), existsSync(at('moi')), readFileSync(at('tep.xlsx'), 'utf8')]).toEqual([false, false, 'cũ']);
});

test('[M3] mark › a part that only marking comes upon may be broken: that file is told, the others are written', async () => {
  mkdirSync(at('vao'));
  const broken = zipSync({ ...unzipSync(new Uint8Array(APPENDIX)), 'xl/worksheets/_rels/sheet1.xml.rels': strToU8('<Relationships xmlns="x"><Relationship Id="rId1" Type="a/comments" Target="../comments1.xml"/></Relationships>'), 'xl/comments1.xml': strToU8('không phải XML') });
  writeFileSync(at('vao', 'hong.xlsx'), broken);
  writeFileSync(at('vao', 'tot.xlsx'), APPENDIX);
  const { code, err } = await phuluc('mark', at('vao'), '-o', at('ra'));
  expect([code, readdirSync(at('ra'))]).toEqual([2, ['tot.xlsx']]);
  expect(err).toContain('hong.xlsx không mở được: tệp bị hỏng');
});
