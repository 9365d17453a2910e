/** What another program writes is read back as it was. */
import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { assert, asyncProperty, array, boolean, constant, double, oneof, record, string, type Arbitrary } from 'fast-check';
import { plainUnpacker } from '#adapters/xlsx/plain-unpacker';
import { readWorkbook } from '#adapters/xlsx/read-workbook';
import { BLANK, type Cell } from '#core/table/grid';

const FORMULA = 'A1*2&"<b>"';

interface Written {
  readonly value: string | number | boolean | null;
  readonly formula: boolean;
  readonly format: string | null;
}

// A text that XML cannot carry is escaped by Excel, and dropped by this writer; line ends become one.
const text = string({ unit: 'grapheme', maxLength: 12 }).filter((value) => value !== '' && !/[\p{Cc}\p{Cs}\uFFFE\uFFFF]|_x/u.test(value));
const figure = double({ noNaN: true, noDefaultInfinity: true });

const written: Arbitrary<Written> = record({
  value: oneof(text, figure, boolean(), constant(null)),
  formula: boolean(),
  format: oneof(constant(null), constant('#,##0.0'), constant('0.0%'), constant('+#,##0;-#,##0')),
});

async function bytesOf(rows: readonly (readonly Written[])[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Phụ lục');
  for (const [row, cells] of rows.entries()) {
    for (const [column, { value, formula, format }] of cells.entries()) {
      const cell = sheet.getCell(row + 1, column + 1);
      cell.value = formula && typeof value === 'number' ? { formula: FORMULA, result: value } : value;
      if (format !== null) cell.numFmt = format;
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

test('[X4] round trip › reading what was written gives it back', async () => {
  await assert(
    asyncProperty(array(array(written, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 8 }), async (rows) => {
      const { sheets } = await readWorkbook(await bytesOf(rows), 'a.xlsx', plainUnpacker);
      const read = rows.map((cells, row) => cells.map((_, column) => sheets[0]?.cell(row, column)));
      expect(read).toEqual(rows.map((cells) => cells.map((_, column) => expected(cells, column))));
    }),
    { numRuns: 150 },
  );
}, 60_000);

function expected(cells: readonly Written[], column: number): Cell {
  const { value, formula, format } = cells[column] ?? { value: null, formula: false, format: null };
  // A row without a value keeps no formats.
  if (value === null && cells.every((cell) => cell.value === null)) return BLANK;
  return { value: value === 0 ? 0 : value, formula: formula && typeof value === 'number' ? FORMULA : null, format };
}
