/** Units as rows give them, and what kind of figure each makes: a count, an amount, an average, a rate. */
import { remembered } from '#core/remembered';
import { nameKey } from '#core/table/vietnamese';

export type UnitKind = 'count' | 'amount' | 'average' | 'rate';

const COUNTS: ReadonlySet<string> = new Set([
  'HTX', 'LHHTX', 'THT', 'người', 'thành viên', 'hộ', 'hộ gia đình', 'quỹ', 'lao động', 'cán bộ', 'doanh nghiệp', 'DN', 'xã', 'phường', 'huyện', 'tỉnh', 'thôn', 'bản',
  'mô hình', 'sản phẩm', 'dự án', 'lớp', 'lượt', 'lượt người', 'học viên', 'cái', 'con', 'chiếc', 'trường', 'học sinh', 'trẻ em', 'cháu', 'giường', 'đơn vị', 'cơ sở',
  'trang trại', 'làng nghề', 'vụ', 'cuộc', 'đề tài', 'đoàn', 'hội nghị', 'bài', 'tin', 'văn bản', 'hợp đồng', 'giáo viên', 'bác sĩ', 'đảng viên', 'tổ', 'nhóm', 'chi nhánh',
].map(nameKey));

const MONEY = /đồng|vnđ|vnd|usd|\btrđ/;

const POWERS: readonly (readonly [RegExp, number])[] = [
  [/(?:tỷ|tỉ)(?: đ|$| vnđ)/, 9],
  [/(?:triệu|tr\.? ?đ|trđ|tr\.đ)/, 6],
  [/(?:nghìn|ngàn|1\.?000) ?đ/, 3],
  [/^(?:đồng|vnđ|đ)$/, 0],
];

/** Rows repeat a handful of units. */
const MOST_UNITS = 5000;

/** A unit of money as a power of ten of the đồng: 9 for "tỷ đồng/năm"; null for what is no money. */
export const moneyPower = remembered(MOST_UNITS, (unit) => {
  const money = (unit.normalize('NFC').toLowerCase().split('/')[0] ?? '').trim();
  return POWERS.find(([form]) => form.test(money))?.[1] ?? null;
});

/** The same unit in another power: "tỷ đồng/năm" becomes "triệu đồng/năm". */
export function inPower(unit: string, power: number): string {
  const rest = unit.includes('/') ? unit.slice(unit.indexOf('/')) : '';
  const names: Readonly<Record<number, string>> = { 9: 'tỷ đồng', 6: 'triệu đồng', 3: 'nghìn đồng', 0: 'đồng' };
  return `${names[power] ?? ''}${rest}`;
}

/** The kind of figure that a unit makes; null for a unit that is not known. */
export const unitKind = remembered(MOST_UNITS, kindOfUnit);

function kindOfUnit(unit: string): UnitKind | null {
  if (unit === '') return null;
  if (/[%‰]/.test(unit)) return 'rate';
  const key = nameKey(unit);
  if (COUNTS.has(key)) return 'count';
  if (/[/]/.test(unit)) return 'average';
  return MONEY.test(unit.normalize('NFC').toLowerCase()) ? 'amount' : null;
}

/** What figures of two rows must share to be added or compared: the kind of unit, of money its power of ten as well; null for an unknown unit. */
export function measureOf(unit: string): string | null {
  const kind = unitKind(unit);
  return kind === null ? null : kind === 'amount' ? `amount ${moneyPower(unit) ?? ''}` : kind;
}
