/** What is looked at in files that the workbench saved. */
import { expect } from '@jest/globals';
import { unzipSync } from 'fflate';
import { nodeUnpacker } from '#adapters/disk/node-unpacker';
import { readWorkbook } from '#adapters/xlsx/read-workbook';
import { placeOf, type Cell } from '#core/table/grid';

/** A cell of the first sheet. */
export async function cellIn(bytes: Uint8Array, cell: string): Promise<Cell> {
  const { sheets: [grid] } = await readWorkbook(new Uint8Array(bytes), 'saved.xlsx', nodeUnpacker);
  const { row, column } = placeOf(cell);
  if (grid === undefined) throw new Error('The saved file has no sheet');
  return grid.cell(row, column);
}

/** Names of the parts that differ; both files have the same. */
export function changedParts(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [a, b] = [unzipSync(before), unzipSync(after)];
  expect(Object.keys(b).toSorted()).toEqual(Object.keys(a).toSorted());
  return Object.keys(a).filter((name) => !Buffer.from(a[name] ?? []).equals(Buffer.from(b[name] ?? [])));
}

/** The cells of the first sheet's part by their names, as they are written, and what stands around them. */
export function writtenCells(bytes: Uint8Array): { readonly cells: ReadonlyMap<string, string>; readonly rest: string } {
  const text = Buffer.from(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? []).toString('utf8');
  const cell = /<c r="([A-Z]+\d+)"[^>]*?(?:\/>|>.*?<\/c>)/gs;
  return { cells: new Map([...text.matchAll(cell)].map((match) => [match[1] ?? '', match[0]])), rest: text.replaceAll(cell, '') };
}
