/** The sentences of the formula rules in English. */
import { quoted } from '#core/formulas/quoted';
import type { Language } from '#core/rules/all';

type FormulaRule =
  | 'formula-out-of-line' | 'constant-among-formulas' | 'sum-range' | 'formula-reads-other-row' | 'formula-reads-no-figure' | 'formula-mixes-units' | 'circular-formula'
  | 'linked-workbook';

export const formulaSentences: Pick<Language, FormulaRule> = {
  'formula-out-of-line': ({ cell, formula, usual, others, along }, print) => {
    const [one, all] = along === 'column' ? ['row', 'column'] : ['column', 'row'];
    return {
      what: `Its formula ${quoted(formula, print)} is not that of the ${others} other ${one}s of the ${all}.`,
      why: `The other ${one}s are worked out in one way, which reads ${quoted(usual, print)} here.`,
      todo: `Set the formula of ${cell} to ${quoted(usual, print)}, unless this ${one} is meant to be worked out otherwise.`,
    };
  },
  'constant-among-formulas': ({ cell, figure, usual }, print) => ({
    what: `The cell holds the figure ${print.figure(figure)}, where the other rows of the column have a formula.`,
    why: 'A typed figure stays as it is when the row is corrected.',
    todo: `Put the formula ${quoted(usual, print)} into ${cell}, unless a figure is meant.`,
  }),
  'sum-range': ({ cell, formula, missing, twice, within, foreign, right }, print) => {
    const ways = [missing && `leaves out ${missing}`, twice && `adds ${twice} twice`, within && `adds ${within}, which another of its rows already holds`, foreign && `adds ${foreign}, no part of this total`];
    return {
      what: `The formula ${quoted(formula, print)} ${ways.filter((way) => way !== '').join('; ')}.`,
      why: 'A total adds each of its parts once.',
      todo: `Set the formula of ${cell} to ${quoted(right, print)}.`,
    };
  },
  'formula-reads-other-row': ({ cell, formula, read, right }, print) => ({
    what: `The formula ${quoted(formula, print)} reads ${read} of another row.`,
    why: 'An indicator is compared with figures of its own row.',
    todo: `Set the formula of ${cell} to ${quoted(right, print)}.`,
  }),
  'formula-reads-no-figure': ({ cell, formula, read, holds, summed, right }, print) => {
    const or = right === null ? '' : `, or set ${cell} to ${quoted(right, print)}`;
    switch (holds) {
      case 'nothing': {
        return { what: `The formula ${quoted(formula, print)} reckons with ${read}, which is empty.`, why: 'Excel takes an empty cell for 0, and the result looks like a figure.', todo: `Put the figure into ${read}${or}.` };
      }
      case 'words': {
        return { what: `The formula ${quoted(formula, print)} reckons with ${read}, which holds words.`, why: 'Words are no figure.', todo: `Let the formula of ${cell} read the right cell.` };
      }
      case 'text-figure': {
        const why = summed ? 'SUM passes texts over without an error.' : 'Excel reads a figure written as text by the settings of each computer: another one may find another result.';
        return { what: `The formula ${quoted(formula, print)} ${summed ? 'passes over' : 'reckons with'} ${read}, whose figure is stored as text.`, why, todo: `Turn ${read} into a number${or}.` };
      }
    }
  },
  'formula-mixes-units': ({ cell, formula, unit, read, other, right }, print) => ({
    what: `The formula ${quoted(formula, print)} adds ${read} (${other}) to figures in ${unit}.`,
    why: 'Only figures of one unit can be added.',
    todo: right === '' ? `Take ${read} out of the formula of ${cell}.` : `Set the formula of ${cell} to ${quoted(right, print)}.`,
  }),
  'circular-formula': ({ cell, formula, ring, alone, right }, print) => ({
    what: alone ? `The formula ${quoted(formula, print)} reads its own cell ${cell}.` : `The formula ${quoted(formula, print)} goes round in a circle through ${ring}.`,
    why: 'Excel cannot calculate a circle: the cell keeps an old figure or shows 0.',
    todo: alone ? (right === null ? `Take ${cell} out of its own formula.` : `Set the formula of ${cell} to ${quoted(right, print)}.`) : `Change one of the formulas in ${ring}, so that they do not read each other.`,
  }),
  'linked-workbook': ({ count, cells, formula }, print) => ({
    what: `${count === 1 ? 'One figure comes' : `${count} figures come`} from another workbook (${cells}), for example ${quoted(formula, print)}.`,
    why: 'Whoever gets the file has not got the other one: Excel asks whether to update links, and figures may change or turn into errors.',
    todo: `Copy ${cells} and paste them as values before the file is sent.`,
  }),
};
