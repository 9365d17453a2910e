/** The published appendix of 2020, to try the check on. */
import { plainUnpacker } from '#adapters/xlsx/plain-unpacker';
import { readWorkbook } from '#adapters/xlsx/read-workbook';
import type { Grid } from '#core/table/grid';

/** As the page has it beside itself. */
const FILE = 'phu-luc-2020.xlsx';

export async function appendix2020(): Promise<Grid> {
  const response = await fetch(FILE);
  if (!response.ok) throw new Error(`Cannot show ${FILE}: ${response.status} ${response.statusText}`);
  const { sheets } = await readWorkbook(new Uint8Array(await response.arrayBuffer()), FILE, plainUnpacker);
  const [first] = sheets;
  if (first === undefined) throw new Error(`Cannot show ${FILE}: it has no sheet`);
  return first;
}
