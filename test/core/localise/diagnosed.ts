/** Diagnoses as a test reads them. */
import { knownTemplates } from '#app/known-templates';
import { checkWorkbook } from '#core/check';
import type { Grid } from '#core/table/grid';
import { drawing } from '#test/draw/drawing';
import { vi } from '#words/vi';

/** Every diagnosis of a sheet as its cells, each with what is proposed and why. */
export function diagnosedIn(grid: Grid): string[] {
  const reports = checkWorkbook([grid], { templates: knownTemplates() }, vi.words);
  return reports.flatMap(({ diagnoses }) => diagnoses.map(({ cells }) => cells.map(({ cell, proposal, cause }) => `${cell} ${proposal ?? '?'} ${cause}`).join(', ')));
}

/** The same of a drawing. */
export function diagnosed(text: string): string[] {
  return diagnosedIn(drawing(text).grid);
}
