/**
 * An amount that only another magnitude of its unit makes plausible: tỷ for triệu, or a thousand times last year.
 *
 * A template gives the range in which each cooperative's share lies; without one, last year's figure tells.
 * Spec: docs/spec.md, S1.
 */
import type { PlausibleRange } from '#core/layout/template';
import type { Table } from '#core/layout/table';
import { inPower, moneyPower } from '#core/layout/units';
import { decimal, shifted, type Decimal } from '#core/numbers/decimal';
import { compareFractions, divideFractions, fractionOf, toDecimal, type Fraction } from '#core/numbers/fraction';
import { cellOf, isTerm, termAt, type Spot, type Term } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { fault, fine } from '#core/rules/layout-outcomes';
import type { Row } from '#core/table/rows';

interface Facts {
  readonly actual: Term;
  /** The unit as written, and the one that fits. */
  readonly unit: string;
  readonly fits: string;
  /** What each unit of the other row has, with the unit as written; null where the figure itself is held to the range. */
  readonly each: Decimal | null;
  readonly eachUnit: string;
  readonly cell: string;
}

export const unitMagnitude = defineRule({
  id: 'unit-magnitude',
  group: 'plausibility',
  severity: 'warning',
  check: (table) => outcomes(table),

  say({ actual, unit, fits, each, eachUnit, cell }: Facts, print) {
    const share = each === null ? print.figure(actual.figure) : print.plain(each);
    const has = each === null ? 'số này là' : `mỗi ${eachUnit} có`;
    return {
      what: `Đơn vị ghi ${unit}, nhưng số ${print.figure(actual.figure)} hợp với ${fits} hơn.`,
      why: `Nếu là ${unit} thì ${has} ${share} ${unit}; nếu là ${fits} thì ${share} ${fits}.`,
      todo: `Sửa đơn vị ở ${cell} thành ${fits}, hoặc đổi ${cellOf(actual)} ra ${unit}.`,
    };
  },

  examples: {
    holds: ['I | HỢP TÁC XÃ | |\n1 | Tổng số HTX | HTX | 25.454\n11 | Tổng vốn điều lệ HTX | tỷ đồng | 44.223'],
    breaks: ['I | HỢP TÁC XÃ | |\n1 | Tổng số HTX | HTX | [25.454]\n11 | Tổng vốn điều lệ HTX | [tỷ đồng] | [44.223.592]'],
  },
});

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  const matches = [...(table.recognition?.matches ?? [])];
  const byId = new Map(matches.map(([row, { indicator }]) => [indicator.id, row]));
  for (const [row, { indicator }] of matches) {
    const amount = indicator.plausible === undefined ? null : amountIn(table, row, indicator.plausible, byId);
    if (amount !== null) yield held(amount);
  }
}

/** An amount of money, and what to hold it to. */
interface Amount {
  readonly actual: Term;
  /** The figure to divide by; null where the amount itself is meant. */
  readonly divisor: Term | null;
  readonly unitCell: Spot;
  /** The unit written, as a power of ten of the đồng. */
  readonly power: number;
  readonly range: PlausibleRange;
}

/** null where the figure is missing or not above 0, its divisor likewise, or its unit is no money. */
function amountIn(table: Table, row: Row, range: PlausibleRange, byId: ReadonlyMap<string, Row>): Amount | null {
  const { unit } = table.columns;
  const power = moneyPower(row.unit);
  const actual = aboveZero(table, row);
  const divisor = range.per === null ? null : aboveZero(table, byId.get(range.per));
  if (unit === null || power === null || actual === null) return null;
  return range.per === null || divisor !== null ? { actual, divisor, unitCell: { table, row, column: unit }, power, range } : null;
}

function aboveZero(table: Table, row: Row | undefined): Term | null {
  const { actual: column } = table.columns;
  const term = row === undefined || column === null ? 'no-row' : termAt(table, row, column);
  return isTerm(term) && term.figure.value.digits > 0n ? term : null;
}

function held({ actual, divisor, unitCell: at, power, range }: Amount): Outcome<Facts> {
  const value = fractionOf(actual.figure.value);
  const share = divisor === null ? value : divideFractions(value, fractionOf(divisor.figure.value));
  const fitting = isWithin(share, power, range) ? undefined : [6, 9, 3].find((other) => isWithin(share, other, range));
  if (fitting === undefined) return fine(at);
  const unit = lowered(actual.row.unit);
  const common = { actual, unit, fits: inPower(unit, fitting), cell: cellOf(at) };
  if (divisor === null) return fault(at, [actual], { ...common, each: null, eachUnit: '' }, actual.row.unit);
  const each = toDecimal(share, share.n >= share.d * 100n ? 0 : 1);
  return fault(at, [actual, divisor], { ...common, each, eachUnit: divisor.row.unit }, actual.row.unit);
}

/** "Tỷ đồng" inside a sentence is "tỷ đồng". */
function lowered(unit: string): string {
  return unit.slice(0, 1).toLowerCase() + unit.slice(1);
}

/** Is so much, in đồng to that power of ten, within the range? */
function isWithin(share: Fraction, power: number, { unit, from, to }: PlausibleRange): boolean {
  const own = moneyPower(unit) ?? power;
  const low = fractionOf(shifted(decimal(from), own - power));
  const high = fractionOf(shifted(decimal(to), own - power));
  return compareFractions(share, low) >= 0 && compareFractions(share, high) <= 0;
}
