/** An indicator as a reader of the table calls it. */
import type { IndicatorName } from '#core/report';

/** "I.7 Số HTX hoạt động hiệu quả"; a row without a number goes by its section: "I · Trong đó: …". */
export function indicatorText({ section, ordinal, name }: IndicatorName): string {
  if (section === '') return ordinal === '' ? name : `${ordinal} ${name}`;
  return /^\d/.test(ordinal) ? `${section}.${ordinal} ${name}` : `${section} · ${name}`;
}
