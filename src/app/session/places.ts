/** Cells as findings name them, found on the sheets of the open workbook. */
import type { Finding } from '#core/report';
import { placeOf } from '#core/table/grid';
import type { SheetInfo, Spot } from '#ports/workbook-host';

/** Of a sheet that was read, without its cells. */
export function infoOf({ id, name, hidden }: SheetInfo): SheetInfo {
  return { id, name, hidden };
}

/** True of a cell on the finding's own sheet: one on another carries its name. */
export function isHere<Cell extends string>(cell: Cell | undefined): cell is Cell {
  return cell !== undefined && !cell.includes('!');
}

/**
 * Where a cell stands: `D6` on the finding's own sheet, `'Kế hoạch'!D6` on another.
 *
 * @returns null for a sheet that is not in this workbook
 */
export function spotOf(cell: string, own: string, sheets: readonly SheetInfo[]): Spot | null {
  const bang = cell.lastIndexOf('!');
  if (bang === -1) return { sheet: own, ...placeOf(cell) };
  const named = cell.slice(0, bang).replaceAll(/^'|'$/g, '').replaceAll("''", "'");
  const sheet = sheets.find(({ name }) => name === named);
  return sheet === undefined ? null : { sheet: sheet.id, ...placeOf(cell.slice(bang + 1)) };
}

/** Every cell whose figure enters these contradictions, each once. */
export function cellsBehind(findings: readonly Finding[]): string[] {
  return [...new Set(findings.flatMap(({ cell, related }) => [cell, ...related]))];
}
