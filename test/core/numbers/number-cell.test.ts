import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonical, decimal, plain } from '#core/numbers/decimal';
import { isGap } from '#core/numbers/figure';
import { formatFacts, readNumber, type NumberCell } from '#core/numbers/number-cell';

/** "103.3% to 10^-1, rounded, shown with 1": value, place known, knowledge, decimals shown. */
function seen(cell: Partial<NumberCell> & { readonly value: number }): string {
  const reading = readNumber({ format: null, formula: false, count: false, ...cell });
  if (isGap(reading)) return reading;
  const { value, place, knowledge, percent, decimals } = reading;
  return `${canonical(value)}${percent ? '%' : ''} to 10^${place}, ${knowledge}, shown with ${decimals}`;
}

/** "2 decimals, percent": what a format says of a value. */
function facts(format: string | null, value = 1): string {
  const { decimals, always, percent, date, scaledBy } = formatFacts(format, value);
  if (date) return 'date';
  const shown = decimals === null ? 'as stored' : `${always === decimals ? '' : `${always} to `}${decimals} decimals`;
  return [shown, percent ? 'percent' : '', scaledBy > 0 ? `thousands hidden ${scaledBy}` : ''].filter((part) => part !== '').join(', ');
}

describe('number formats', () => {
  test.each([
    [null, 'as stored'], ['', 'as stored'], ['General', 'as stored'], ['@', 'as stored'],
    ['0', '0 decimals'], ['#,##0', '0 decimals'], ['0.0', '1 decimals'], ['#,##0.00', '2 decimals'],
    ['0.0##', '1 to 3 decimals'], ['#,##0.##', '0 to 2 decimals'],
    ['0%', '0 decimals, percent'], ['0.0%', '1 decimals, percent'], ['0.00 %', '2 decimals, percent'], ['General"%"', 'as stored'],
    ['#,##0,', '0 decimals, thousands hidden 1'], ['#,##0.0,,', '1 decimals, thousands hidden 2'], ['0,"k"', '0 decimals, thousands hidden 1'],
    ['dd/mm/yyyy', 'date'], ['[$-409]d-mmm', 'date'], ['h:mm', 'date'], ['[h]:mm', 'date'], ['mm:ss.0', 'date'], ['[$-F800]dddd, mmmm dd, yyyy', 'date'],
    ['0.00E+00', 'as stored'], ['# ?/?', 'as stored'],
    ['#,##0 "HTX"', '0 decimals'], ['0.0 "ngày; 0.00"', '1 decimals'], [String.raw`#,##0\ \đ`, '0 decimals'], ['#,##0 [$₫-42A]', '0 decimals'],
    ['[Red]0.0', '1 decimals'], [String.raw`_(* #,##0.0_);_(* \(#,##0.0\);_(* "-"??_);_(@_)`, '1 decimals'], ['_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', '0 decimals'],
  ])('[N4] formatFacts › %p: %s', (format, right) => {
    expect(facts(format)).toBe(right);
  });

  test('[N4] formatFacts › a section each for figures above and below 0; a zero is known as well as the first', () => {
    const format = '#,##0.0;(#,##0);"-"??';
    expect([5, -5, 0].map((value) => facts(format, value))).toEqual(['1 decimals', '0 decimals', '1 decimals']);
    expect(facts('0.0;"âm"', -5)).toBe('1 decimals');
    expect(facts('0.0;[Red]-0.00', -5)).toBe('2 decimals');
  });

  test('[N4] formatFacts › conditions choose the section, and what meets none takes the one without', () => {
    const format = '[<10]0.00;[>=1000]#,##0;0.0';
    expect([5, -5, 10, 999, 1000].map((value) => facts(format, value))).toEqual(['2 decimals', '2 decimals', '1 decimals', '1 decimals', '0 decimals']);
    expect([0, 1].map((value) => facts('[=0]0;[<>0]0.0', value))).toEqual(['0 decimals', '1 decimals']);
    expect([0.5, 1, 2].map((value) => facts('[<=1]0.0%;[>1]0', value))).toEqual(['1 decimals, percent', '1 decimals, percent', '0 decimals']);
  });
});

describe('constants', () => {
  test.each([
    [{ value: 25_454 }, '25454 to 10^0, rounded, shown with 0'],
    [{ value: 103.3 }, '103.3 to 10^-1, rounded, shown with 1'],
    [{ value: 0.1 + 0.2 }, '0.300000000000 to 10^-12, stored, shown with 2'],
    [{ value: -0 }, '0 to 10^0, rounded, shown with 0'],
    [{ value: 1e21 }, '1000000000000000000000 to 10^7, stored, shown with 0'],
    [{ value: 1e-7 }, '0.0000001 to 10^-7, rounded, shown with 2'],
    [{ value: 123_456_789_012_345_680 }, '123456789012346000 to 10^3, stored, shown with 0'],
  ])('[N4] readNumber › without a format the shortest decimal, at most 15 digits: %j is %s', (cell, right) => {
    expect(seen(cell)).toBe(right);
  });

  test.each([
    [{ value: 3600.64, format: '#,##0.0' }, '3600.6 to 10^-1, rounded, shown with 1'],
    [{ value: 3600, format: '#,##0.0' }, '3600 to 10^-1, rounded, shown with 1'],
    [{ value: 3600.6, format: '#,##0.##' }, '3600.6 to 10^-1, rounded, shown with 1'],
    [{ value: 3600.678, format: '#,##0.##' }, '3600.68 to 10^-2, rounded, shown with 2'],
    [{ value: 1_234_567, format: '#,##0,' }, '1235000 to 10^3, rounded, shown with 0'],
    [{ value: 1_234_567, format: '#,##0.0,' }, '1234600 to 10^2, rounded, shown with 0'],
    [{ value: 1_234_567_890, format: '0.0,,' }, '1234600000 to 10^5, rounded, shown with 0'],
    [{ value: 12.25, format: '0.0' }, '12.3 to 10^-1, rounded, shown with 1'],
    [{ value: -12.25, format: '0.0;(0)' }, '-12 to 10^0, rounded, shown with 0'],
    [{ value: 1.005, format: '0.00' }, '1.01 to 10^-2, rounded, shown with 2'],
    [{ value: 1.412_499_999_999_999_9, format: '0.0%' }, '141.3% to 10^-1, rounded, shown with 1'],
  ])('[N5] readNumber › known to the last place of its format: %j is %s', (cell, right) => {
    expect(seen(cell)).toBe(right);
  });

  test.each([
    [{ value: 1.033, format: '0.0%' }, '103.3% to 10^-1, rounded, shown with 1'],
    [{ value: 1.033_958, format: '0%' }, '103% to 10^0, rounded, shown with 0'],
    [{ value: 1.2, format: '0.0%' }, '120% to 10^-1, rounded, shown with 1'],
    [{ value: 0.56, format: '0%' }, '56% to 10^0, rounded, shown with 0'],
  ])('[N5] readNumber › a percent format gives percent: %j is %s', (cell, right) => {
    expect(seen(cell)).toBe(right);
  });

  test('[N5] readNumber › a count keeps the digits that its format hides', () => {
    expect(seen({ value: 1_234_567, format: '#,##0,', count: true })).toBe('1234567 to 10^0, rounded, shown with 0');
    expect(seen({ value: 25.454, format: '0', count: true })).toBe('25.454 to 10^-3, rounded, shown with 3');
  });

  test('[N4] readNumber › a date is no figure, and neither is what a damaged file may hold', () => {
    expect(seen({ value: 43_966, format: 'dd/mm/yyyy' })).toBe('date');
    expect([Number.NaN, Infinity, -Infinity].map((value) => seen({ value }))).toEqual(['unreadable', 'unreadable', 'unreadable']);
  });
});

describe('formulas', () => {
  const formula = true;
  test.each([
    [{ value: 102 / 85, format: '0.0%', formula }, '120% to 10^-1, rounded, shown with 1'],
    [{ value: 113 / 80, format: '0%', formula }, '141.25% to 10^-2, rounded, shown with 0'],
    [{ value: 25_454 / 24_618, format: '0.0%', formula }, '103.3958891868% to 10^-10, stored, shown with 1'],
    [{ value: 25_454 / 24_618, formula }, '1.033958891868 to 10^-12, stored, shown with 2'],
    [{ value: 3.4 + 6.6 + 0.1, format: '0.0', formula }, '10.1 to 10^-1, rounded, shown with 1'],
    [{ value: 10.1 + 20.2 + 30.3, format: '0', formula }, '60.600000000000 to 10^-12, stored, shown with 0'],
    [{ value: 0.1 + 0.7 + 0.1, format: '0.0', formula }, '0.900000000000 to 10^-12, stored, shown with 1'],
    [{ value: 0.366 - 0.369, format: '0.0%', formula }, '-0.3000000000% to 10^-10, stored, shown with 1'],
    [{ value: 0.5 - 0.4 - 0.1, format: '0.0', formula }, '0.000000000000 to 10^-12, stored, shown with 1'],
    [{ value: 381, formula }, '381 to 10^0, rounded, shown with 0'],
  ])('[N4] readNumber › a formula counts with its stored value, however it is shown: %j is %s', (cell, right) => {
    expect(seen(cell)).toBe(right);
  });
});

test('[N4] a constant is the shortest decimal of its double, however few its places', () => {
  const typed = fc.tuple(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.nat({ max: 7 })).map(([digits, places]) => Number(`${digits}e-${places}`));
  fc.assert(fc.property(typed, (value) => {
    const reading = readNumber({ value, format: null, formula: false, count: false });
    expect(isGap(reading) ? reading : canonical(reading.value)).toBe(canonical(plain(decimal(String(value)))));
  }), { numRuns: 5000 });
});
