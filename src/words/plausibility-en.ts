/** The sentences of the plausibility rules in English. */
import { cellOf } from '#core/relations/relation';
import type { Language } from '#core/rules/all';
import { comparedName } from '#words/compared-en';

type PlausibilityRule = 'unit-magnitude' | 'thousandfold-change' | 'number-read-in-another-locale' | 'letter-in-figure' | 'rate-range' | 'count-fraction' | 'outlier-change';

export const plausibilitySentences: Pick<Language, PlausibilityRule> = {
  'unit-magnitude': ({ actual, unit, fits, each, eachUnit, cell }, print) => {
    const share = each === null ? print.figure(actual.figure) : print.plain(each);
    const has = each === null ? 'the figure is' : `each ${eachUnit} has`;
    return {
      what: `The unit says ${unit}, but ${print.figure(actual.figure)} fits ${fits} better.`,
      why: `In ${unit} ${has} ${share} ${unit}; in ${fits}, ${share} ${fits}.`,
      todo: `Set the unit in ${cell} to ${fits}, or convert ${cellOf(actual)} to ${unit}.`,
    };
  },
  'thousandfold-change': (facts, print) => {
    const { actual, base, times, larger } = facts;
    return {
      what: `Its ${print.figure(actual.figure)} is about ${times === 10 ? '10' : '1,000'} times ${larger ? 'larger' : 'smaller'} than the figure of ${comparedName(facts)} (${print.value(base, actual.figure)}).`,
      why: 'A factor of just 10 or 1,000 is usually a unit or a separator mistaken.',
      todo: `Compare ${cellOf(actual)} and the unit of its row with the source.`,
    };
  },
  'number-read-in-another-locale': ({ cell, stored, typed }, print) => ({
    what: stored === null || typed === null ? 'The cell of a figure holds a date.' : `Excel reads the number as ${print.plain(stored)}; ${print.plain(typed)} was probably typed.`,
    why: 'An English Excel takes a point for the decimal separator and a slash for a date, and changes the number without a word.',
    todo: typed === null ? `Give ${cell} a number format and write the figure again.` : `Write ${cell} again as ${print.plain(typed)}, if that is right.`,
  }),
  'letter-in-figure': ({ cell, text, meant }, print) => ({
    what: `The cell says “${text}”, a figure with a letter in it${meant === null ? '' : `; ${print.plain(meant)} was probably meant`}.`,
    why: 'The letter O looks like 0, and l or I like 1, but Excel takes the whole cell for text and leaves it out of sums.',
    todo: meant === null ? `Type ${cell} again in digits alone.` : `Type ${cell} again as ${print.plain(meant)}, if that is right.`,
  }),
  'rate-range': ({ rate }, print) => ({
    what: `The rate says ${print.figure(rate.figure)}, which is not between 0% and 100%.`,
    why: 'A part is neither less than 0 nor more than its whole.',
    todo: `Compare ${cellOf(rate)} with the source.`,
  }),
  'count-fraction': ({ cell, value, unit }, print) => ({
    what: `Says ${print.plain(value)} ${unit}: a count has no fraction.`,
    why: 'A fraction is usually a point taken for a comma, or a unit mistaken.',
    todo: `Compare ${cell} with the source.`,
  }),
  'outlier-change': (facts, print) => {
    const style = { percent: true, decimals: 0 };
    return {
      what: `Its ${print.figure(facts.actual.figure)} is ${print.value(facts.ratio, style)} of ${comparedName(facts)}, far from the other indicators (usually about ${print.value(facts.usual, style)}).`,
      why: 'A change far out of line with the whole table is usually a slip.',
      todo: `Compare ${cellOf(facts.actual)} with the source; if it is right, note why.`,
    };
  },
};
