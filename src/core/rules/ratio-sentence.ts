/** The Vietnamese sentence of a ratio, growth or attainment that its row does not give; figures and cells named. */
import { fractionOf, subtractFractions, toDecimal } from '#core/numbers/fraction';
import type { Print } from '#core/print';
import { cellOf } from '#core/relations/relation';
import type { Sentence } from '#core/rule';
import type { Compared, RatioFacts } from '#core/rules/comparing';

/** "năm 2019", "kế hoạch năm 2020". */
export function comparedName({ against, year }: Compared): string {
  const name = year === null ? '' : ` năm ${year}`;
  if (against === 'plan') return `kế hoạch${name}`;
  return name === '' ? 'năm trước' : name.trim();
}

export function sayRatio(facts: RatioFacts, print: Print): Sentence {
  const { judged, grade, growth } = facts;
  /** "tỷ lệ" is the ratio A / B; growth, A / B − 100 %, is "mức tăng". */
  const measure = growth ? 'Mức tăng' : 'Tỷ lệ';
  const right = print.value(facts.worked, judged.figure);
  const range = print.workedOut(facts.worked, facts.expected, judged.figure);
  const stated = `${measure} so với ${comparedName(facts)} ghi ${print.figure(judged.figure)}`;
  const what = {
    wrong: `${stated}; tính lại được ${range}.`,
    truncated: `${stated}; làm tròn là ${right} (số ghi đã bị cắt bớt).`,
    'last-digit': `${stated}; tính lại được ${right}, lệch ở chữ số cuối.`,
    exact: `${stated}.`,
  }[grade];
  return { what, why: whyRatio(facts, print, measure, right), todo: todoRatio(facts, right) };
}

function whyRatio(facts: RatioFacts, print: Print, measure: string, right: string): string {
  const { actual, base, change, growth } = facts;
  const name = comparedName(facts);
  const top = print.figure(actual.figure);
  const less = growth ? ' − 100%' : '';
  if (base !== null) return `${measure} = ${top} / ${print.figure(base.figure)}${less} = ${right}.`;
  if (change === null) return `${measure} = thực hiện / ${name}${less} = ${right}.`;
  const implied = subtractFractions(fractionOf(actual.figure.value), fractionOf(change.figure.value));
  const decimals = actual.figure.decimals > change.figure.decimals ? actual.figure.decimals : change.figure.decimals;
  const bottom = print.value(toDecimal(implied, decimals), { ...actual.figure, decimals });
  const sum = change.figure.value.digits < 0n ? `${top} + ${print.figure({ ...change.figure, value: { ...change.figure.value, digits: -change.figure.value.digits } })}` : `${top} − ${print.figure(change.figure)}`;
  return `Theo bảng, ${name} là ${sum} = ${bottom}. ${measure} = ${top} / ${bottom}${less} = ${right}.`;
}

function todoRatio({ judged, actual, base, change, grade }: RatioFacts, right: string): string {
  const cell = cellOf(judged);
  if (grade !== 'wrong') return `Không bắt buộc; có thể sửa ${cell} thành ${right}.`;
  const inputs = [actual, base ?? change].filter((term) => term !== null).map(cellOf).join(', ');
  return `Sửa ${cell} thành ${right}; nếu số ở ${cell} đúng thì đối chiếu ${inputs} với số liệu gốc.`;
}
