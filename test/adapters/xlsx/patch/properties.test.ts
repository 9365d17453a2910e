/** Random edits, read back by our own reader and by another's. */
import { expect, test } from '@jest/globals';
import { array, assert, asyncProperty, boolean, constant, double, integer, oneof, option, record, string, type Arbitrary } from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import type { CellValue, Grid } from '#core/table/grid';
import { changedParts, edited, opened, read } from '#test/adapters/xlsx/patch/harness';
import { rawSheet, rawWorkbook, relationshipsXml } from '#test/adapters/xlsx/raw-workbook';

interface Edit {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly formula: string | null;
}

const ROWS = 12;
const COLUMNS = 6;
const FORMULAS = ['A1+B2', 'SUM(A1:C3)', '$B$2&"x"', 'IF(C1>0,"có","không")'];

/** Line ends of a text are one to XML readers, and U+0000 none at all to one of them. */
const text = string({ unit: 'binary', maxLength: 8 }).filter((value) => value !== '' && !/[\0-\u001F\u007F-\u009F\uFFFE\uFFFF]|_x/.test(value) && value.trim() === value);
const value: Arbitrary<CellValue> = oneof(text, double({ noNaN: true, noDefaultInfinity: true }), integer(), boolean(), constant(null), constant({ error: '#N/A' }));

const edit: Arbitrary<Edit> = record({ row: integer({ min: 0, max: ROWS - 1 }), column: integer({ min: 0, max: COLUMNS - 1 }), value, formula: option(oneof(...FORMULAS.map((one) => constant(one))), { freq: 5 }) });

const SHEETS = [
  rawSheet(Array.from({ length: 6 }, (_, r) => `<row r="${r * 2 + 1}">${['A', 'C', 'D'].map((c, i) => `<c r="${c}${r * 2 + 1}" s="${i % 2}"><v>${r + i}</v></c>`).join('')}</row>`).join(''), { 'xl/styles.xml': null }),
  rawSheet('<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4" t="str"><f>A1&amp;"x"</f><v>1x</v></c></row>', { 'xl/sharedStrings.xml': null, 'xl/_rels/workbook.xml.rels': relationshipsXml([{ id: 'rId1', kind: 'worksheet', target: 'worksheets/sheet1.xml' }]) }),
  rawSheet(Array.from({ length: 8 }, (_, r) => `<row r="${r + 1}"><c r="B${r + 1}"><f t="shared"${r === 0 ? ' ref="B1:B8"' : ''} si="0"${r === 0 ? '>A1*2</f>' : '/>'}<v>0</v></c></row>`).join('')),
  rawWorkbook(),
];

function apply(source: Uint8Array, edits: readonly Edit[]): Uint8Array {
  return edited(source, (workbook) => {
    const [sheet = ''] = workbook.sheets();
    for (const { row, column, value: one, formula } of edits) workbook.setCell(sheet, row, column, { value: one, formula });
  });
}

async function gridOf(bytes: Uint8Array): Promise<Grid> {
  const { sheets: [grid] } = await read(bytes);
  if (grid === undefined) throw new RangeError('Cannot find a sheet');
  return grid;
}

/** The last edit of each cell. */
function lastOf(edits: readonly Edit[]): readonly Edit[] {
  return [...new Map(edits.map((one) => [`${one.row} ${one.column}`, one])).values()];
}

function asOtherReads({ rows, cells }: Awaited<ReturnType<typeof readXlsx>>['sheets'][number], row: number, column: number): readonly unknown[] {
  return [rows[row]?.[column] ?? null, cells?.get(`${row},${column}`)?.formula ?? null];
}

const same = (one: CellValue): CellValue => (Object.is(one, -0) ? 0 : one);

test('[K2] random edits › our reader and another read what was written', async () => {
  await assert(asyncProperty(integer({ min: 0, max: SHEETS.length - 1 }), array(edit, { minLength: 1, maxLength: 12 }), async (which, edits) => {
    const bytes = apply(SHEETS[which] ?? rawWorkbook(), edits);
    const grid = await gridOf(bytes);
    const { sheets: [other] } = await readXlsx(bytes);
    if (other === undefined) throw new RangeError('The other reader finds no sheet');
    for (const { row, column, value: one, formula } of lastOf(edits)) {
      expect(grid.cell(row, column)).toMatchObject({ value: same(one), formula });
      expect([row, column, ...asOtherReads(other, row, column)]).toEqual([row, column, typeof one === 'object' && one !== null ? one.error : same(one), formula]);
    }
  }), { numRuns: 300 });
}, 60_000);

test('[K2] random edits › cells that nobody edits keep value and formula, or lose a result that no longer holds', async () => {
  await assert(asyncProperty(integer({ min: 0, max: SHEETS.length - 1 }), array(edit, { minLength: 1, maxLength: 12 }), async (which, edits) => {
    const source = SHEETS[which] ?? rawWorkbook();
    const [before, after] = [await gridOf(source), await gridOf(apply(source, edits))];
    const touched = new Set(edits.map(({ row, column }) => `${row} ${column}`));
    for (let row = 0; row < ROWS; row += 1) {
      for (let column = 0; column < COLUMNS; column += 1) {
        if (touched.has(`${row} ${column}`)) continue;
        const [was, is] = [before.cell(row, column), after.cell(row, column)];
        expect(is.formula).toBe(was.formula);
        if (was.formula === null) expect(is.value).toEqual(was.value);
        else expect([was.value, null]).toContainEqual(is.value);
      }
    }
  }), { numRuns: 200 });
}, 60_000);

test('[K2] random edits › an edit and its inverse leave every cell as it was', async () => {
  await assert(asyncProperty(integer({ min: 0, max: SHEETS.length - 1 }), array(edit, { minLength: 1, maxLength: 8 }), async (which, edits) => {
    const source = SHEETS[which] ?? rawWorkbook();
    const before = await gridOf(source);
    const inverse = edits.map(({ row, column }) => ({ row, column, value: before.cell(row, column).value, formula: before.cell(row, column).formula }));
    const after = await gridOf(apply(apply(source, edits), inverse));
    for (const { row, column } of edits) expect(after.cell(row, column)).toEqual(before.cell(row, column));
  }), { numRuns: 200 });
}, 60_000);

test('[K1] random edits › nothing but the sheet, its texts and the calculation changes; saved again unedited, nothing', async () => {
  await assert(asyncProperty(integer({ min: 0, max: SHEETS.length - 1 }), array(edit, { minLength: 1, maxLength: 6 }), (which, edits) => {
    const source = SHEETS[which] ?? rawWorkbook();
    const after = apply(source, edits);
    expect(changedParts(source, after).filter((mark) => !['~xl/worksheets/sheet1.xml', '~xl/sharedStrings.xml', '~xl/workbook.xml'].includes(mark))).toEqual([]);
    expect(opened(after).save()).toBe(after);
    return Promise.resolve();
  }), { numRuns: 100 });
}, 60_000);
