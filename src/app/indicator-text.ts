/** An indicator as a reader of the table calls it. */
import type { IndicatorName } from '#core/report';

/** "I.7": the section's numeral and the row's own number; '' for a row without any, such as one of the parts of another. */
export function indicatorNumber({ section, ordinal }: IndicatorName): string {
  if (!/^[\da-z]/i.test(ordinal)) return '';
  return isNumeral(section) && ordinal !== section ? `${section}.${ordinal}` : ordinal;
}

/** "I.7 Số HTX hoạt động hiệu quả"; what the number does not say of its section stands before it: "I · Trong đó: …". */
export function indicatorText(indicator: IndicatorName): string {
  const { section, ordinal, name } = indicator;
  const number = indicatorNumber(indicator);
  const own = `${number} ${name}`.trim();
  return section === '' || section === ordinal || (number !== '' && isNumeral(section)) ? own : `${section} · ${own}`;
}

function isNumeral(section: string): boolean {
  return /^[IVX]+$/.test(section);
}
