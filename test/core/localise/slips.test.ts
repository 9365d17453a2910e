/** Slips against every figure tried: a slip leads to the figure on the sheet exactly where a typist's would. */
import { expect, test } from '@jest/globals';
import { slips } from '#core/localise/slips';
import { Random } from '#test/generate/random';

/** Every text that one slip of the keys makes of a figure. */
function typed(figure: number): Map<string, string> {
  const text = String(figure);
  const made = new Map<string, string>();
  const put = (to: string, cause: string): void => {
    if (to !== text && to !== '' && (to === '0' || !to.startsWith('0'))) made.set(`${cause} ${to}`, cause);
  };
  for (let i = 0; i < text.length; i += 1) {
    for (let digit = 0; digit < 10; digit += 1) {
      put(text.slice(0, i) + String(digit) + text.slice(i + 1), 'digit');
      put(text.slice(0, i) + String(digit) + text.slice(i), 'extra-digit');
    }
    for (let digit = 0; digit < 10; digit += 1) put(`${text}${digit}`, 'extra-digit');
    put(text.slice(0, i) + text.slice(i + 1), 'missing-digit');
    put(text.slice(0, i) + (text[i + 1] ?? '') + (text[i] ?? '') + text.slice(i + 2), 'transposed-digits');
  }
  return made;
}

test('[D3] a figure is proposed just where one slip of it gives the figure that stands there', () => {
  const random = new Random(3);
  for (let round = 0; round < 40; round += 1) {
    const seen = random.whole(10, random.pick([99, 999, 4000]));
    const least = random.whole(0, 900);
    const most = least + random.whole(1, 3000);
    const expected = Array.from({ length: most - least + 1 }, (_, i) => least + i).filter((one) => one > 0 && one !== seen).flatMap((one) => [...typed(one)].filter(([key]) => key.endsWith(` ${seen}`)).map(([, cause]) => `${one} ${cause}`));
    const found = slips(seen, least, most).filter(({ value, cause }) => value > 0 && cause !== 'tenfold' && cause !== 'thousandfold').map(({ value, cause }) => `${value} ${cause}`);
    expect([seen, [...new Set(found)].toSorted()]).toEqual([seen, [...new Set(expected)].toSorted()]);
  }
});

test('[D3] slips keep the sign, and both limits', () => {
  const positive = slips(1437, 1400, 1500).map(({ value }) => value);
  expect(slips(-1437, -1500, -1400).map(({ value }) => 0 - value)).toEqual(positive);
  expect(positive).toContain(1473);
  expect(slips(1437, 1474, 2000).map(({ value }) => value)).not.toContain(1473);
});

test('[D3] slips › with its first digit taken off a figure does not begin with a zero, nor is nothing left of it', () => {
  const extra = (figure: number): number[] => slips(figure, 0, 10_000).filter(({ cause }) => cause === 'extra-digit').map(({ value }) => value);
  expect([extra(1000), extra(10), extra(7)]).toEqual([[100, 100, 100], [1, 0], []]);
});
