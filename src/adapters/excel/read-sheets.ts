/**
 * Reads sheets by blocks: Excel on the web gives no more than 5 MB at once.
 *
 * One sync for the sheets and how far their values reach, one for the first block, one for each further. Formats of
 * whole columns reach to the last row of a sheet: only values count.
 */
import { ReadSheet, type Reach } from '#adapters/excel/read-sheet';
import { asked, codeOf, hasApi, placeOfError } from '#adapters/excel/office-call';
import { HostError, type OpenSheet, type Reading, type SheetInfo } from '#ports/workbook-host';

/** Of an answer, in bytes. */
const BLOCK = 4_000_000;
/** Of a cell with its formula, format and type, until some were seen. */
const USUAL_CELL = 36;
/** Where values are farther apart than this, something strayed: 100 000 rows of 80 columns. */
const MOST_CELLS = 8_000_000;
/** Below this a block is not cut in two again. */
const FEWEST_ROWS = 16;

/** One stretch of rows to ask for. */
interface Stretch {
  readonly sheet: ReadSheet;
  readonly from: number;
  readonly to: number;
}

export async function readSheets({ sheets, onProgress, signal }: Reading): Promise<OpenSheet[]> {
  const found = await reaches(sheets === 'all' ? await listSheets() : sheets);
  const wanted = sheets === 'all' ? found.filter(({ used }) => used !== null) : found;
  const reading = wanted.map((reach) => new ReadSheet(reach));
  await new Blocks(reading, hasApi('1.13'), (done) => onProgress?.(done, reading.length), signal).read();
  return reading.filter((sheet) => sheet.isWhole).map((sheet) => sheet.open());
}

/** The sheets of the workbook in their order. */
export function listSheets(): Promise<SheetInfo[]> {
  return asked(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/id,items/name,items/visibility');
    await context.sync();
    return worksheets.items.map(infoOf);
  });
}

export function infoOf({ id, name, visibility }: Excel.Worksheet): SheetInfo {
  return { id, name, hidden: visibility !== Excel.SheetVisibility.visible };
}

/** Which sheets there are, and how far their values reach: one sync. */
function reaches(wanted: 'active' | readonly (string | SheetInfo)[]): Promise<Reach[]> {
  return asked(async (context) => {
    const { worksheets } = context.workbook;
    const sheets = wanted === 'active' ? [worksheets.getActiveWorksheet()] : wanted.map((one) => worksheets.getItemOrNullObject(typeof one === 'string' ? one : one.id));
    const used = sheets.map((sheet) => {
      sheet.load('id,name,visibility');
      return sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden');
    });
    if (sheets.length > 0) await context.sync();
    return sheets.map((sheet, i) => {
      if (sheet.isNullObject) throw new HostError('sheet-gone');
      return { info: infoOf(sheet), used: reachOf(used[i]) };
    });
  });
}

function reachOf(range: Excel.Range | undefined): Reach['used'] {
  if (range === undefined || range.isNullObject) return null;
  const { rowIndex: top, columnIndex: left, rowCount, columnCount, rowHidden, columnHidden } = range;
  if (rowCount * columnCount > MOST_CELLS) throw new HostError('too-large');
  return { area: { top, left, bottom: top + rowCount - 1, right: left + columnCount - 1 }, rowsHidden: maybe(rowHidden), columnsHidden: maybe(columnHidden) };
}

/** Excel gives null where some are and some are not, which its types do not say. */
function maybe(hidden: boolean | null): boolean | null {
  return hidden;
}

class Blocks {
  readonly #sheets: readonly ReadSheet[];
  readonly #tell: (done: number) => void;
  readonly #signal: AbortSignal | undefined;
  #withMerges: boolean;
  #budget = BLOCK;

  constructor(sheets: readonly ReadSheet[], withMerges: boolean, tell: (done: number) => void, signal: AbortSignal | undefined) {
    this.#sheets = sheets;
    this.#withMerges = withMerges;
    this.#tell = tell;
    this.#signal = signal;
  }

  async read(): Promise<void> {
    for (let block = this.#next(); block.length > 0 && this.#signal?.aborted !== true; block = this.#next()) {
      if (await this.#ask(block)) this.#tell(this.#sheets.filter((sheet) => sheet.isWhole).length);
    }
    for (const sheet of this.#sheets) if (sheet.hasManyMerges) await sheet.readMerges();
  }

  /** As many rows of as many sheets as one answer holds. */
  #next(): Stretch[] {
    const block: Stretch[] = [];
    let room = this.#budget;
    for (const sheet of this.#sheets.filter((one) => !one.isWhole)) {
      const row = sheet.bytesOfRow ?? sheet.columns * USUAL_CELL;
      const rows = Math.floor(room / row);
      if (block.length > 0 && rows < sheet.rowsLeft) break;
      const to = sheet.next + Math.max(1, Math.min(rows, sheet.rowsLeft)) - 1;
      block.push({ sheet, from: sheet.next, to });
      room -= row * sheet.rowsLeft;
      if (room <= 0) break;
    }
    return block;
  }

  /** @returns false where it failed on what can be gone round: it is to be asked for again */
  async #ask(block: readonly Stretch[]): Promise<boolean> {
    try {
      await asked(async (context) => {
        const asks = block.map(({ sheet, from, to }) => sheet.ask(context, from, to, this.#withMerges));
        await context.sync();
        for (const take of asks) take();
      });
      return true;
    } catch (error) {
      if (error instanceof HostError && this.#goesRound(error.cause, block)) return false;
      throw error;
    }
  }

  #goesRound(cause: unknown, block: readonly Stretch[]): boolean {
    if (this.#withMerges && placeOfError(cause).includes('MergedAreas')) {
      this.#withMerges = false;
      for (const sheet of this.#sheets) sheet.hasManyMerges ||= sheet.merges.length === 0;
      return true;
    }
    const rows = block.reduce((sum, { from, to }) => sum + to - from + 1, 0);
    if (codeOf(cause) !== 'ResponsePayloadSizeLimitExceeded' || rows <= FEWEST_ROWS) return false;
    this.#budget /= 2;
    return true;
  }
}
