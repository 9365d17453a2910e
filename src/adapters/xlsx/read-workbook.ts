/**
 * Reads an .xlsx or .xlsm into grids.
 *
 * Own reading instead of a library's: docs/decisions/0003-reading-xlsx.md has the figures.
 * Spec: docs/spec.md, X1 to X7.
 */
import { customText } from '#adapters/xlsx/custom-text';
import { isDateFormat, numberFormats } from '#adapters/xlsx/number-formats';
import { cellLooks } from '#adapters/xlsx/look/cell-looks';
import { sheetLook, type SheetLook } from '#adapters/xlsx/look/sheet-look';
import { readSheet, type StyledGrid } from '#adapters/xlsx/read-sheet';
import { sharedStrings } from '#adapters/xlsx/shared-strings';
import type { SharedParts } from '#adapters/xlsx/sheet-rows';
import { workbookParts, type WorkbookParts } from '#adapters/xlsx/workbook-parts';
import { judgeZip } from '#adapters/xlsx/zip-guard';
import { ZipPackage } from '#adapters/xlsx/zip-package';
import type { Unpacker } from '#adapters/xlsx/zip-part';
import { UnreadableFileError, type Workbook } from '#ports/workbook-files';

/** From 1 January 1904 back to 31 December 1899. */
const DAYS_TO_1904 = 1462;

/**
 * The workbook that a file's bytes hold.
 *
 * @param file as the user named it, for the error
 * @param unpacker what the host has built in; without it, plainUnpacker
 * @throws {UnreadableFileError} where they hold none; never another error
 */
export function readWorkbook(bytes: Uint8Array, file: string, unpacker: Unpacker): Promise<Workbook> {
  return new Promise((resolve) => {
    const sheets = guarded(file, () => open(bytes, file, unpacker));
    const [first] = sheets;
    resolve({ sheets: sheets.map(({ grid }) => grid), ...(first && { customData: dataOf(first) }) });
  });
}

/** A sheet with what a page needs to show it. */
export interface ShownSheet {
  readonly grid: StyledGrid;
  readonly hidden: boolean;
  readonly look: SheetLook;
}

function dataOf({ zip, parts }: Pick<OpenedSheet, 'zip' | 'parts'>): (namespace: string) => string | null {
  return (namespace) => customText(zip, parts.path, namespace);
}

/** A workbook with what a page needs to show it. */
export interface ShownWorkbook {
  readonly sheets: readonly ShownSheet[];
  readonly customData: (namespace: string) => string | null;
}

/**
 * The same workbook, with the looks of its sheets and cells.
 *
 * @throws {UnreadableFileError} as {@link readWorkbook}
 */
export function readShownWorkbook(bytes: Uint8Array, file: string, unpacker: Unpacker): Promise<ShownWorkbook> {
  return new Promise((resolve) => {
    resolve(guarded(file, () => {
      const sheets = open(bytes, file, unpacker);
      const styles = sheets[0] === undefined ? [] : cellLooks(sheets[0].zip, sheets[0].parts);
      return { sheets: sheets.map(({ grid, hidden, xml }) => ({ grid, hidden, look: sheetLook(xml, styles) })), customData: sheets[0] === undefined ? () => null : dataOf(sheets[0]) };
    }));
  });
}

function guarded<Result>(file: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnreadableFileError) throw error;
    // A list or a string that the engine cannot hold is a RangeError too.
    throw new UnreadableFileError(error instanceof RangeError ? 'too-large' : 'damaged', file, { cause: error });
  }
}

interface OpenedSheet {
  readonly grid: StyledGrid;
  readonly hidden: boolean;
  readonly xml: Uint8Array;
  readonly zip: ZipPackage;
  readonly parts: WorkbookParts;
}

function open(bytes: Uint8Array, file: string, unpacker: Unpacker): readonly OpenedSheet[] {
  const zip = new ZipPackage(bytes, judgeZip(bytes, file), unpacker);
  const parts = workbookParts(zip);
  if (typeof parts === 'string') throw new UnreadableFileError(parts, file);
  if (parts.sheets.length === 0) throw new UnreadableFileError('no-sheet', file);
  const shared = sharedParts(zip, parts);
  return parts.sheets.map(({ name, path, hidden }) => {
    const xml = xmlOf(zip, name, path);
    return { grid: readSheet(name, xml, shared), hidden, xml, zip, parts };
  });
}

function sharedParts(zip: ZipPackage, { strings, styles, from1904 }: WorkbookParts): SharedParts {
  const formats = styles === null ? [] : numberFormats(zip.cursor(styles));
  return {
    strings: strings === null ? [] : sharedStrings(zip.cursor(strings)),
    formats,
    shifts: from1904 ? formats.map((format) => (isDateFormat(format) ? DAYS_TO_1904 : 0)) : [],
  };
}

function xmlOf(zip: ZipPackage, name: string, path: string): Uint8Array {
  const xml = zip.xml(path);
  if (xml === null) throw new SyntaxError(`Cannot read sheet "${name}": its part "${path}" is missing`);
  return xml;
}
