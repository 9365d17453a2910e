import { expect, test } from '@jest/globals';
import { later } from '#app/session/later';
import { isDarkColour } from '#faces/taskpane/page';
import { hourOf } from '#panel/page';

test.each([['#FFFFFF', false], ['#292929', true], ['#217346', true], ['#f3f2f1', false], ['none', false]])('[V8] a ground of %s is dark: %p', (colour, dark) => {
  expect(isDarkColour(colour)).toBe(dark);
});

test('[V3] the hour of a check is written with two figures each', () => {
  expect(hourOf(new Date(2021, 0, 5, 9, 4).getTime())).toBe('09:04');
});

test('[V7] what is called off does not happen', async () => {
  let happened = '';
  later(1, () => { happened += 'a'; });
  later(1, () => { happened += 'b'; })();
  await new Promise((resolve) => { setTimeout(resolve, 20); });
  expect(happened).toBe('a');
});
