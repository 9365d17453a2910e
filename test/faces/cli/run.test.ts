import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import type { Report } from '#core/report';
import { run } from '#faces/cli/run';
import { expectValidReport } from '#test/report-schema';

const APPENDIX = 'test/fixtures/phu-luc-2020.xlsx';
const CLEAN = 'TT\tChỉ tiêu\tĐVT\tThực hiện năm 2020\tTăng, giảm so với năm 2019\tTỷ lệ so với năm 2019\n1\tTổng số HTX\tHTX\t102\t17\t120,0%\n';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line without a process; `width` is that of a terminal. */
async function phuluc(line: string | readonly string[], width: number | null = null): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const streams = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text), outWidth: width, errWidth: width };
  const code = await run(typeof line === 'string' ? line.split(' ').filter((word) => word !== '') : line, streams);
  return { code, out: out.join(''), err: err.join('') };
}

async function json(line: string): Promise<{ code: number; report: Report }> {
  const { code, out } = await phuluc(`${line} --format json`);
  const report = JSON.parse(out) as Report;
  expectValidReport(report);
  return { code, report };
}

function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const made = mkdtempSync(path.join(tmpdir(), 'phuluc-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(made, name), content);
  return made;
}

test('[P1] check › prints the findings under their sheet, and exits 1', async () => {
  const { code, out, err } = await phuluc(`check ${APPENDIX}`);
  expect(code).toBe(1);
  expect(err).toBe('');
  expect(out).toContain('Phụ lục 2020 · A4:H105 · mẫu lmhtxvn-2020 (khớp 100%) · năm 2020');
  expect(out).toContain('F53   II.1 Tổng số LH HTX · khả năng 98%\n        Tỷ lệ so với năm 2019 ghi 20,0%; theo số liệu của biểu phải là 120,0% (102 / 85); 20,0% là mức tăng.');
  expect(out).not.toContain('\u001B[');
});

test('[P1] check › speaks English on request', async () => {
  const { out } = await phuluc(`check ${APPENDIX} --lang en`);
  expect(out).toContain('The ratio to 2019 says 20.0%; it works out at 120.0%.');
});

test('[P1] check › colours and breaks lines on a terminal only', async () => {
  const { out, err } = await phuluc(`check ${APPENDIX} test/fixtures/phu-luc-2020.tsv`, 80);
  expect(out).toContain('\u001B[31m');
  expect(Math.max(...out.replaceAll(/\u001B\[\d+m/g, '').split('\n').filter((line) => line.startsWith('        ')).map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(err).toContain('Đang kiểm tra 2/2');
});

test('[P1] check › --format json prints one document that fits the schema', async () => {
  const { code, report } = await json(`check ${APPENDIX}`);
  expect(code).toBe(1);
  expect(report.summary).toMatchObject({ files: 1, unreadable: 0, errors: 17 });
});

test('[P1] check › a consistent table exits 0, in text with a word of caution', async () => {
  const file = path.join(folder({ 'sach.tsv': CLEAN }), 'sach.tsv');
  const { code, out } = await phuluc(['check', file]);
  expect(code).toBe(0);
  expect(out).toContain('Không còn mâu thuẫn.');
});

test('[P1] check › --fail-on decides what counts', async () => {
  const warned = folder({ 'a.tsv': 'TT\tChỉ tiêu\tĐVT\tThực hiện năm 2020\n1\tTổng số\tHTX\t31\n-\tMột\tHTX\t19\n-\tHai\tHTX\t11\n' });
  const file = path.join(warned, 'a.tsv');
  expect(await phuluc(['check', file])).toMatchObject({ code: 0 });
  expect(await phuluc(['check', file, '--fail-on', 'warning'])).toMatchObject({ code: 1 });
  expect(await phuluc(['check', APPENDIX, '--fail-on=never'])).toMatchObject({ code: 0 });
});

test('[P1] check › -o writes the result to a file, and says where it cannot', async () => {
  const made = folder({});
  const out = path.join(made, 'ket-qua.json');
  expect(await phuluc(['check', APPENDIX, '--format', 'json', '-o', out])).toMatchObject({ code: 1, out: '' });
  expectValidReport(JSON.parse(readFileSync(out, 'utf8')) as Report);
  const { code, err } = await phuluc(['check', APPENDIX, '-o', path.join(made, 'khong-co', 'a.txt')]);
  expect(code).toBe(2);
  expect(err).toMatch(/^Không ghi được .*\n$/);
});

test('[P1] check › --year and --template are taken as given', async () => {
  const { report } = await json(`check ${APPENDIX} --year 2021 --template lmhtxvn-2020`);
  expect(report.files[0]?.sheets[0]).toMatchObject({ year: 2021, template: { id: 'lmhtxvn-2020' } });
  const { report: own } = await json(`check ${APPENDIX} --template templates/lmhtxvn-2020.json`);
  expect(own.summary.errors).toBe(17);
});

test('[P2] check › a file that cannot be read is said in one sentence, and the others are still checked', async () => {
  const made = folder({ 'khong-phai.xlsx': 'xin chào', 'rong.xlsx': '', 'cu.xls': 'x', 'khong-bang.tsv': 'một dòng chữ\n' });
  const files = ['khong-phai.xlsx', 'rong.xlsx', 'cu.xls', 'khong-bang.tsv', 'thieu.xlsx'].map((name) => path.join(made, name));
  const { code, out } = await phuluc(['check', ...files, APPENDIX, '--format', 'json']);
  const report = JSON.parse(out) as Report;
  expectValidReport(report);
  expect(code).toBe(2);
  expect(report.summary).toMatchObject({ files: 6, unreadable: 5, errors: 17 });
  for (const { error } of report.files.slice(0, 5)) expect(`${error?.what ?? ''} ${error?.todo ?? ''}`).toMatch(/^.+\. .+\.$/);
  const text = await phuluc(['check', ...files]);
  expect(text.out).toContain('Lưu thành .xlsx rồi kiểm tra lại.');
  expect(text.out + text.err).not.toMatch(/ at .*:\d+:\d+|Error:/);
});

test('[P2] check › a folder is walked, and one without workbooks is said', async () => {
  const { report } = await json('check test/fixtures');
  expect(report.files.map(({ file }) => path.basename(file))).toEqual(['phu-luc-2020-text.xlsx', 'phu-luc-2020.xlsx']);
  const { code, out } = await phuluc(['check', folder({})]);
  expect(code).toBe(2);
  expect(out).toContain('không có tệp .xlsx');
});

test('[P2] check › text from a file cannot reach the terminal as an escape', async () => {
  const file = path.join(folder({ 'a.tsv': CLEAN.replace('Tổng số HTX', 'Tổng \u001B[2J\u202Esố').replace('120,0%', '20,0%') }), 'a.tsv');
  const { out } = await phuluc(['check', file], 80);
  expect(out).not.toContain('\u001B[2J');
  expect(out).not.toContain('\u202E');
});

test.each([
  ['chekc', 'Không có lệnh “chekc”'],
  ['check', 'Chưa chỉ ra tệp nào'],
  ['check a.xlsx --sai', 'Không có lựa chọn “--sai”'],
  ['check a.xlsx --year', 'Lựa chọn --year cần một giá trị'],
  ['check a.xlsx --year 20', '--year không nhận “20”'],
  ['check a.xlsx --format xml', '--format không nhận “xml”'],
  ['check a.xlsx --lang fr', '--lang không nhận “fr”'],
  ['check a.xlsx --format html', '--format html chưa có'],
  ['check a.xlsx --last b.xlsx', 'b.xlsx không mở được: không có tệp này. Kiểm tra lại tên tệp và thư mục.'],
  ['check a.xlsx --plan c.xlsx', 'c.xlsx không mở được: không có tệp này. Kiểm tra lại tên tệp và thư mục.'],
  ['check a.xlsx --template khac', 'Không có mẫu “khac”'],
  ['check a.xlsx --template khong-co.json', 'khong-co.json không mở được: không có tệp này. Kiểm tra lại tên tệp và thư mục.'],
  ['mark a.xlsx', 'Chưa chỉ ra nơi ghi'],
  ['check a.xlsx --in-place', 'phuluc check không có lựa chọn “--in-place”'],
  ['verify', 'phuluc verify chưa có'],
])('[P3] wrong usage or not there yet › phuluc %s', async (line, sentence) => {
  const { code, out, err } = await phuluc(line);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toContain(sentence);
});

test('[P3] help is there in both languages', async () => {
  expect(await phuluc('--help')).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Mã kết thúc') });
  expect(await phuluc('check --help --lang en')).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Exit codes') });
});

test('[P1] check › --pages names the page of each rule', async () => {
  const { out } = await phuluc(`check ${APPENDIX} --pages`);
  expect(out).toContain('Xem thêm: docs/rules/ratio-of-base.md');
});

test('[P4] templates › with files, says how each table was understood, and why', async () => {
  const { code, out } = await phuluc(`templates ${APPENDIX}`);
  expect(code).toBe(0);
  expect(out).toContain('Phụ lục 2020 · A4:H105 · mẫu lmhtxvn-2020 (khớp 100%)');
  expect(out).toContain('76 theo tên, 0 theo tên khác, 2 dù sai chính tả');
  expect(out).toMatch(/F {3}ratio +So sánh với năm 2019 Tỷ lệ/);
  expect(await phuluc('templates khong-co.xlsx')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('không có tệp này') });
});

test('[P4] templates › takes no option of check, and says so', async () => {
  expect(await phuluc('templates --format json')).toEqual({ code: 2, out: '', err: 'phuluc templates không có lựa chọn “--format”. Xem phuluc --help.\n' });
  expect(await phuluc('templates --lang=en --year 2020')).toMatchObject({ code: 2, err: expect.stringContaining('has no option “--year”') });
});

test('[P4] templates › lists the layouts known', async () => {
  expect(await phuluc('templates')).toEqual({ code: 0, err: '', out: expect.stringContaining('lmhtxvn-2020') as unknown as string });
});
