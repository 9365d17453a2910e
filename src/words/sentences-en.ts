/** The rules' sentences in English; a rule without one does not compile. */
import type { Language } from '#core/rules/all';
import { cellOf } from '#core/relations/relation';
import type { ChangeFacts } from '#core/rules/change';
import type { RatioFacts } from '#core/rules/comparing';
import { cellList } from '#core/rules/sentence-parts';
import type { Print } from '#core/print';
import type { Sentence } from '#core/rule';
import { fractionOf, subtractFractions, toDecimal } from '#core/numbers/fraction';
import { comparedName } from '#words/compared-en';
import { formulaSentences } from '#words/formulas-en';
import { layoutSentences } from '#words/layout-en';
import { seriesSentences } from '#words/series-en';
import { plausibilitySentences } from '#words/plausibility-en';

function sayRatio(facts: RatioFacts, print: Print): Sentence {
  const { judged, actual, base, change, grade, growth } = facts;
  const right = print.value(facts.worked, judged.figure);
  const range = print.workedOut(facts.worked, facts.expected, judged.figure);
  const measure = growth ? 'growth' : 'ratio';
  const stated = `The ${measure} to ${comparedName(facts)} says ${print.figure(judged.figure)}`;
  const what = {
    wrong: `${stated}; it works out at ${range}.`,
    truncated: `${stated}; rounded it is ${right} (the figure was cut off).`,
    'last-digit': `${stated}; it works out at ${right}, one off in the last digit.`,
    exact: `${stated}.`,
  }[grade];
  const top = print.figure(actual.figure);
  const less = growth ? ' − 100%' : '';
  const bottom = base === null ? impliedBase(facts, print) : print.figure(base.figure);
  const why = change === null || base !== null ? `${capital(measure)} = ${top} / ${bottom}${less} = ${right}.` : `By the table, ${comparedName(facts)} was ${bottom}. ${capital(measure)} = ${top} / ${bottom}${less} = ${right}.`;
  const cell = cellOf(judged);
  const inputs = [actual, base ?? change].filter((term) => term !== null).map(cellOf).join(', ');
  const todo = grade === 'wrong' ? `Set ${cell} to ${right}; if ${cell} is right, compare ${inputs} with the source.` : `Optional; ${cell} may be set to ${right}.`;
  return { what, why, todo };
}

function impliedBase({ actual, change }: RatioFacts, print: Print): string {
  if (change === null) return '';
  const decimals = Math.max(actual.figure.decimals, change.figure.decimals);
  const base = subtractFractions(fractionOf(actual.figure.value), fractionOf(change.figure.value));
  return print.value(toDecimal(base, decimals), { ...actual.figure, decimals });
}

function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}

function sayChange(facts: ChangeFacts, print: Print): Sentence {
  const { change, actual, base, worked, grade } = facts;
  const right = print.value(worked, change.figure);
  return {
    what: `The change to ${comparedName(facts)} says ${print.figure(change.figure)}; it works out at ${right}.`,
    why: `Change = ${print.figure(actual.figure)} − ${print.figure(base.figure)} = ${right}.`,
    todo: grade === 'wrong' ? `Set ${cellOf(change)} to ${right}, or compare ${cellOf(actual)}, ${cellOf(base)} with the source.` : `Optional; ${cellOf(change)} may be set to ${right}.`,
  };
}

export const sentences: Language = {
  ...layoutSentences,
  ...seriesSentences,
  ...plausibilitySentences,
  ...formulaSentences,
  'sum-of-parts': ({ total, parts, sum, gap, grade, partial }, print) => ({
    what: `The total says ${print.figure(total.figure)}, but ${partial ? 'the parts that are filled in' : `its ${parts.length} parts`} add up to ${print.value(sum, { percent: false, decimals: sum.places })} (${print.signed(gap, { percent: false, decimals: gap.places })})${grade === 'truncated' ? ' (a figure was cut off)' : ''}.`,
    why: partial ? 'A total cannot be less than its parts.' : 'A total is the sum of its parts.',
    todo: `Compare ${cellOf(total)} and ${cellList(parts)} with the source.`,
  }),
  'subset-of-whole': ({ part, whole }, print) => ({
    what: `Says ${print.figure(part.figure)}, more than the ${print.figure(whole.figure)} of “${whole.row.name}”, which includes it.`,
    why: 'A subset cannot exceed its whole.',
    todo: `Compare ${cellOf(part)} and ${cellOf(whole)} with the source.`,
  }),
  'grandparent-figure': ({ total, above }, print) => ({
    what: `Says ${print.figure(total.figure)}, exactly the figure of “${above.row.name}” above it, while its own parts add up to another.`,
    why: 'The figure of the level above may have been copied into this row.',
    todo: `Compare ${cellOf(total)} with the source.`,
  }),
  'displayed-sum': ({ total, parts, sum }, print) => ({
    what: `The total displays ${print.figure(total.figure)}, but the figures displayed add up to ${print.value(sum, total.figure)}.`,
    why: 'The cells hold formulas with more digits than they display: what is stored agrees, what is displayed does not.',
    todo: `Optional; ROUND in ${cellList(parts)} would let a reader add up the same total.`,
  }),
  'base-elsewhere': (facts, print) => {
    const { judged, base, where, worked, measure } = facts;
    const name = comparedName(facts);
    const right = print.value(worked, judged.figure);
    const stated = { base: `The figure of ${name}`, change: `The change against ${name}`, ratio: `The ratio to ${name}`, growth: `The growth since ${name}` }[measure];
    return {
      what: `${stated} says ${print.figure(judged.figure)}; by ${where} it is ${right}.`,
      why: `In ${where} the figure of ${name} is ${print.figure(base)}.`,
      todo: `Compare ${cellOf(judged)} with ${where}: set ${cellOf(judged)} to ${right}, or say why the figure of ${name} has changed.`,
    };
  },
  'change-of-base': sayChange,
  'ratio-of-base': sayRatio,
  'plan-change': sayChange,
  attainment: sayRatio,
  'rate-of-rows': ({ rate, numerator, denominator, worked, grade }, print) => {
    const right = print.value(worked, rate.figure);
    return {
      what: `The rate says ${print.figure(rate.figure)}; it works out at ${right}${grade === 'truncated' ? ' (the figure was cut off)' : ''}.`,
      why: `Rate = ${print.figure(numerator.figure)} (“${numerator.row.name}”) / ${print.figure(denominator.figure)} (“${denominator.row.name}”) = ${right}.`,
      todo: grade === 'wrong' ? `Set ${cellOf(rate)} to ${right}, or compare ${cellOf(numerator)}, ${cellOf(denominator)} with the source.` : `Optional; ${cellOf(rate)} may be set to ${right}.`,
    };
  },
  'share-of-whole': ({ share, part, whole, worked, grade }, print) => {
    const right = print.value(worked, share.figure);
    return {
      what: `The share says ${print.figure(share.figure)}; it works out at ${right}.`,
      why: `Share = ${print.figure(part.figure)} / ${print.figure(whole.figure)} (“${whole.row.name}”) = ${right}.`,
      todo: grade === 'wrong' ? `Set ${cellOf(share)} to ${right}, or compare ${cellOf(part)}, ${cellOf(whole)} with the source.` : `Optional; ${cellOf(share)} may be set to ${right}.`,
    };
  },
  'change-of-rate': (facts, print) => {
    const { change, worked, inputs } = facts;
    const { top, topChange, bottom, bottomChange } = inputs;
    const right = print.points(worked, change.figure);
    return {
      what: `The rate is said to change by ${print.points(change.figure.value, change.figure)} since ${comparedName(facts)}; by its components the change is ${right}.`,
      why: `The change of a rate is in percentage points: ${print.figure(top.figure)} / ${print.figure(bottom.figure)} less (${print.figure(top.figure)} − ${print.figure(topChange.figure)}) / (${print.figure(bottom.figure)} − ${print.figure(bottomChange.figure)}).`,
      todo: `Compare ${cellOf(change)} with ${[top, topChange, bottom, bottomChange].map(cellOf).join(', ')}.`,
    };
  },
  'base-of-ratio': (facts, print) => {
    const { actual, ratio, bases } = facts;
    const tries = bases.map((one) => `${print.figure(actual.figure)} / ${print.plain(one.base)} = ${print.value(one.ratio, ratio.figure)}`).join('; ');
    return {
      what: `The ratio to ${comparedName(facts)} says ${print.figure(ratio.figure)}, but no whole number gives it.`,
      why: `The figure of ${comparedName(facts)} is a whole number: ${tries}.`,
      todo: `Compare ${cellOf(ratio)} and ${cellOf(actual)} with the source.`,
    };
  },
  'negative-base': (facts, print) => {
    const { actual, change, base, cell } = facts;
    const zero = base.digits === 0n;
    const sum = change === null ? '' : ` (${print.figure(actual.figure)} − ${print.figure(change.figure)})`;
    return {
      what: zero ? `By the table, ${comparedName(facts)} was 0${sum}, so there can be no ratio.` : `By the table, ${comparedName(facts)} was ${print.value(base, actual.figure)}${sum}: a negative figure.`,
      why: zero ? 'There is no ratio to 0.' : 'A rise cannot exceed the actual: the figure of last year or of the plan is not below 0.',
      todo: `Check ${cell}: the sign may be wrong, or last year's figure stands in place of the change.`,
    };
  },
  'sign-of-change': (facts, print) => {
    const { change, ratio } = facts;
    return {
      what: `Against ${comparedName(facts)} the change says ${print.signed(change.figure.value, change.figure)} but the ratio says ${print.figure(ratio.figure)}.`,
      why: change.figure.value.digits > 0n ? 'With a rise the ratio is above 100%.' : 'With a fall the ratio is below 100%.',
      todo: `Compare ${cellOf(change)} and ${cellOf(ratio)} with the source: a sign may be wrong, or growth stands in place of the ratio.`,
    };
  },
  'stock-and-flow': (facts, print) => {
    const { change, opened, closed, worked } = facts;
    return {
      what: `Against ${comparedName(facts)} it says ${print.signed(change.figure.value)}, but ${print.figure(opened.figure)} new less ${print.figure(closed.figure)} dissolved is ${print.value(worked, change.figure)}.`,
      why: 'Closing = opening + new − dissolved, unless some were converted, merged or recounted.',
      todo: `Compare ${cellOf(change)}, ${cellOf(opened)}, ${cellOf(closed)}; if some were recounted or converted, note it.`,
    };
  },
  'same-figure': ({ here, there, place }, print) => ({
    what: `Says ${print.figure(here.figure)}, but the same indicator at ${place} says ${print.figure(there.figure)}.`,
    why: 'One indicator of one period has the same figure wherever it stands.',
    todo: `Compare ${cellOf(here)} and ${place} with the source.`,
  }),
  'past-sum-of-parts': (facts, print) => {
    const { total, parts, sum, gap } = facts;
    return {
      what: `Against ${comparedName(facts)} the total changes by ${print.signed(total.figure.value)}, but its parts together by ${print.signed(sum)} (${print.signed(gap)}).`,
      why: "Last year's (or the plan's) total and parts agree too, so their changes add up.",
      todo: `Compare ${cellOf(total)} and ${cellList(parts)} with the source.`,
    };
  },
};
