import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { absolute, canonical, compare, decimal, equal, isWhole, minus, negated, plain, plus, rounded, shifted, withPlaces, type Decimal } from '#core/numbers/decimal';
import { power, Rational } from '#test/core/numbers/rational';

const decimals = fc.record({ digits: fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), places: fc.nat({ max: 30 }) });

/** The decimal's value by the tests' own arithmetic. */
function valueOf({ digits, places }: Decimal): Rational {
  return new Rational(digits, 10n ** BigInt(places));
}

describe('a decimal and its text', () => {
  test('[N1] decimal › gives back what canonical wrote, with its places', () => {
    fc.assert(fc.property(decimals, (value) => {
      expect(decimal(canonical(value))).toEqual(value);
    }));
  });

  test('[N1] canonical › gives back the text that decimal read', () => {
    fc.assert(fc.property(fc.stringMatching(/^-?[1-9]\d{0,30}(\.\d{1,20})?$/), (text) => {
      expect(canonical(decimal(text))).toBe(text);
    }));
  });

  test('[N1] decimal › reads every double as JavaScript prints it, and nothing of its value is lost', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(Number(canonical(decimal(String(value))))).toBe(value === 0 ? 0 : value);
    }), { seed: 4, numRuns: 1000 });
  });

  test.each([
    ['-998175', { digits: -998_175n, places: 0 }],
    ['103.3', { digits: 1033n, places: 1 }],
    ['120.0', { digits: 1200n, places: 1 }],
    ['-0.05', { digits: -5n, places: 2 }],
    ['1e-7', { digits: 1n, places: 7 }],
    ['1.5e+21', { digits: 15n * 10n ** 20n, places: 0 }],
    ['1.25e1', { digits: 125n, places: 1 }],
  ])('[N1] decimal › %s', (text, value) => {
    expect(decimal(text.replace('e1', 'e+1'))).toEqual(value);
  });

  test.each(['', '-', '1,5', '1.', '.5', '+1', '1 000', 'e5', '0x10', 'NaN', 'Infinity'])('[N1] decimal › refuses %p', (text) => {
    expect(() => decimal(text)).toThrow(SyntaxError);
  });

  test('[N1] plain › 120.0 is 120, 0.00 is 0, and 100 stays 100', () => {
    expect(['120.0', '0.00', '100', '-1.50'].map((text) => canonical(plain(decimal(text))))).toEqual(['120', '0', '100', '-1.5']);
  });
});

describe('reckoning agrees with fractions', () => {
  test('[N1] compare, plus and minus', () => {
    fc.assert(fc.property(decimals, decimals, (a, b) => {
      expect(compare(a, b)).toBe(valueOf(a).compare(valueOf(b)));
      expect(equal(a, b)).toBe(valueOf(a).compare(valueOf(b)) === 0);
      expect(valueOf(plus(a, b))).toEqual(valueOf(a).plus(valueOf(b)));
      expect(valueOf(minus(a, b))).toEqual(valueOf(a).minus(valueOf(b)));
    }));
  });

  test('[N1] withPlaces, plain, negated and absolute keep the value or its size', () => {
    fc.assert(fc.property(decimals, fc.nat({ max: 40 }), (value, places) => {
      expect(valueOf(withPlaces(value, places))).toEqual(valueOf(value));
      expect(withPlaces(value, places).places).toBeGreaterThanOrEqual(places);
      expect(valueOf(plain(value))).toEqual(valueOf(value));
      expect(valueOf(plus(value, negated(value)))).toEqual(new Rational(0n));
      expect(valueOf(absolute(value))).toEqual(valueOf(value).size());
    }));
  });

  test('[N1] shifted › multiplies by ten to either side', () => {
    fc.assert(fc.property(decimals, fc.integer({ min: -20, max: 20 }), (value, by) => {
      expect(valueOf(shifted(value, by))).toEqual(valueOf(value).times(power(by)));
      expect(shifted(value, by).places).toBeGreaterThanOrEqual(0);
    }));
  });

  test('[N1] rounded › is the nearest figure of its place, ties away from zero, and rounding again changes nothing', () => {
    fc.assert(fc.property(decimals, fc.integer({ min: -8, max: 30 }), (value, places) => {
      const round = rounded(value, places);
      expect(valueOf(round)).toEqual(places >= value.places ? valueOf(value) : valueOf(value).shortened(power(-places), 'half-up'));
      expect(rounded(round, places)).toEqual(round);
    }));
  });

  test.each([
    ['141.25', 1, '141.3'], ['-141.25', 1, '-141.3'], ['141.249', 1, '141.2'], ['0.05', 1, '0.1'], ['-0.04', 1, '0.0'],
    ['6389681', -4, '6390000'], ['4999', -4, '0'], ['-5000', -4, '-10000'],
  ])('[N1] rounded › %s to %i places is %s', (text, places, right) => {
    expect(canonical(rounded(decimal(text), places))).toBe(right);
  });

  test('[N1] isWhole › looks at the value, not at the places', () => {
    expect(['12', '12.00', '-3.0', '12.01', '0.0'].map((text) => isWhole(decimal(text)))).toEqual([true, true, true, false, true]);
  });
});
