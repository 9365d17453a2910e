/** Workbooks with what other programs lose: test/features/make.py wrote them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { CellValue, Grid } from '#core/table/grid';
import { changedParts, edited, opened, part, read } from '#test/adapters/xlsx/patch/harness';
import type { WorkbookEditor } from '#ports/workbook-editor';
import { OFFICE, recalculated } from '#test/office/recalculated';

const FOLDER = 'test/features';
const FILES = readdirSync(FOLDER).filter((name) => /\.xls[xm]$/.test(name)).toSorted();
const SHEET = 'Phụ lục';
/** Where no workbook of the set has anything. */
const FREE = { row: 199, column: 1 };

function bytesOf(file: string): Uint8Array {
  return new Uint8Array(readFileSync(path.join(FOLDER, file)));
}

function putFigure(workbook: WorkbookEditor): void {
  workbook.setCell(SHEET, FREE.row, FREE.column, { value: 12.5, formula: null });
}

function mark(workbook: WorkbookEditor): void {
  workbook.addConditionalMarks(SHEET, [{ cells: ['B2', 'C3'], formula: 'TRUE', fill: 'FFC7CE', colour: '9C0006' }]);
  workbook.addNotes(SHEET, [{ cell: 'B2', author: 'Phụ lục', text: 'một' }, { cell: 'D4', author: 'Phụ lục', text: 'hai' }]);
  workbook.addSheetInFront({ name: 'Kết quả', widths: [20], rows: [[{ value: 'é', style: workbook.addStyle({ bold: true, fill: 'F2F2F2', border: true }) }], [{ value: 'B2', link: `'${SHEET}'!B2` }]], titleRows: { first: 0, last: 0 }, landscape: true });
  workbook.keepTurnBack();
}

/** A sheet's text without the one row that was put in and the extent that may have grown. */
function withoutEdit(sheet: string): string {
  return sheet.replace(/<row r="200">.*?<\/row>/, '').replace(/<dimension ref="[^"]*"/, '<dimension');
}

test('[K1] features › the set has thirty workbooks at least', () => {
  expect(FILES.length).toBeGreaterThanOrEqual(30);
});

describe.each(FILES)('%s', (file) => {
  const source = bytesOf(file);

  test('[K1] features › unedited, it is the same file', () => {
    expect(opened(source).save()).toBe(source);
  });

  test('[K1] features › a figure changes one sheet, by one row, and asks for a calculation', () => {
    const after = edited(source, putFigure);
    const [sheet = '', ...more] = changedParts(source, after).filter((one) => one !== '~xl/workbook.xml');
    expect(more).toEqual([]);
    expect(sheet).toMatch(/^~xl\/worksheets\/sheet\d+\.xml$/);
    const at = sheet.slice(1);
    expect(withoutEdit(part(after, at)) === withoutEdit(part(source, at))).toBe(true);
    const calculation = / fullCalcOnLoad="1"|<calcPr fullCalcOnLoad="1"\/>/;
    expect(part(after, 'xl/workbook.xml').replace(calculation, '') === part(source, 'xl/workbook.xml').replace(calculation, '')).toBe(true);
  });

  test('[K1][K6][K7] features › marked, no part goes and none changes but those that hold marks', () => {
    const changed = changedParts(source, edited(source, mark)).filter((one) => !one.startsWith('+'));
    const holders = /^~(?:\[Content_Types\]\.xml|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/styles\.xml|xl\/sharedStrings\.xml|xl\/(?:work|chart)sheets\/sheet\d+\.xml|xl\/worksheets\/_rels\/sheet\d+\.xml\.rels|xl\/comments\d+\.xml|xl\/drawings\/vmlDrawing\d+\.vml)$/;
    expect(changed.filter((one) => !holders.test(one))).toEqual([]);
  });

  test('[K10] features › marked and turned back, every part has its bytes', () => {
    const marked = opened(edited(source, mark));
    expect(marked.turnBack()).toBe('back');
    expect(changedParts(source, marked.save())).toEqual([]);
  });
});

/** To the digits that the office program keeps. */
function rounded(value: CellValue): CellValue {
  return typeof value === 'number' ? Number(value.toPrecision(9)) : value;
}

function valuesOf({ rowCount, columnCount, cell }: Grid): readonly unknown[] {
  const places = Array.from({ length: rowCount }, (_, row) => Array.from({ length: columnCount }, (_, column) => [row, column] as const)).flat();
  return places.filter(([row]) => row !== FREE.row).map(([row, column]) => [row, column, rounded(cell(row, column).value)] as const).filter((one) => one[2] !== null);
}

async function sheetNamed(bytes: Uint8Array | undefined, name: string): Promise<Grid> {
  const { sheets } = await read(bytes ?? new Uint8Array());
  const found = sheets.find((grid) => grid.name === name);
  if (found === undefined) throw new RangeError(`Cannot find sheet "${name}"`);
  return found;
}

(OFFICE === undefined ? test.skip : test)('[K1][K5] features › LibreOffice opens each saved workbook, calculates it and finds the same values', async () => {
  const before = recalculated(OFFICE ?? '', Object.fromEntries(FILES.map((file) => [file, bytesOf(file)])));
  const after = recalculated(OFFICE ?? '', Object.fromEntries(FILES.flatMap((file) => [[file, edited(bytesOf(file), putFigure)], [`marked ${file}`, edited(bytesOf(file), mark)]])));
  // The macros of the set are no real ones, so that workbook is not opened to begin with.
  expect(FILES.filter((file) => !before.has(file))).toEqual(['macros.xlsm']);
  for (const file of before.keys()) {
    const expected = valuesOf(await sheetNamed(before.get(file), SHEET));
    const saved = await sheetNamed(after.get(file), SHEET);
    expect([file, valuesOf(saved)]).toEqual([file, expected]);
    expect([file, saved.cell(FREE.row, FREE.column).value]).toEqual([file, 12.5]);
    expect([file, valuesOf(await sheetNamed(after.get(`marked ${file}`), SHEET))]).toEqual([file, expected]);
  }
}, 600_000);

(OFFICE === undefined ? test.skip : test)('[K5] features › LibreOffice works out what an edit leaves to be worked out', async () => {
  const change = (workbook: WorkbookEditor): void => {
    workbook.setCell(SHEET, 1, 2, { value: 150, formula: null });
    workbook.setCell(SHEET, 5, 2, { value: null, formula: "SUM('Phụ lục'!C2:C4)" });
  };
  const after = recalculated(OFFICE ?? '', Object.fromEntries(['calc-chain.xlsx', 'shared-formulas.xlsx', 'strict.xlsx', 'views.xlsx'].map((file) => [file, edited(bytesOf(file), change)])));
  for (const [file, bytes] of after) {
    const grid = await sheetNamed(bytes, SHEET);
    expect([file, grid.cell(1, 3).value, grid.cell(5, 2).value]).toEqual([file, 1.5, 260]);
  }
}, 300_000);
