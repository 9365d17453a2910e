import { expect, test } from '@jest/globals';
import { spotOf } from '#app/session/places';

const SHEETS = [{ id: 's2', name: 'Kế hoạch', hidden: false }, { id: 's3', name: "Năm '19", hidden: false }, { id: 's4', name: 'B', hidden: true }];

test.each([
  ['D6', { sheet: 's1', row: 5, column: 3 }],
  ["'Kế hoạch'!D6", { sheet: 's2', row: 5, column: 3 }],
  ["'Năm ''19'!A1", { sheet: 's3', row: 0, column: 0 }],
  ['B!A2', { sheet: 's4', row: 1, column: 0 }],
  ["'[kế hoạch.xlsx]Kế hoạch'!D6", null],
])('[V1] a finding\'s cell %s is found', (cell, expected) => {
  expect(spotOf(cell, 's1', SHEETS)).toEqual(expected);
});
