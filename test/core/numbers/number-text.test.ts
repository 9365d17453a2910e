import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonical, plain, type Decimal } from '#core/numbers/decimal';
import { settled } from '#core/numbers/notation';
import { isMistyped, readAnyText, readText, type NumberText } from '#core/numbers/number-text';
import { Print } from '#core/print';

/** "vi 25454, en 25.454", with what else the text shows; a gap is its own name. */
function seen(text: string): string {
  const reading = readText(text);
  if (typeof reading === 'string') return reading;
  const says = (value: Decimal | null): string => (value === null ? '–' : canonical(value));
  const { vi, en, percent, about } = reading;
  return [says(vi) === says(en) ? says(vi) : `${says(vi)} | ${says(en)}`, percent ? '%' : '', about ? 'about' : ''].filter((part) => part !== '').join(' ');
}

describe('one number, whatever the keyboard', () => {
  test.each([
    ['381', '381'], ['05', '5'], ['0', '0'], ['1437', '1437'],
    ['+ 836', '836'], ['+2', '2'], ['- 998.175', '-998175 | -998.175'], ['-381', '-381'],
    ['−381', '-381'], ['–381', '-381'], ['— 381', '-381'], ['‐381', '-381'], ['‑381', '-381'], ['－381', '-381'], ['﹣381', '-381'],
    ['(381)', '-381'], ['( 381 )', '-381'], ['(12,5%)', '-12.5 | – %'],
    ['  381  ', '381'], ['381\n', '381'],
  ])('[N2] readText › signs and brackets: %p is %s', (text, right) => {
    expect(seen(text)).toBe(right);
  });

  test.each([
    ['103,3%', '103.3 | – %'], ['103.3%', '– | 103.3 %'], ['103,3 %', '103.3 | – %'], ['56%', '56 %'], ['-2,2%', '-2.2 | – %'], ['1,70%', '1.70 | – %'], ['103,3％', '103.3 | – %'],
  ])('[N2] readText › percent: %p is %s', (text, right) => {
    expect(seen(text)).toBe(right);
  });

  test.each([
    ['25.454', '25454 | 25.454'], ['25,454', '25.454 | 25454'], ['1.002,1', '1002.1 | –'], ['1,002.1', '– | 1002.1'],
    ['6.560.509', '6560509 | –'], ['6,560,509', '– | 6560509'], ['3.600,6', '3600.6 | –'], ['12,5', '12.5 | –'], ['12.5', '– | 12.5'],
    ['0,123', '0.123 | –'], ['0.123', '– | 0.123'], ['1234.567', '– | 1234.567'], ['25.4540', '– | 25.4540'], ['1.234.567,89', '1234567.89 | –'],
    ['1 234', '1234'], ['1 234 567,5', '1234567.5 | –'], ["1'234.5", '– | 1234.5'],
    ['1\u00A0234', '1234'], ['1\u2009234', '1234'], ['1\u202F234,5', '1234.5 | –'], ['１．００２，１', '1002.1 | –'], ['２５４５４', '25454'],
  ])('[N2] readText › groups and decimals: %p is %s', (text, right) => {
    expect(seen(text)).toBe(right);
  });

  test.each([
    ['25.454 ¹', '25454 | 25.454'], ['25.454¹', '25454 | 25.454'], ['25.454¹ ', '25454 | 25.454'], ['102²\n', '102'],
  ])('[N2] readText › a reference mark is no digit: %p is %s', (text, right) => {
    expect(seen(text)).toBe(right);
  });

  test.each([
    ['trên 5.000', '5000 | 5.000 about'], ['Gần 100', '100 about'], ['KHOẢNG 1.000.000', '1000000 | – about'], ['hơn 60%', '60 % about'], ['~ 50', '50 about'], ['trên 500'.normalize('NFD'), '500 about'],
  ])('[N2] readText › a figure said to be near: %p is %s', (text, right) => {
    expect(seen(text)).toBe(right);
  });
});

describe('no number, and which kind of none', () => {
  test.each([
    ['', 'empty'], ['  ', 'empty'], ['\u200B\u00A0', 'empty'], ['-', 'none'], ['–', 'none'], ['−', 'none'], ['--', 'none'], ['—', 'none'],
    ['…', 'not-collected'], ['...', 'not-collected'], ['..', 'not-collected'], ['......', 'not-collected'],
    ['x', 'not-applicable'], ['X', 'not-applicable'],
    ['07 - 09', 'range'], ['7-9', 'range'], ['1.000 – 1.200', 'range'], ['5%-7%', 'range'],
    ['abc', 'unreadable'], ['12 HTX', 'unreadable'], ['1.2.3', 'unreadable'], ['1,2,3', 'unreadable'], ['1.000.5', 'unreadable'], ['1,5,5', 'unreadable'], ['12.', 'unreadable'],
    ['(-5)', 'unreadable'], ['+-5', 'unreadable'], ['12/5/2020', 'unreadable'], ['.', 'unreadable'], ['%', 'unreadable'], ['()', 'unreadable'], ['1..5', 'unreadable'],
  ])('[N2] readText › %p is %s', (text, gap) => {
    expect(seen(text)).toBe(gap);
  });

  test('[N2] readText › never throws, and what it reads is digits of the text', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('0', '1', '2', '5', '9', '.', ',', '-', '+', '(', ')', '%', ' ', '…', 'x', '–', '\u00A0', "'", '¹', '１') }), (text) => {
      const reading = readText(text);
      if (typeof reading === 'string') return;
      const digits = text.normalize('NFKC').replaceAll(/\D/g, '').replace(/^0+/, '');
      for (const value of [reading.vi, reading.en]) {
        if (value !== null) expect(digits).toContain(String(value.digits).replace('-', '').replace(/^0$/, ''));
      }
    }), { numRuns: 2000 });
  });
});

describe('what is printed is read back', () => {
  const figures = fc.record({
    digits: fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }),
    places: fc.nat({ max: 5 }),
    percent: fc.boolean(),
  });

  test.each([
    ['vi', new Print({ group: '.', decimal: ',', to: ' đến ', points: 'điểm %', list: ';' })],
    ['en', new Print({ group: ',', decimal: '.', to: ' to ', points: 'points', list: ';' })],
  ] as const)('[N2] Print, readText and settled › %s: the figure that was written, percents with their sign', (notation, print) => {
    fc.assert(fc.property(figures, ({ digits, places, percent }) => {
      const value = { digits, places };
      const reading = readText(print.figure({ value, percent, decimals: places })) as NumberText;
      expect(settled(reading, notation)).toEqual(value);
      expect(reading.percent).toBe(percent);
    }), { numRuns: 1000 });
  });
});

describe('letters that look like digits', () => {
  test.each([['1O2', '102'], ['16.52O', '16520'], ['1О2', '102'], ['- 8o', '-80'], ['l02', '102'], ['1I7,1%', '117.1'], ['1.OOO', '1000']])('[S7] readAnyText › %p reads as %s', (text, figure) => {
    const read = readAnyText(text);
    if (typeof read === 'string') throw new Error(read);
    const value = settled(read, 'vi');
    expect(typeof value === 'string' ? value : canonical(plain(value))).toBe(figure);
    expect(isMistyped(text)).toBe(true);
    expect(readText(text)).toBe('unreadable');
  });

  test.each(['10 l', '10l', 'O', 'OK', 'Io', 'HTX', '12 HTX', '1O2 HTX', '102', 'x', '1O.2O.3', 'II', '3 con'])('[S7] isMistyped › %p is no figure with a letter in it', (text) => {
    expect(isMistyped(text)).toBe(false);
  });

  test('[S7] isMistyped › a text of a hundred thousand letters is decided at once', () => {
    expect(isMistyped(`1${'lO'.repeat(50_000)}`)).toBe(false);
  });
});
