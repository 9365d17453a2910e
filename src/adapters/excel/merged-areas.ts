/** Merged cells of a sheet. Excel tells of 512 in a range and fails beyond: then they are asked for window by window. */
import { overlap } from '#adapters/excel/a1';
import { asked } from '#adapters/excel/office-call';
import type { Area } from '#core/table/grid';

/** A merge takes two cells or more: 512 of them fill as many. */
const WINDOW_CELLS = 1024;
const WINDOW_COLUMNS = 256;
/** Of one request: 40 times 512 areas are some 2 MB. */
const WINDOWS = 40;

/** To be read after the next sync. */
export function askMerges(sheet: Excel.Worksheet, { top, left, bottom, right }: Area): Excel.RangeAreas {
  const merged = sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1).getMergedAreasOrNullObject();
  merged.load('areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount');
  return merged;
}

export function areasIn(merged: Excel.RangeAreas): Area[] {
  if (merged.isNullObject) return [];
  return merged.areas.items.map(({ rowIndex: top, columnIndex: left, rowCount, columnCount }) => ({ top, left, bottom: top + rowCount - 1, right: left + columnCount - 1 }));
}

/** Every merge of an area, however many: one sync for 40 windows. */
export async function mergesByWindows(sheet: string, area: Area): Promise<Area[]> {
  const windows = windowsOf(area);
  const pieces: Area[] = [];
  for (let i = 0; i < windows.length; i += WINDOWS) {
    pieces.push(...(await mergesIn(sheet, windows.slice(i, i + WINDOWS))));
  }
  return joined(pieces);
}

function mergesIn(sheet: string, windows: readonly Area[]): Promise<Area[]> {
  return asked(async (context) => {
    const merged = windows.map((window) => askMerges(context.workbook.worksheets.getItem(sheet), window));
    await context.sync();
    return merged.flatMap(areasIn);
  });
}

/** Each shares its last row and column with the next one, so that a merge cut between two of them shows as one. */
function windowsOf({ top, left, bottom, right }: Area): Area[] {
  const width = Math.min(WINDOW_COLUMNS, right - left + 1);
  const height = Math.max(2, Math.floor(WINDOW_CELLS / width));
  const windows: Area[] = [];
  for (let row = top; row === top || row < bottom; row += height - 1) {
    for (let column = left; column === left || column < right; column += Math.max(1, width - 1)) {
      windows.push({ top: row, left: column, bottom: Math.min(bottom, row + height - 1), right: Math.min(right, column + width - 1) });
    }
  }
  return windows;
}

/** No two merges overlap: pieces that do are of the same one. */
function joined(pieces: readonly Area[]): Area[] {
  const whole: Area[] = [];
  // Those that reach down to the row that is looked at.
  let open: Area[] = [];
  for (const piece of pieces.toSorted((a, b) => a.top - b.top || a.left - b.left)) {
    whole.push(...open.filter(({ bottom }) => bottom < piece.top));
    const [same, others] = parted(open.filter(({ bottom }) => bottom >= piece.top), piece);
    open = [...others, same];
  }
  return [...whole, ...open].toSorted((a, b) => a.top - b.top || a.left - b.left);
}

function parted(open: readonly Area[], piece: Area): readonly [Area, Area[]] {
  const same = open.filter((one) => overlap(one, piece)).reduce(around, piece);
  return [same, open.filter((one) => !overlap(one, piece))];
}

function around(a: Area, b: Area): Area {
  return { top: Math.min(a.top, b.top), left: Math.min(a.left, b.left), bottom: Math.max(a.bottom, b.bottom), right: Math.max(a.right, b.right) };
}
