/** What Excel's NUMBERVALUE makes of a text. */
import { decimal, negated, shifted, type Decimal } from '#core/numbers/decimal';
import type { Notation } from '#core/numbers/number-text';

const PLAIN_TEXT = /^([+-]?) ?(\d[\d., ]*?) ?(%?)$/;

/** For texts that every version of Excel reads alike; null for others. A text in percent gives a fraction of one. */
export function numberValue(text: string, notation: Notation): Decimal | null {
  const [, sign, body = '', percent] = PLAIN_TEXT.exec(text) ?? [];
  const [group, cut] = notation === 'vi' ? ['.', ','] : [',', '.'];
  const value = plainNumber(body.replaceAll(group, '').replaceAll(' ', '').replace(cut, '.'));
  if (value === null) return null;
  const signed = sign === '-' ? negated(value) : value;
  return percent === '%' ? shifted(signed, -2) : signed;
}

function plainNumber(body: string): Decimal | null {
  return /^\d+(?:\.\d+)?$/.test(body) ? decimal(body) : null;
}
