/** One library opens each workbook of a folder, puts a figure into it and saves it: node save-with.mjs WHO FROM TO [LIBRARY] */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [who, from, to, library] = process.argv.slice(2);
const save = await { phuluc, exceljs, sheetjs, nothing: () => () => null }[who]();
for (const name of readdirSync(from).filter((one) => /\.xls[xm]$/.test(one))) {
  const [source, target] = [path.join(from, name), path.join(to, name)];
  try {
    await save(source, target);
  } catch (error) {
    writeFileSync(`${target}.failed`, String(error));
  }
}

async function phuluc() {
  const { openWorkbook, nodeUnpacker } = await import(pathToFileURL(path.resolve(library)).href);
  return (source, target) => {
    const workbook = openWorkbook(new Uint8Array(readFileSync(source)), source, nodeUnpacker);
    workbook.setCell(workbook.sheets()[0], 199, 1, { value: 12.5, formula: null });
    writeFileSync(target, workbook.save());
  };
}

async function exceljs() {
  const { default: ExcelJS } = await import('exceljs');
  return async (source, target) => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(source);
    workbook.worksheets[0].getCell('B200').value = 12.5;
    await workbook.xlsx.writeFile(target);
  };
}

function sheetjs() {
  const XLSX = createRequire(path.resolve(library, 'x'))('xlsx');
  return (source, target) => {
    const workbook = XLSX.readFile(source, { cellStyles: true, cellFormula: true, cellNF: true, bookVBA: true, sheetStubs: true });
    XLSX.utils.sheet_add_aoa(workbook.Sheets[workbook.SheetNames[0]], [[12.5]], { origin: 'B200' });
    XLSX.writeFile(workbook, target, { bookVBA: true, cellStyles: true });
  };
}
