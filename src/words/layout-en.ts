/** The sentences of the layout rules in English. */
import type { Language } from '#core/rules/all';

type LayoutRule =
  | 'missing-indicator' | 'unknown-indicator' | 'renamed-indicator' | 'duplicate-indicator' | 'indicator-order' | 'ordinal-sequence' | 'unit-of-indicator'
  | 'missing-column' | 'legacy-font' | 'year-in-header' | 'required-figure' | 'number-as-text' | 'mixed-notation' | 'percent-scale' | 'merged-figure' | 'hidden-figure' | 'error-value';

const MEANINGS: Readonly<Record<string, string>> = {
  '#REF!': 'The formula points to a cell or a sheet that was deleted.',
  '#DIV/0!': 'The formula divides by an empty cell or by 0.',
  '#N/A': 'The formula does not find the value it looks up.',
  '#NAME?': 'Excel does not know a function named in the formula.',
  '#VALUE!': 'The formula reckons with a cell of text.',
  '#NUM!': 'The formula gives a number that cannot be worked out.',
};

export const layoutSentences: Pick<Language, LayoutRule> = {
  'missing-indicator': ({ name, ordinal, section, after, cell }) => {
    const label = ordinal === '' ? `“${name}”` : `${ordinal} “${name}”`;
    return {
      what: section > 0 ? `The whole section ${label} is missing (${section} indicators).` : `Indicator ${label} is missing.`,
      why: 'The template asks for every indicator, also where there is no figure yet.',
      todo: after === null ? `Add the row at the top of the table, before ${cell}.` : `Add the row after ${cell} (“${after}”).`,
    };
  },
  'unknown-indicator': ({ name, template, cell }) => ({
    what: `Indicator “${name}” is not in template ${template}.`,
    why: 'The next level adds up by the names of the template, so this row will be left out.',
    todo: `If it is one of the template's, correct its name in ${cell}; if it is an addition, leave it.`,
  }),
  'renamed-indicator': ({ found, right, cell }) => ({
    what: `The name says “${found}”; the template says “${right}”.`,
    why: 'The row was recognised by its place, its ordinal or similar letters; the right name keeps the next level from missing it.',
    todo: `Correct the name in ${cell}.`,
  }),
  'duplicate-indicator': ({ name, cell, first }) => ({
    what: `Indicator “${name}” already stands at ${first}.`,
    why: 'An indicator that stands twice may be added twice.',
    todo: `Remove one of the rows, or correct the name in ${cell} if it is another indicator.`,
  }),
  'indicator-order': ({ cell, after }) => ({
    what: after === null ? 'This indicator is out of order: in the template it is the first row.' : `This indicator is out of order: in the template it follows “${after}”.`,
    why: 'The next level often copies whole columns; in another order figures land in the wrong rows.',
    todo: `Move row ${cell} back to its place.`,
  }),
  'ordinal-sequence': ({ ordinal, due, cell }) => ({
    what: `The ordinal says ${ordinal} where ${due} is due.`,
    why: 'Ordinals that jump or repeat usually mean a row lost or inserted.',
    todo: `See whether a row is missing before ${cell}, then number the rows again.`,
  }),
  'unit-of-indicator': ({ found, right, cell, clash }) => ({
    what: found === '' ? `There is no unit; the template says “${right}”.` : `The unit says “${found}”, ${clash === 'percentage' ? 'but the figure is a percentage' : `the template says “${right}”`}.`,
    why: {
      percentage: 'A percentage is not counted in this unit.',
      money: 'Another unit of money than the template puts figures a thousand times off when they are added up.',
      thing: 'With another unit than the template the figure may be added to another indicator.',
    }[clash],
    todo: `Set ${cell} to “${right}”, or convert the figures to the unit written.`,
  }),
  'missing-column': ({ header, cell }) => ({
    what: `Column “${header}” is missing.`,
    why: 'The template asks for every column, also where there is no figure yet.',
    todo: `Add the column to the table (its last one now is at ${cell}).`,
  }),
  'legacy-font': ({ encoding }) => ({
    what: `The table's letters are ${encoding} codes of an old font${encoding === 'TCVN3' ? ' (.VnTime)' : ' (VNI-Times)'}, not Unicode.`,
    why: 'Without that font nobody can read them, and the next level does not recognise the names.',
    todo: 'Convert the table to Unicode (for instance with UniKey) and save it again.',
  }),
  'year-in-header': ({ year, due, what, cell }) => ({
    what: `${{ base: 'The column compared with last year', plan: 'The column compared with the plan', title: 'The title' }[what]} says ${year}, where the year reported asks for ${due}.`,
    why: "Headers copied from last year's report often keep the old year.",
    todo: what === 'title' ? `Correct the year in the title, or that in ${cell}.` : `Correct the year in the header at ${cell}.`,
  }),
  'required-figure': ({ cell }) => ({
    what: 'This indicator requires a figure, and the cell is empty.',
    why: 'The next level cannot tell an empty cell from a 0.',
    todo: `Fill in ${cell}: 0 for none, “…” for not collected, “x” for not applicable.`,
  }),
  'number-as-text': ({ count, cells }) => ({
    what: `There ${count === 1 ? 'is 1 number' : `are ${count} numbers`} stored as text in columns of numbers (${cells}).`,
    why: "Excel's SUM and arithmetic pass over numbers stored as text.",
    todo: `Select ${cells}, press Excel's warning sign and choose Convert to Number.`,
  }),
  'mixed-notation': ({ column, odd, usual, cells }) => ({
    what: `Column ${column} mixes ways of writing numbers: ${cells} says ${odd}, where others are written like ${usual}.`,
    why: 'Points and commas read the other way round put figures a thousand times off.',
    todo: `Write ${cells} like the rest of the column.`,
  }),
  'percent-scale': ({ column, text }) => ({
    what: `Column ${column} has no % sign, and it is open whether figures such as ${text} are percents or fractions (1.033 or 103.3).`,
    why: 'No row has enough figures to compare with.',
    todo: `Format column ${column} as percent, or add the % sign.`,
  }),
  'merged-figure': ({ range, cell }) => ({
    what: `The figure lies in merged cells ${range}.`,
    why: 'Only the first of merged cells holds a figure; the others count as empty when figures are added up.',
    todo: `Unmerge the cells at ${cell} and write a figure in each.`,
  }),
  'hidden-figure': ({ what, run, count }) => {
    const place = `${what === 'rows' ? 'row' : 'column'} ${run}`;
    return {
      what: `${count === 1 ? 'There is 1 figure' : `There are ${count} figures`} in ${place}, which is hidden.`,
      why: 'Hidden figures are added up all the same, but whoever reads and signs does not see them.',
      todo: `Unhide ${place}, or delete it if it is not used.`,
    };
  },
  'error-value': ({ error, cell, origin }) => ({
    what: `The cell says ${error} instead of a figure.`,
    why: origin === null ? (MEANINGS[error] ?? 'The formula in the cell is in error.') : `The error starts in ${origin}, which this formula reads.`,
    todo: origin === null ? `Mend the formula in ${cell}, or write the figure.` : `Mend ${origin}; ${cell} follows.`,
  }),
};
