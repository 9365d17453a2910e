/** Workbooks on the disk that are to be changed. */
import { nodeUnpacker } from '#adapters/disk/node-unpacker';
import { nodeDisk, saveFile, type DiskOperations } from '#adapters/disk/save-file';
import { bytesOf } from '#adapters/disk/workbook-files';
import { blankWorkbook } from '#adapters/xlsx/patch/blank-workbook';
import { openWorkbook } from '#adapters/xlsx/patch/open-workbook';
import { readWorkbook } from '#adapters/xlsx/read-workbook';
import type { WorkbookStore } from '#ports/workbook-store';

export function diskStore(disk: DiskOperations = nodeDisk): WorkbookStore {
  return {
    bytes: bytesOf,
    grids: (bytes, file) => readWorkbook(bytes, file, nodeUnpacker),
    edit: (bytes, file) => openWorkbook(bytes, file, nodeUnpacker),
    blank: () => blankWorkbook(nodeUnpacker),
    save: (file, bytes) => saveFile(file, [bytes], disk),
  };
}
