/** The sentences of the rules about breaks in a series, in English. */
import type { Language } from '#core/rules/all';

export const seriesSentences: Pick<Language, 'renamed-since-last' | 'split-since-last' | 'unit-since-last'> = {
  'renamed-since-last': ({ was, where }) => ({
    what: `Last year this indicator was called “${was}” (${where}).`,
    why: 'Both rows stand at one place in one unit, and their names, or last year’s figures, are alike.',
    todo: 'Keep last year’s name, or note the new one, so that the receiver can compare.',
  }),
  'split-since-last': ({ way, one, several, where }) => {
    const names = several.map((name) => `“${name}”`).join(', ');
    return way === 'split'
      ? { what: `Last year the ${several.length} rows ${names} were one: “${one}” (${where}).`, why: 'Their figures of last year add up to that row’s.', todo: 'Add a total row as last year had it, or note that the indicator was split.' }
      : { what: `This row takes the place of ${several.length} rows of last year: ${names} (${where}).`, why: 'Its figure of last year is theirs added up.', todo: 'Keep last year’s rows, or note that they were merged.' };
  },
  'unit-since-last': ({ cell, unit, was, where, money }) => ({
    what: `The unit says “${unit}”; last year (${where}) it was “${was}”.`,
    why: money ? 'In different units changes and ratios are easily off by thousands.' : 'Figures of different units cannot be compared.',
    todo: `Keep last year’s unit in ${cell}, or note the new one and work last year’s figure out again.`,
  }),
};
