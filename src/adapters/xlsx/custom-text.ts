/** Text that a workbook keeps in a custom XML part under a namespace, as the patcher writes it. */
import { textOfData } from '#adapters/xlsx/data-xml';
import type { ZipPackage } from '#adapters/xlsx/zip-package';

/** What the relationships of the package stand under; LibreOffice names custom XML parts there, not at the workbook. */
const PACKAGE = '';

/** @param workbook the workbook's part @returns null where nothing is kept under the namespace */
export function customText(zip: ZipPackage, workbook: string, namespace: string): string | null {
  const related = [workbook, PACKAGE].flatMap((from) => zip.relationships(from));
  for (const { kind, path } of related) {
    const text = kind === 'customXml' && path !== null ? textIn(zip, path, namespace) : null;
    if (text !== null) return text;
  }
  return null;
}

/** Whatever others keep there is theirs, damaged parts too. */
function textIn(zip: ZipPackage, path: string, namespace: string): string | null {
  try {
    return textOfData(new TextDecoder().decode(zip.xml(path) ?? new Uint8Array()), namespace);
  } catch {
    return null;
  }
}
