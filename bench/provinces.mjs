/** Sixty-three workbooks: copies of the published appendix, or drawn ones that differ, each with up to three slips. */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { root, scratch } from './measure.mjs';

const { appendix } = await import('#test/generate/appendix');
const { withErrors } = await import('#test/generate/errors');
const { SLIPS } = await import('#test/generate/injections');
const { Random } = await import('#test/generate/random');

const PROVINCES = 63;

function folderOf(name) {
  const folder = path.join(scratch, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  return folder;
}

function fileOf(folder, i) {
  return path.join(folder, `tinh-${String(i).padStart(2, '0')}.xlsx`);
}

/** The published appendix again and again: 17 errors a workbook. */
export function publishedProvinces() {
  const folder = folderOf('published');
  for (let i = 1; i <= PROVINCES; i += 1) cpSync(path.join(root, 'test/fixtures/phu-luc-2020.xlsx'), fileOf(folder, i));
  return folder;
}

/** Whole appendices of the published layout with figures of their own, in turn without an error and with one, two or three. */
export async function drawnProvinces() {
  const folder = folderOf('drawn');
  for (let i = 1; i <= PROVINCES; i += 1) {
    const drawn = appendix(20_000 + i, { sections: ['I', 'II', 'III', 'IV', 'V'], absent: 0, blank: 0.1, cells: 'numbers', plan: true });
    const errors = i % 4;
    await write(fileOf(folder, i), errors === 0 ? drawn.grid : withErrors(drawn, errors, SLIPS, new Random(i)).grid);
  }
  return folder;
}

const COMPUTED = new Set(['change', 'ratio', 'planChange', 'attainment']);

/** Appendices with last year and the plan in columns of their own, and nothing compared with them yet. */
export async function uncomparedProvinces() {
  const folder = folderOf('uncompared');
  for (let i = 1; i <= PROVINCES; i += 1) {
    const { grid, placed } = appendix(30_000 + i, { sections: ['I', 'II', 'III', 'IV', 'V'], absent: 0, blank: 0.1, cells: 'numbers', plan: true, bases: true });
    const gone = new Set(placed.filter(({ role }) => COMPUTED.has(role)).map(({ row, column }) => `${row},${column}`));
    await write(fileOf(folder, i), { ...grid, cell: (row, column) => (gone.has(`${row},${column}`) ? { ...grid.cell(row, column), value: null, formula: null } : grid.cell(row, column)) });
  }
  return folder;
}

async function write(file, grid) {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(grid.name);
  for (let row = 0; row < grid.rowCount; row += 1) {
    for (let column = 0; column < grid.columnCount; column += 1) {
      const { value, format, formula } = grid.cell(row, column);
      if (value === null) continue;
      const cell = sheet.getCell(row + 1, column + 1);
      cell.value = formula === null ? value : { formula, result: value };
      if (format !== null) cell.numFmt = format;
    }
  }
  for (const { top, left, bottom, right } of grid.merges) sheet.mergeCells(top + 1, left + 1, bottom + 1, right + 1);
  await book.xlsx.writeFile(file);
}
