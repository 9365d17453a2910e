/**
 * What is left of a workbook's features after one figure is put into it and it is saved, and what that costs, library by library.
 *
 * The workbooks are test/features; a feature is kept where everything that marks it in the file is still there as often.
 * SheetJS is measured where it is installed: SHEETJS=folder with node_modules/xlsx. It is no dependency, because the last version on
 * the registry, 0.18.5, has two open advisories (CVE-2023-30533, CVE-2024-22363) and its mended versions are not published there.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync, zipSync, strToU8 } from 'fflate';
import webpack from 'webpack';
import { line, median, root, runNode, scratch } from './measure.mjs';

const FROM = path.join(root, 'test/features');
const RUNS = 3;
/** What marks each feature in a package: paths and XML, searched together. */
const MARKS = {
  'array-formulas': /t="array"/g, 'auto-filter': /<filterColumn|<customFilter /g, background: /<picture /g, 'by-openpyxl': /<(?:c:)?areaChart>/g, 'calc-chain': /<f>/g,
  'chart-column': /<c:barChart>/g, 'chart-doughnut': /<c:doughnutChart>/g, 'chart-line-trend': /<c:trendline>/g, 'chart-scatter': /<c:scatterChart>/g, 'chart-sheet': /<chartsheet/g,
  comments: /<comment /g, 'conditional-formats': /<cfRule |x14:cfRule /g, connection: /<connection /g, 'custom-properties': /<property /g, 'custom-xml': /<ho-so/g,
  'data-validations': /<dataValidation /g, 'dates-1904': /date1904="(?:1|true)"/g, 'defined-names': /<definedName /g, 'dynamic-arrays': /cm="1"/g, 'embedded-object': /embeddings\/oleObject1\.bin\n/g,
  'external-link': /<externalBook/g, 'form-controls': /ObjectType="Button"/g, formats: /<diagonal style|rotation|textRotation="45"/g, 'header-image': /<legacyDrawingHF/g, 'hidden-sheets': /state="(?:veryHidden|hidden)"/g,
  hyperlinks: /<hyperlink /g, 'ignored-errors': /<ignoredError /g, image: /<xdr:pic>/g, 'image-in-cell': /vm="1"/g, macros: /vbaProject\.bin\n/g, outline: /outlineLevel="1"/g, 'pivot-table': /<pivotTableDefinition/g,
  'print-settings': /Print_Titles|Print_Area|<oddHeader>|<brk /g, 'printer-settings': /printerSettings1\.bin\n/g, protection: /<protectedRange |<sheetProtection [^>]*password/g, 'rich-text': /<r>/g, 'shared-formulas': /t="shared"|<f>/g,
  slicer: /<slicer /g, sparklines: /<x14:sparkline>/g, strict: /purl\.oclc\.org\/ooxml\/spreadsheetml/g, tables: /<tableColumn /g, textbox: /<xdr:sp /g, 'threaded-comments': /<threadedComment /g, 'unknown-parts': /<tl:/g, views: /rightToLeft="1"|<tabColor/g,
};

const bundle = await bundled();
const peers = [['phuluc', bundle], ['exceljs', ''], ...(process.env.SHEETJS ? [['sheetjs', process.env.SHEETJS]] : [])];
if (!process.env.SHEETJS) console.log('  SheetJS is not measured: set SHEETJS to a folder where xlsx is installed.');
const names = readdirSync(FROM).filter((name) => /\.xls[xm]$/.test(name)).toSorted();

for (const [who, library] of peers) {
  const to = fresh(`saved-${who}`);
  runNode(['bench/save-with.mjs', who, FROM, to, library]);
  const lost = names.filter((name) => !isKept(name, to));
  line(`${who}: features kept of ${names.length}`, String(names.length - lost.length));
  if (lost.length > 0) console.log(`    lost or lessened: ${lost.map((name) => path.parse(name).name).join(', ')}`);
  line(`${who}: parts that are as they were`, `${sameParts(to)} %`);
}
const large = largeFolder();
for (const [what, from] of [[`${names.length} workbooks`, FROM], ['one of 20 000 rows × 8', large]]) {
  for (const [who, library] of peers) {
    const runs = Array.from({ length: RUNS }, () => runNode(['bench/save-with.mjs', who, from, fresh(`time-${who}`), library]));
    line(`${what}, one figure put in and saved, ${who}`, `${Math.round(median(runs.map(({ cpu }) => cpu)))} ms CPU, ${Math.round(median(runs.map(({ peak }) => peak)))} MB`);
  }
}

function fresh(name) {
  const folder = path.join(scratch, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

function isKept(name, to) {
  const saved = path.join(to, name);
  if (!existsSync(saved)) return false;
  const mark = MARKS[path.parse(name).name];
  if (mark === undefined) throw new RangeError(`Cannot tell the feature of ${name}: give it a mark`);
  const [before, after] = [textOf(path.join(FROM, name)), textOf(saved)].map((text) => text.match(mark)?.length ?? 0);
  if (before === 0) throw new RangeError(`Cannot find the feature of ${name} in the file itself`);
  return after >= before;
}

/** The paths and the XML of a package, one after another. */
function textOf(file) {
  return Object.entries(unzipSync(readFileSync(file))).map(([name, bytes]) => `${name}\n${/\.(?:xml|rels|vml)$/.test(name) ? new TextDecoder().decode(bytes) : ''}`).join('');
}

function sameParts(to) {
  let [all, same] = [0, 0];
  for (const name of names) {
    const before = unzipSync(readFileSync(path.join(FROM, name)));
    const after = existsSync(path.join(to, name)) ? unzipSync(readFileSync(path.join(to, name))) : {};
    for (const [part, bytes] of Object.entries(before)) {
      all += 1;
      if (after[part] !== undefined && Buffer.compare(bytes, after[part]) === 0) same += 1;
    }
  }
  return Math.round((100 * same) / all);
}

/** The first workbook of the set with many rows. */
function largeFolder() {
  const folder = fresh('save-large');
  const parts = unzipSync(readFileSync(path.join(FROM, 'shared-formulas.xlsx')));
  const rows = Array.from({ length: 20_000 }, (_, i) => `<row r="${i + 1}">${[...'ABCDEFGH'].map((letter, j) => (j === 7 ? `<c r="H${i + 1}"><f>A${i + 1}+B${i + 1}</f><v>1</v></c>` : `<c r="${letter}${i + 1}"><v>${i * 8 + j}</v></c>`)).join('')}</row>`);
  const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']).replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${rows.join('')}</sheetData>`);
  writeFileSync(path.join(folder, 'large.xlsx'), zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(sheet) }));
  return folder;
}

/** The patcher as one file, built as the command line is. */
async function bundled() {
  const entry = path.join(scratch, 'patcher.mjs');
  writeFileSync(entry, "export { openWorkbook } from '#adapters/xlsx/patch/open-workbook';\nexport { nodeUnpacker } from '#adapters/disk/node-unpacker';\n");
  const options = { mode: 'production', target: 'node20', context: root, entry, experiments: { outputModule: true }, output: { path: scratch, filename: 'patcher.bundle.mjs', library: { type: 'module' } }, resolve: { extensions: ['.ts', '.mjs', '.js'] }, module: { rules: [{ test: /\.ts$/, use: 'swc-loader' }] } };
  await new Promise((resolve, reject) => {
    webpack(options, (error, stats) => (error || stats.hasErrors() ? reject(error ?? new Error(stats.toString('errors-only'))) : resolve()));
  });
  return path.join(scratch, 'patcher.bundle.mjs');
}
