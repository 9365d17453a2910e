import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import type { Report } from '#core/report';
import { jsonReport } from '#faces/cli/json-report';
import { oneLine } from '#faces/cli/terminal';
import { phuluc } from '#test/faces/cli/ran';
import { expectValidReport } from '#test/report-schema';

const APPENDIX = 'test/fixtures/phu-luc-2020.xlsx';
const HEADER = 'TT\tChỉ tiêu\tĐVT\tThực hiện năm 2020\tTăng, giảm so với năm 2019\tTỷ lệ so với năm 2019';
const TABLE = `${HEADER}\n1\tTổng số HTX\tHTX\t102\t17\t20,0%\n`;

async function reportOf(...words: readonly string[]): Promise<Report> {
  const { out } = await phuluc(...words, '--format', 'json');
  const report = JSON.parse(out) as Report;
  expectValidReport(report);
  return report;
}

function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const made = mkdtempSync(path.join(tmpdir(), 'phuluc-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(made, name), content);
  return made;
}

/** The command line in a process of its own, under a shell that joins it to other programs. */
function shell(line: string): { code: number | null; err: string } {
  const phulucs = `"${process.execPath}" --import ./tools/ts-loader.mjs --input-type=module -e "import { main } from '#faces/cli/program'; await main(process.argv.slice(1))" --`;
  const { status, stderr } = spawnSync('sh', ['-c', line.replaceAll(/^phuluc/g, phulucs)], { encoding: 'utf8' });
  return { code: status, err: stderr };
}

const ONE_SENTENCE = /^[^\n]+\.[^\n]*\n$/;

test.each(['có dấu cách.tsv', 'nháy "\'.tsv', 'xuống\ndòng.tsv', 'Phu\u0323 lu\u0323c.tsv', '-dau-gach.tsv', '$(x);`y`&.tsv', '\u001B[2J.tsv'])('[P1] check › a file may be called %j', async (name) => {
  const file = path.join(folder({ [name]: TABLE }), name);
  const report = await reportOf('check', file);
  expect(report.files.map((one) => [one.file, one.status])).toEqual([[file, 'checked']]);
  const { out } = await phuluc('check', file);
  expect(out.split('\n')[0]).not.toContain('\u001B');
});

test('[P1] check › a file that begins with a dash stands behind --', async () => {
  const { code, err } = await phuluc('check', '-a.tsv');
  expect({ code, err }).toEqual({ code: 2, err: 'Không có lựa chọn “-a.tsv”. Xem phuluc --help.\n' });
  expect(await phuluc('check', '--format=json', '--', '-a.tsv')).toMatchObject({ code: 2, out: expect.stringContaining('-a.tsv không mở được') });
});

test('[P1] check › the same file twice is checked once', async () => {
  const { summary } = await reportOf('check', APPENDIX, APPENDIX);
  expect(summary.files).toBe(1);
});

test('[P2] check › a folder of thousands of files, some of them unreadable', async () => {
  const names = Array.from({ length: 2000 }, (_, i) => `${String(i).padStart(4, '0')}.xlsx`);
  const { summary } = await reportOf('check', folder(Object.fromEntries(names.map((name) => [name, 'không phải sổ làm việc']))), APPENDIX, 'khong-co.xlsx');
  expect(summary).toMatchObject({ files: 2002, unreadable: 2001, errors: 17 });
});

test('[P5] -o › never writes over what is checked, by whatever name', async () => {
  const made = folder({ 'a.tsv': TABLE });
  const file = path.join(made, 'a.tsv');
  symlinkSync(file, path.join(made, 'lien-ket.txt'));
  for (const out of [file, path.join(made, '.', 'a.tsv'), path.join(made, 'lien-ket.txt')]) {
    const { code, err } = await phuluc('check', path.join(made, '*.tsv'), '-o', out);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('Chọn tên khác sau -o.') });
  }
  expect(readFileSync(file, 'utf8')).toBe(TABLE);
});

test('[P5] -o › never writes text where a workbook is expected', async () => {
  const other = path.join(folder({ 'khac.xlsx': 'quý giá' }), 'khac.xlsx');
  expect(await phuluc('check', APPENDIX, '-o', other)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('ket-qua.txt') });
  expect(readFileSync(other, 'utf8')).toBe('quý giá');
});

test('[P5] -o › nor over the template', async () => {
  const made = folder({ 'mau.json': readFileSync('templates/lmhtxvn-2020.json') });
  const template = path.join(made, 'mau.json');
  expect(await phuluc('check', APPENDIX, '--template', template, '-o', template)).toMatchObject({ code: 2 });
  expect(readFileSync(template, 'utf8')).toContain('lmhtxvn-2020');
});

test('[P5] -o › a folder is no file', async () => {
  const made = folder();
  for (const out of [made, `${made}/moi/`]) expect(await phuluc('check', APPENDIX, '-o', out)).toMatchObject({ code: 2, err: expect.stringContaining('là thư mục. Ghi cả tên tệp sau -o') });
  expect(readdirSync(made)).toEqual([]);
});

test('[P5] -o › replaces a file as a whole, and leaves nothing beside it', async () => {
  const made = folder({ 'cu.txt': 'cũ' });
  const out = path.join(made, 'cu.txt');
  expect(await phuluc('check', APPENDIX, '-o', out)).toMatchObject({ code: 1, err: '' });
  expect(readFileSync(out, 'utf8')).toContain('Phụ lục 2020 · A4:H105');
  expect(readdirSync(made)).toEqual(['cu.txt']);
});

test('[P5] -o › what stood there stays where the result cannot be written', async () => {
  const made = folder();
  mkdirSync(path.join(made, 'kin'));
  writeFileSync(path.join(made, 'kin', 'cu.txt'), 'cũ');
  chmodSync(path.join(made, 'kin'), 0o555);
  const { code } = await phuluc('check', APPENDIX, '-o', path.join(made, 'kin', 'cu.txt'));
  // Whoever may write anywhere has written it.
  if (code === 2) expect(readFileSync(path.join(made, 'kin', 'cu.txt'), 'utf8')).toBe('cũ');
  chmodSync(path.join(made, 'kin'), 0o755);
  expect(readdirSync(path.join(made, 'kin'))).toEqual(['cu.txt']);
  expect(await phuluc('check', APPENDIX, '-o', path.join(made, 'khong-co', 'a.txt'))).toMatchObject({ code: 2, err: expect.stringMatching(ONE_SENTENCE) });
});

test('[P5] -o › a device is written to, not replaced', async () => {
  expect(await phuluc('check', APPENDIX, '-o', '/dev/null')).toMatchObject({ code: 1, err: '' });
  expect(() => { writeFileSync('/dev/null', 'x'); }).not.toThrow();
  expect(readFileSync('/dev/null', 'utf8')).toBe('');
});

test('[P5] a reader that has seen enough is no fault, a full disk is one', () => {
  const made = folder(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.xlsx`, readFileSync(APPENDIX)])));
  expect(shell(`phuluc check "${made}" --format json | head -1 > /dev/null`)).toEqual({ code: 0, err: '' });
  expect(shell(`phuluc check ${APPENDIX} > /dev/full`)).toEqual({ code: 2, err: 'Không ghi được stdout. Kiểm tra thư mục và quyền ghi.\n' });
  expect(shell(`phuluc check "${made}" --format json | cat > "${made}/ra.json"`)).toEqual({ code: 0, err: '' });
  expect((JSON.parse(readFileSync(path.join(made, 'ra.json'), 'utf8')) as Report).summary.files).toBe(40);
});

test.each([[['--lang', 'en', 'check', APPENDIX]], [['--lang=en', 'check', APPENDIX]], [['check', APPENDIX, '--lang=en']]])('[P3] --lang › %j speaks English', async (words) => {
  const { code, out } = await phuluc(...words);
  expect(code).toBe(1);
  expect(out).toContain('The ratio to 2019 says');
});

test.each([['--lang', 'fr'], ['--lang', 'EN'], ['--lang'], ['--lang=']])('[P3] --lang › %s %s is refused', async (...words) => {
  expect(await phuluc('check', APPENDIX, ...words)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(ONE_SENTENCE) });
});

test('[P3] -h behind a command is help, behind -- a file', async () => {
  expect(await phuluc('check', '-h')).toMatchObject({ code: 0, out: expect.stringContaining('Mã kết thúc') });
  expect(await phuluc('check', '--', '--help')).toMatchObject({ code: 2, out: expect.stringContaining('--help không mở được') });
});

test('[P3] what is wrong is said in one line, whatever the words hold', async () => {
  const { err } = await phuluc('check', 'a', '--\u001B[2Jsai\nnua');
  expect(err).toMatch(/^Không có lựa chọn “--�\[2Jsai�nua”/);
});

const TEMPLATE = JSON.parse(readFileSync('templates/lmhtxvn-2020.json', 'utf8')) as { sections: { rows: object[] }[] };

function changedTemplate(change: object): string {
  const [first, ...others] = TEMPLATE.sections;
  return JSON.stringify({ ...TEMPLATE, sections: [{ ...first, rows: first?.rows.map((row, i) => (i === 0 ? { ...row, ...change } : row)) }, ...others] });
}

test.each([
  ['nothing', ''],
  ['no JSON', 'chào'],
  ['a list', '[]'],
  ['null', 'null'],
  ['a number', '1e999'],
  ['a prototype', '{"__proto__":{"id":"a","version":1}}'],
  ['a deep one', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['a row of the wrong type', changedTemplate({ name: 5 })],
  ['parts that are no list', changedTemplate({ parts: { length: 3 } })],
  ['a part that is missing', changedTemplate({ parts: ['constructor'] })],
  ['a range that is no figure', changedTemplate({ plausible: { unit: 'tỷ đồng', from: '1e999999999', to: 'abc' } })],
  ['itself as its part', changedTemplate({ parts: ['I.1'] })],
])('[P3] --template › one with %s is refused in one line', async (what, content) => {
  const file = path.join(folder({ 'mau.json': content }), 'mau.json');
  const { code, out, err } = await phuluc('check', APPENDIX, '--template', file);
  expect({ what, code, out }).toEqual({ what, code: 2, out: '' });
  expect(err).toMatch(/^Không đọc được mẫu [^\n]+\n$/);
});

test('[P3] --template › rows that hang under each other are refused in one sentence', async () => {
  const file = path.join(folder({ 'mau.json': changedTemplate({ parent: 'I.1.1' }) }), 'mau.json');
  const { code, out, err } = await phuluc('check', APPENDIX, '--template', file);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^Không đọc được mẫu [^\n]+\n$/);
});

test.each([
  ['parts that go round', { parts: ['I.2', 'I.3'], ofWhich: ['I.2', 'I.2'] }],
  ['the name of a prototype', { name: '__proto__', aliases: ['constructor', 'toString'], unit: 'hasOwnProperty' }],
  ['an unknown figure required', { requiredFigures: ['__proto__', 'actual'] }],
  ['a range in an unknown unit', { plausible: { unit: '__proto__', from: '1', to: '2' } }],
])('[P3] --template › one with %s is taken', async (_, change) => {
  const file = path.join(folder({ 'mau.json': `\uFEFF${changedTemplate(change)}` }), 'mau.json');
  const { summary } = await reportOf('check', APPENDIX, '--template', file);
  expect(summary).toMatchObject({ files: 1, unreadable: 0 });
});

test('[P3] --template › a folder and a device are refused at once', async () => {
  const made = folder();
  mkdirSync(path.join(made, 'a.json'));
  symlinkSync('/dev/zero', path.join(made, 'b.json'));
  for (const name of ['a.json', 'b.json']) expect(await phuluc('check', APPENDIX, '--template', path.join(made, name))).toMatchObject({ code: 2, out: '', err: expect.stringMatching(ONE_SENTENCE) });
});

test('[P4] templates › one unreadable file of a folder is named, and does not stop the others', async () => {
  const made = folder({ 'a.xlsx': 'không phải sổ làm việc', 'b.xlsx': readFileSync(APPENDIX) });
  const { code, out, err } = await phuluc('templates', made);
  expect(code).toBe(2);
  expect(err).toContain('a.xlsx không mở được');
  expect(out).toContain('b.xlsx');
});

test('[P1] check › a name of 32 000 characters is quoted by its beginning', async () => {
  const file = path.join(folder({ 'a.tsv': `${HEADER}\n1\t${'Tổng số '.repeat(4000)}\tHTX\t102\t17\t20,0%\n` }), 'a.tsv');
  const { out } = await phuluc('check', file, '--format', 'json');
  expect(out.length).toBeLessThan(10_000);
});

test('[P1] the pieces of a JSON report are the bytes of the whole', async () => {
  const report = await reportOf('check', 'test/fixtures', 'khong-co.xlsx');
  expect([...jsonReport(report)].join('')).toBe(`${JSON.stringify(report, null, 2)}\n`);
});

test('[P1] progress takes one line of the terminal, and no escape from a file name', () => {
  expect(oneLine('Đang kiểm tra 1/2: một tên rất dài', 12)).toBe('Đang kiểm …');
  expect(oneLine('a\u001B[2Jb', 80)).toBe('a�[2Jb');
  expect(oneLine('abc', 1)).toBe('…');
});
