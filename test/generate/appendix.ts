/** Random appendices in the published layout whose figures obey every relation that the layout declares. */
import { knownTemplates } from '#app/known-templates';
import type { Grid } from '#core/table/grid';
import { statedRows } from '#test/generate/figures';
import { randomOptions, type Options } from '#test/generate/options';
import { Random } from '#test/generate/random';
import { gridFrom, sheetOf, type Placed, type Sheet } from '#test/generate/sheet';

export interface Appendix {
  readonly seed: number;
  readonly options: Options;
  readonly sheet: Sheet;
  readonly grid: Grid;
  /** Every figure with its cell, its indicator and its true value. */
  readonly placed: readonly Placed[];
}

/** The same seed gives the same appendix, cell by cell. */
export function appendix(seed: number, chosen: Partial<Options> = {}): Appendix {
  const random = new Random(seed);
  const options = { ...randomOptions(random), ...chosen };
  const [template] = knownTemplates();
  if (template === undefined) throw new RangeError('Cannot draw an appendix: no template is known');
  const sections = template.sections.filter(({ id }) => options.sections.includes(id)).map((section) => ({ section, rows: statedRows(section.rows, options, random) }));
  const sheet = sheetOf(sections.filter(({ rows }) => rows.length > 0), options, random);
  return { seed, options, sheet, grid: gridFrom(sheet), placed: sheet.placed };
}
