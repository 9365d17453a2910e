/** The sentences of the formula rules in English. */
import { quoted } from '#core/formulas/quoted';
import type { Language } from '#core/rules/all';

type FormulaRule = 'formula-out-of-line' | 'constant-among-formulas' | 'linked-workbook';

export const formulaSentences: Pick<Language, FormulaRule> = {
  'formula-out-of-line': ({ cell, formula, usual, others }) => ({
    what: `Its formula ${quoted(formula)} is not that of the ${others} other rows of the column.`,
    why: `The other rows are worked out in one way, which reads ${quoted(usual)} here.`,
    todo: `Set the formula of ${cell} to ${quoted(usual)}, unless this row is meant to be worked out otherwise.`,
  }),
  'constant-among-formulas': ({ cell, figure, usual }, print) => ({
    what: `The cell holds the figure ${print.figure(figure)}, where the other rows of the column have a formula.`,
    why: 'A typed figure stays as it is when the row is corrected.',
    todo: `Put the formula ${quoted(usual)} into ${cell}, unless a figure is meant.`,
  }),
  'linked-workbook': ({ count, cells, formula }) => ({
    what: `${count === 1 ? 'One figure comes' : `${count} figures come`} from another workbook (${cells}), for example ${quoted(formula)}.`,
    why: 'Whoever gets the file has not got the other one: Excel asks whether to update links, and figures may change or turn into errors.',
    todo: `Copy ${cells} and paste them as values before the file is sent.`,
  }),
};
