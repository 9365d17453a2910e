/**
 * The workbook that is open in Excel, over Office.js.
 *
 * It needs ExcelApi 1.9; merges come with 1.13. What each call costs in requests stands at the file that it is made in, and is
 * measured by bench/excel-requests.bench.mjs.
 */
import { areaName } from '#adapters/excel/a1';
import { insertSheetsOf, protectSheet } from '#adapters/excel/insert-sheets';
import { addSheetOf } from '#adapters/excel/new-sheet';
import { Marks } from '#adapters/excel/marks';
import { asked, codeOf, hasApi } from '#adapters/excel/office-call';
import { listSheets, readSheets } from '#adapters/excel/read-sheets';
import { OwnWrites, watchEdits } from '#adapters/excel/watch-edits';
import { readContents, writeCells } from '#adapters/excel/write-cells';
import type { Grid } from '#core/table/grid';
import { HostError, type Abilities, type CellWrite, type Content, type Edit, type Mark, type OpenSheet, type Reading, type Selected, type SheetInfo, type Spot, type Stop, type WorkbookHost } from '#ports/workbook-host';

/** The oldest ExcelApi that it works with: Excel 2019 has 1.8, Excel 2021 has 1.14. */
const OLDEST = '1.9';
/** Values and formulas of a rectangle are set one after the other. */
const EVENTS_OF_A_WRITE = 2;

export class ExcelHost implements WorkbookHost {
  readonly abilities: Abilities = { marks: true, notes: false, merges: hasApi('1.13'), inserts: hasApi('1.13') };
  readonly #own = new OwnWrites();
  #watched = 0;
  #known: readonly string[] = [];
  readonly #marks = new Marks(() => this.#watched > 0, () => this.#known);

  /** Whether this Excel is new enough. */
  static isSupported(): boolean {
    return hasApi(OLDEST);
  }

  readonly sheets = async (): Promise<readonly SheetInfo[]> => {
    const sheets = await listSheets();
    this.#known = sheets.map(({ id }) => id);
    return sheets;
  };

  readonly read = (reading: Reading): Promise<readonly OpenSheet[]> => readSheets(reading);

  readonly contents = (spots: readonly Spot[]): Promise<readonly Content[]> => readContents(spots);

  readonly write = (writes: readonly CellWrite[]): Promise<readonly CellWrite[]> => writeCells(writes, ({ sheet, area }) => {
    this.#own.announce(sheet, areaName(area), EVENTS_OF_A_WRITE);
  });

  readonly mark = (marks: readonly Mark[]): Promise<void> => this.#marks.replace(marks);

  readonly addSheet = (grid: Grid): Promise<SheetInfo> => addSheetOf(grid);

  readonly insert = (workbook: Uint8Array): Promise<readonly SheetInfo[]> => insertSheetsOf(workbook);

  readonly protect = (sheet: string): Promise<void> => protectSheet(sheet);

  readonly select = (spot: Spot): Promise<void> => asked(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(spot.sheet);
    try {
      worksheet.activate();
      worksheet.getCell(spot.row, spot.column).select();
      await context.sync();
    } catch (error) {
      if (await isHidden(spot.sheet)) throw new HostError('sheet-hidden', { spot, cause: error });
      throw error;
    }
  });

  /** The first of several areas; the active cell where no cells are selected, but a chart. */
  readonly selection = (): Promise<Selected> => asked(async () => {
    try {
      return await selectedIn((workbook) => workbook.getSelectedRanges().areas.getItemAt(0));
    } catch (error) {
      if (codeOf(error) !== 'InvalidSelection') throw error;
      return selectedIn((workbook) => workbook.getActiveCell());
    }
  });

  readonly watchSelection = (listener: (selected: Selected) => void): Promise<Stop> => (
    import(/* webpackChunkName: "watch-selection" */ '#adapters/excel/watch-selection').catch(notLoaded).then((part) => part.watchSelection(listener))
  );

  readonly watch = async (listener: (edit: Edit) => void): Promise<Stop> => {
    const stop = await watchEdits((edit) => {
      this.#marks.noteEdit(edit);
      listener(edit);
    }, this.#own);
    this.#watched += 1;
    let isOn = true;
    return () => {
      if (isOn) this.#watched -= 1;
      isOn = false;
      return stop();
    };
  };

  readonly setting = (key: string): Promise<string | null> => asked(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(key).load('value');
    await context.sync();
    if (setting.isNullObject) return null;
    const value: unknown = setting.value;
    return typeof value === 'string' ? value : null;
  });

  readonly keepSetting = (key: string, value: string | null): Promise<void> => asked(async (context) => {
    const { settings } = context.workbook;
    if (value !== null) {
      settings.add(key, value);
    } else {
      const setting = settings.getItemOrNullObject(key);
      await context.sync();
      if (!setting.isNullObject) setting.delete();
    }
    await context.sync();
  });

  readonly data = (namespace: string): Promise<string | null> => dataParts().then(({ dataIn }) => dataIn(namespace));

  readonly keepData = (namespace: string, text: string | null): Promise<void> => dataParts().then(({ keepDataIn }) => keepDataIn(namespace, text));
}

/** Not needed before the panel stands. */
function dataParts(): Promise<typeof import('#adapters/excel/data-parts')> {
  return import(/* webpackChunkName: "data-parts" */ '#adapters/excel/data-parts').catch(notLoaded);
}

function notLoaded(error: unknown): never {
  throw new HostError('not-loaded', { cause: error });
}

/** Excel has no words of its own for a sheet that cannot be shown. */
async function isHidden(sheet: string): Promise<boolean> {
  try {
    const context = new Excel.RequestContext();
    const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet).load('visibility');
    await context.sync();
    return !worksheet.isNullObject && worksheet.visibility !== Excel.SheetVisibility.visible;
  } catch {
    // What Excel said first is told then.
    return false;
  }
}

async function selectedIn(pick: (workbook: Excel.Workbook) => Excel.Range): Promise<Selected> {
  const context = new Excel.RequestContext();
  const range = pick(context.workbook).load('rowIndex,columnIndex,rowCount,columnCount,worksheet/id');
  await context.sync();
  const { rowIndex: top, columnIndex: left, rowCount, columnCount } = range;
  return { sheet: range.worksheet.id, area: { top, left, bottom: top + rowCount - 1, right: left + columnCount - 1 } };
}
