/** Diagnoses in English: which figure is wrong, what belongs there, why, and what to do. */
import type { ChangeFacts, DiagnosisFacts, Working } from '#core/diagnosis-facts';
import type { Cause } from '#core/localise/weights';
import type { Print } from '#core/print';
import { cellOf } from '#core/relations/relation';
import type { Sentence } from '#core/rule';
import { cellList } from '#core/rules/sentence-parts';
import { comparedName } from '#words/compared-en';

export function sayDiagnosis(facts: DiagnosisFacts, print: Print): Sentence {
  const { best, contradiction } = facts;
  if (best.length === 0) {
    return { what: contradiction.what, why: `${contradiction.why} Too many corrections would fit to decide which cell is wrong.`, todo: contradiction.todo };
  }
  return { what: facts.tie ? contradiction.what : best.map((change) => whatIs(change, best.length > 1, print)).join(' '), why: whyIs(facts, print), todo: todoIs(facts, print) };
}

const MEASURES: Readonly<Record<ChangeFacts['measure'], string>> = { ratio: 'The ratio', growth: 'The growth', change: 'The change', rate: 'The rate', share: 'The share', total: 'The total', level: 'The figure' };

/** @param named with its cell, where several are wrong */
function whatIs(change: ChangeFacts, named: boolean, print: Print): string {
  const { term, measure, compared, proposal, worked } = change;
  const name = `${MEASURES[measure]}${compared === null ? '' : ` to ${comparedName(compared)}`}`;
  const stated = `${name}${named ? ` in ${cellOf(term)}` : ''} says ${print.figure(term.figure)}`;
  const because = CAUSES[change.cause](change, print);
  if (proposal === null) return `${stated}: it does not agree with the figures around it${because === '' ? '' : `; ${because}`}.`;
  const right = change.among === null ? print.value(proposal, styleOf(change)) : amongText(change, change.among, print);
  return `${stated}; by the table's own figures it is ${right}${worked === null ? '' : ` (${workedText(worked, print)})`}${because === '' ? '' : `; ${because}`}.`;
}

function styleOf({ term: { figure }, proposal }: ChangeFacts): { readonly percent: boolean; readonly decimals: number } {
  const places = proposal?.places ?? 0;
  return { percent: figure.percent, decimals: places > figure.decimals && figure.place > -places ? places : figure.decimals };
}

function amongText(change: ChangeFacts, { low, high }: NonNullable<ChangeFacts['among']>, print: Print): string {
  return `between ${print.value(low, styleOf(change))} and ${print.value(high, styleOf(change))}`;
}

function workedText({ operator, figures }: Working, print: Print): string {
  return figures.map(({ value, percent }) => print.plain(value) + (percent ? '%' : '')).join(` ${operator} `);
}

type Say = (change: ChangeFacts, print: Print) => string;

const CAUSES: Readonly<Record<Cause, Say>> = {
  'growth-for-ratio': ({ term }, print) => `${print.figure(term.figure)} is the growth`,
  'wrong-base': () => 'the change was divided by this year’s figure',
  sign: () => 'the sign is wrong',
  digit: () => 'one digit is off',
  'transposed-digits': () => 'two digits are swapped',
  'missing-digit': () => 'a digit is missing',
  'extra-digit': () => 'there is a digit too many',
  tenfold: () => 'it is ten times off',
  thousandfold: () => 'it is a thousand times off',
  locale: () => 'Excel read it in another locale',
  'copied-from-neighbour': () => 'it seems to be copied from another cell of the column',
  'level-for-change': ({ term, compared }, print) => `${print.figure(term.figure)} is the figure of ${compared === null ? 'another period' : comparedName(compared)}, not the change`,
  'swapped-cells': () => 'the two cells are swapped',
  'stale-after-edit': () => 'it was not updated after an edit',
  'missing-part': () => 'a part was left out',
  unknown: ({ from }) => (from.length === 0 ? '' : `worked out from ${cellList(from)}`),
};

function whyIs({ contradiction, tie, others, best, confirmed, mayNotApply }: DiagnosisFacts, print: Print): string {
  const sure = confirmed.map(({ term, by }) => `${cellOf(by)} confirms ${print.figure(term.figure)} (${cellOf(term)}).`);
  const open = tie ? [openText(others.length + 1, mayNotApply)] : best.length > 1 ? ['Correcting one cell alone leaves a contradiction.'] : [];
  return [contradiction.why, ...sure, ...open].join(' ');
}

function openText(repairs: number, mayNotApply: boolean): string {
  const ways = repairs === 1 ? 'This correction' : `${repairs} corrections`;
  const all = mayNotApply ? `${ways} and leaving the figures as they are` : ways;
  return `${all} are about equally likely; the table’s figures cannot tell them apart.`;
}

/** A stock that was reviewed, converted or merged need not obey its flow. */
const KEPT = 'leave them and note the reason, if a review, a conversion or a merger is behind it';

function todoIs({ best, others, tie, mayNotApply }: DiagnosisFacts, print: Print): string {
  const repairs = [...[best, ...others].map((changes) => changes.map((change) => repairText(change, print)).join(' and ')), ...(mayNotApply ? [KEPT] : [])];
  const [first = '', ...more] = repairs;
  if (tie) return `Compare with the source and choose one: ${repairs.join('; or ')}.`;
  return `${capital(first)}${more.length === 0 ? ', once compared with the source' : `; if the source says otherwise, ${more.join('; or ')}`}.`;
}

function repairText(change: ChangeFacts, print: Print): string {
  const cell = cellOf(change.term);
  if (change.proposal === null) return `look at ${cell} again`;
  const repair = `set ${cell} to ${print.value(change.proposal, styleOf(change))}`;
  return change.among === null ? repair : `${repair} (anything ${amongText(change, change.among, print)} fits)`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
