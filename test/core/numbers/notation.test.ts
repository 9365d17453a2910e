import { describe, expect, test } from '@jest/globals';
import { canonical } from '#core/numbers/decimal';
import { elected, NO_VOTE, notationOf, settled, tally } from '#core/numbers/notation';
import { readText, type NumberText } from '#core/numbers/number-text';

const shown = (text: string): NumberText => readText(text) as NumberText;

/** Reads a column of texts by its own vote, or by the table's where it has none. */
function read(column: string, table = NO_VOTE): string {
  const texts = column.split(' ; ').map(shown);
  const notation = elected(tally(texts), table);
  return texts.map((text) => settled(text, notation)).map((value) => (typeof value === 'string' ? value : canonical(value))).join(' ; ');
}

describe('a column votes on its notation', () => {
  test('[N3] notationOf › a text votes where only one notation can read it', () => {
    expect(['1.002,1', '12,5', '6.560.509', '1,002.1', '12.5', '25.454', '1437', '1 234'].map((text) => notationOf(shown(text)))).toEqual(['vi', 'vi', 'vi', 'en', 'en', null, null, null]);
  });

  test('[N3] elected › the majority reads what both can, and a text that only one can read stays with that one', () => {
    expect(read('25.454 ; 1437 ; 103,3')).toBe('25454 ; 1437 ; 103.3');
    expect(read('25.454 ; 1437 ; 103.3')).toBe('25.454 ; 1437 ; 103.3');
    expect(read('25.454 ; 1.002,1 ; 3.600,6 ; 12.5')).toBe('25454 ; 1002.1 ; 3600.6 ; 12.5');
    expect(read('25,454 ; 1,002.1 ; 3,600.6 ; 12,5')).toBe('25454 ; 1002.1 ; 3600.6 ; 12.5');
  });

  test('[N3] settled › on a tie only the ambiguous texts stay ambiguous', () => {
    expect(read('25.454 ; 12,5 ; 12.5 ; 1437')).toBe('ambiguous ; 12.5 ; 12.5 ; 1437');
  });

  test('[N3] elected › a column without votes follows the table, and without those the Vietnamese notation', () => {
    expect(read('25.454 ; 1437', { vi: 1, en: 3 })).toBe('25.454 ; 1437');
    expect(read('25.454 ; 1437', { vi: 3, en: 1 })).toBe('25454 ; 1437');
    expect(read('25.454 ; 1437', { vi: 2, en: 2 })).toBe('ambiguous ; 1437');
    expect(read('25.454 ; 1437')).toBe('25454 ; 1437');
  });

  test('[N3] elected › a column with votes of its own does not ask the table', () => {
    expect(elected({ vi: 1, en: 0 }, { vi: 0, en: 100 })).toBe('vi');
    expect(elected({ vi: 1, en: 1 }, { vi: 0, en: 100 })).toBeNull();
  });
});
