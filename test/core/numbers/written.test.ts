import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonical, compare, decimal, equal, plain, shifted } from '#core/numbers/decimal';
import { isGap, type Figure } from '#core/numbers/figure';
import { settled } from '#core/numbers/notation';
import { readNumber } from '#core/numbers/number-cell';
import { readText, type Notation } from '#core/numbers/number-text';
import { written } from '#core/numbers/written';

function inText(value: string, notation: Notation = 'vi', scale = 0): Figure {
  const text = readText(value);
  if (typeof text === 'string') throw new Error(`no figure: ${value}`);
  const digits = settled(text, notation);
  if (typeof digits === 'string') throw new Error(`no figure: ${value}`);
  return { value: shifted(digits, scale), place: -digits.places + scale, knowledge: 'rounded', percent: text.percent || scale > 0, decimals: Math.max(0, digits.places - scale) };
}

test.each([
  ['20,0%', 'vi', '120.0', '120,0%'], ['20,0%', 'vi', '1120', '1.120,0%'], ['119.399', 'vi', '119381', '119.381'], ['119399', 'vi', '119381', '119381'],
  ['381', 'vi', '1381', '1.381'], ['1,002.1', 'en', '1002.15', '1,002.15'], ['−5', 'vi', '-12', '-12'], ['trên 900', 'vi', '900.5', '900,5'],
] as const)('[N8] a text of "%s" in notation %s writes %s as "%s"', (value, notation, proposal, expected) => {
  expect(written(decimal(proposal), { value, figure: inText(value, notation), notation })).toBe(expected);
});

test('[N8] a text that holds a fraction for percents gets a fraction', () => {
  expect(written(decimal('103.3'), { value: '1,172', figure: inText('1,172', 'vi', 2), notation: 'vi' })).toBe('1,033');
});

test.each([[0.2, '0.0%', '120', 1.2], [20, '0.0', '120', 120], [17, null, '-3.5', -3.5]])('[N8] a number cell of %p under %p writes %s as %p', (value, format, proposal, expected) => {
  const figure = readNumber({ value, format, formula: false, count: false });
  if (isGap(figure)) throw new Error(figure);
  expect(written(decimal(proposal), { value, figure, notation: null })).toBe(expected);
});

test('[N8] what is written in text reads as the figure again', () => {
  const digits = fc.tuple(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.nat({ max: 3 })).map(([whole, places]) => ({ digits: whole, places }));
  fc.assert(fc.property(digits, fc.constantFrom<[string, Notation]>(['20,0%', 'vi'], ['1.234,5', 'vi'], ['1,234.5', 'en'], ['7', 'vi'], ['12345', 'en']), (proposal, [value, notation]) => {
    const text = written(proposal, { value, figure: inText(value, notation), notation });
    expect(typeof text).toBe('string');
    expect(equal(inText(String(text), notation).value, proposal)).toBe(true);
  }));
});

test('[N8] what is written as a number reads as the figure again', () => {
  fc.assert(fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.constantFrom('0.0%', '0.0', '#,##0.00'), (n, format) => {
    const old = readNumber({ value: 0.2, format, formula: false, count: false });
    if (isGap(old)) throw new Error(old);
    const proposal = plain(decimal(canonical({ digits: BigInt(n), places: 1 })));
    const value = written(proposal, { value: 0.2, figure: old, notation: null });
    const again = readNumber({ value: Number(value), format, formula: false, count: false });
    expect(isGap(again) ? again : compare(again.value, proposal)).toBe(0);
  }));
});

test('[S7] a text with a letter in it becomes a text among texts, in their groups, and a number among numbers', () => {
  const figure = { value: decimal('16520'), place: 0, knowledge: 'exact', percent: false, decimals: 0 } as const;
  expect(written(decimal('16520'), { value: '16.52O', figure, notation: 'vi' })).toBe('16.520');
  expect(written(decimal('16520'), { value: '1652O', figure, notation: 'vi' })).toBe('16520');
  expect(written(decimal('16520'), { value: '1652O', figure, notation: null })).toBe(16_520);
});
