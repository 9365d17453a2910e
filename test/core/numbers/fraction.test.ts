import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonical } from '#core/numbers/decimal';
import { addFractions, ceiling, compareFractions, divideFractions, floor, fraction, multiplyFractions, subtractFractions, toDecimal, type Fraction } from '#core/numbers/fraction';
import { power, Rational } from '#test/core/numbers/rational';

const whole = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
const fractions = fc.tuple(whole, whole.filter((d) => d !== 0n)).map(([n, d]) => fraction(n, d));
const valueOf = ({ n, d }: Fraction): Rational => new Rational(n, d);

test('[N1] fractions › add, subtract, multiply, divide and compare exactly, and keep their divisor above 0', () => {
  fc.assert(fc.property(fractions, fractions, (a, b) => {
    const results = [addFractions(a, b), subtractFractions(a, b), multiplyFractions(a, b), ...(b.n === 0n ? [] : [divideFractions(a, b)])];
    const [left, right] = [valueOf(a), valueOf(b)];
    expect(results.map(valueOf)).toEqual([left.plus(right), left.minus(right), left.times(right), ...(b.n === 0n ? [] : [left.over(right)])]);
    expect(results.every(({ d }) => d > 0n)).toBe(true);
    expect(compareFractions(a, b)).toBe(left.compare(right));
  }));
});

test('[N1] floor and ceiling › enclose the fraction, on both sides of zero', () => {
  fc.assert(fc.property(fractions, (value) => {
    const [low, high] = [new Rational(floor(value)), new Rational(ceiling(value))];
    expect(low.compare(valueOf(value))).toBeLessThanOrEqual(0);
    expect(high.compare(valueOf(value))).toBeGreaterThanOrEqual(0);
    expect(high.minus(low).isBelow(new Rational(2n))).toBe(true);
  }));
  expect([floor(fraction(-7n, 2n)), ceiling(fraction(-7n, 2n)), floor(fraction(-6n, 2n)), ceiling(fraction(6n, 2n))]).toEqual([-4n, -3n, -3n, 3n]);
});

test('[N1] toDecimal › is the nearest decimal of its places, ties away from zero', () => {
  fc.assert(fc.property(fractions, fc.integer({ min: -6, max: 12 }), (value, places) => {
    expect(canonical(toDecimal(value, places))).toBe(valueOf(value).shortened(power(-places), 'half-up').text(Math.max(places, 0)));
  }));
});

test('[N1] fraction › refuses to divide by zero, with the figure it was to divide', () => {
  expect(() => fraction(5n, 0n)).toThrow(new RangeError('Cannot divide 5 by zero: ask for a divisor other than 0'));
  expect(() => divideFractions(fraction(1n), fraction(0n))).toThrow(RangeError);
});
