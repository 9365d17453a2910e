import { expect, test } from '@jest/globals';
import { readSettings, USUAL } from '#app/session/settings';

test.each([
  [null, {}], ['', {}], ['{', {}], ['7', {}], ['null', {}], ['{"live":"no","marks":0,"language":"fr","sheets":[1],"template":3}', {}],
  ['{"live":false,"marks":false,"language":"en","template":"x","sheets":["A"]}', { live: false, marks: false, language: 'en', template: 'x', sheets: ['A'] }],
  ['{"__proto__":{"live":false}}', {}], ['{"kinds":{"a":1}}', {}], ['{"kinds":[["A!B","plan"],7]}', { kinds: [['A!B', 'plan'], 7] }],
])('[V6] settings kept as %s are read without a fault', (text, expected) => {
  expect(readSettings(text)).toEqual({ ...USUAL, ...expected });
});
