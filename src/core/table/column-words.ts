/**
 * What the words above one column say: an ordinal, a name, a unit, a level, or a comparison of levels.
 *
 * Spec: docs/spec.md, T3.
 */
import type { Column, Role } from '#core/table/columns';
import type { Header } from '#core/table/header';
import { headerWord } from '#core/table/header-words';
import { periodIn, standingIn, yearIn, type Period, type Standing } from '#core/table/period';
import { folded } from '#core/table/vietnamese';

/** Words that say that a figure is held against another. */
const COMPARED = /\bso (?:voi|sanh|cung|ke|th\b|kh\b|nam)|tang|giam|chenh lech|hoan thanh|\bdat\b|\+ ?[/,]? ?-/;
const SLASHED = /\d{4} ?\/ ?(?:th|kh|uth)? ?\d{4}|\b(?:th|uth) ?(?:\d{4})? ?\/ ?(?:kh|th)/;
const BARE_RATIO = /^(?:ty le|ti le|%)(?: ?\(? ?%\)?)?$/;
const GROWTH = /tang truong|toc do tang|(?:ty le|ti le|%) ?tang|tang,? ?(?:\(?\+\)?)?[ /,]*giam ?(?:\(?-\)?)? ?\(? ?%|tang \(? ?%|tang.{1,25}tuong doi/;
const RATIO = /ty le|ti le|%|tuong doi|chi so|toc do phat trien|\blan\b/;
const CHANGE = /so luong|tuyet doi|chenh lech|tang|giam|\+ ?\/? ?-|muc/;
const SHARE = /ty trong|co cau|chiem/;
const PLAN = /ke hoach|\bkh\b|du toan|muc tieu|chi tieu giao|nghi quyet|\bkh(?=20\d\d)/;
/** "Tỷ lệ hoàn thành (%)" and "Đạt (%)" are of the plan, unless they name another base. */
const ATTAINED = /^(?!.*(?:cung ky|nam truoc|(?:19|20)\d\d)).*(?:hoan thanh|\bdat\b)/;
const REMARK = /^(?:ghi chu|nguon|co quan|don vi (?!tinh)|danh gia|nhan xet)/;

/** @param titleYear the year that the title names, for headers that name none */
export function readColumn(header: Header, index: number, titleYear: number | null): Column {
  const path = header.paths[index - header.left] ?? [];
  const line = path.join(' ');
  const words = eitherAsOne(path.map(folded));
  const common = { index, header: line, standing: 'unsaid', period: periodIn(words.join(' '), titleYear), against: null, basePeriod: null } as const;
  const role = labelRole(header, index, line);
  return role === null ? figureColumn(common, words, titleYear) : { ...common, role };
}

/**
 * "ƯTH/TH 2020" is one level, estimated or achieved as the year allows; only under words of comparison is it a quotient.
 *
 * Two slashes leave no doubt: "ƯTH/TH 2020/TH 2019" has one level on each side.
 */
function eitherAsOne(path: readonly string[]): string[] {
  const line = path.join(' ');
  const compared = COMPARED.test(line) || RATIO.test(line);
  const either = compared ? /\buth ?\/ ?th(?= (?:19|20)\d\d ?\/)|(?<=\/ ?)uth ?\/ ?th\b/g : /\buth ?\/ ?th\b/g;
  return path.map((words) => words.replaceAll(either, 'uth'));
}

/** The role of a column that holds no figures; null for one that does. */
function labelRole({ nameColumn }: Header, index: number, line: string): Role | null {
  if (index === nameColumn) return 'indicator';
  if (isUnit(line)) return 'unit';
  if (index < nameColumn) return headerWord(line) === 'ordinal' || line === '' ? 'ordinal' : 'other';
  return line === '' || REMARK.test(folded(line)) ? 'other' : null;
}

/** "Đơn vị" alone is the unit, wherever another column holds the names. */
function isUnit(line: string): boolean {
  return headerWord(line) === 'unit' || folded(line) === 'don vi';
}

type Common = Omit<Column, 'role'>;

function figureColumn(common: Common, path: readonly string[], titleYear: number | null): Column {
  const words = path.join(' ');
  if (SHARE.test(words)) return { ...common, role: 'share', standing: standingIn(words) };
  if (compares(path)) return comparisonColumn(common, path, titleYear);
  // "Tỷ lệ hộ nghèo" compares nothing: a rate of its own, which adds up to nothing either.
  if (RATIO.test(words)) return { ...common, role: 'other' };
  if (isAverage(words) && levelStanding(words) === 'unsaid') return { ...common, role: 'other' };
  return { ...common, role: 'level', standing: levelStanding(words), period: levelPeriod(common.period, path) };
}

/** "Giá năm 2010" over "TH 2015" is a level of 2015: the year nearest to the figures counts. */
function levelPeriod(period: Period, path: readonly string[]): Period {
  const words = path.join(' ');
  if (yearIn(words) === null) return /cung ky|nam truoc/.test(words) ? yearBefore(period) : period;
  const year = path.map(yearIn).findLast((one) => one !== null);
  return { ...period, year: year ?? period.year };
}

/** Averages over districts do not add up; without a period in the header they are of no use beside other levels. */
export function isAverage(words: string): boolean {
  return /binh quan|trung binh|nang suat|mat do|\bbq\b/.test(folded(words));
}

function yearBefore(period: Period): Period {
  return { ...period, year: period.year === null ? null : period.year - 1 };
}

/** A level that names a year or a part of one, and nothing else, was achieved in it. */
function levelStanding(words: string): Standing {
  const standing = standingIn(words);
  return standing === 'unsaid' && (yearIn(words) !== null || periodIn(words, null).part !== 'year') ? 'actual' : standing;
}

/** "Kế hoạch 2020" is a level; "Tỷ lệ % kế hoạch" and anything "so với" are comparisons. */
function compares(path: readonly string[]): boolean {
  const words = path.join(' ');
  // "Thực hiện cùng kỳ năm trước" is a level, "Cùng kỳ (%)" a comparison.
  if (/\bcung ky\b/.test(words) && RATIO.test(words)) return true;
  return COMPARED.test(words) || SLASHED.test(words) || BARE_RATIO.test(words) || isPlanRatio(path);
}

/** "% KH năm", or "Tỷ lệ (%)" under a plan; "KH 2021" under "Chỉ số giá" is a level of the index. */
function isPlanRatio(path: readonly string[]): boolean {
  const leaf = path.at(-1) ?? '';
  return PLAN.test(path.join(' ')) && /ty le|ti le|%|tuong doi/.test(leaf);
}

function comparisonColumn(common: Common, path: readonly string[], titleYear: number | null): Column {
  const { of, to } = sides(path.join(' '));
  const against = PLAN.test(to) || ATTAINED.test(to) ? 'plan' : 'earlier';
  const basePeriod = basePeriodIn(to, against === 'plan', yearIn(of) ?? titleYear);
  return { ...common, role: measure(path), against, standing: levelStanding(of), period: periodIn(of, titleYear), basePeriod };
}

function basePeriodIn(to: string, plan: boolean, ofYear: number | null): Period | null {
  if (yearIn(to) !== null) return periodIn(to, null);
  return !plan && ofYear !== null && /cung ky|nam truoc/.test(to) ? periodIn(to, ofYear - 1) : null;
}

function measure(path: readonly string[]): 'change' | 'ratio' | 'growth' {
  const leaf = path.at(-1) ?? '';
  const words = path.join(' ');
  const isRatio = RATIO.test(leaf);
  if (GROWTH.test(isRatio ? words : leaf)) return 'growth';
  if (!isRatio && CHANGE.test(leaf)) return 'change';
  return [RATIO, SLASHED, /hoan thanh|\bdat\b/].some((form) => form.test(words)) ? 'ratio' : 'change';
}

const SLASH = /((?:uth|th|uoc(?: th| thuc hien)?|kh|ke hoach|nam)? ?(?:(?:19|20)\d\d)?) ?\/ ?((?:uth|th|kh|ke hoach|nam)? ?(?:19|20)?\d*.*)$/;
const CUT = /\bso (?:sanh )?(?:voi )?|\bsanh voi\b/;

/** "So sánh quý III năm 2021 với quý III năm 2020". */
const BETWEEN = /\bso sanh (?!voi)(.{0,60}?(?:19|20)\d\d) (?:so )?voi (.+)/;

/** The two sides of a comparison: "TH 2020 so với KH 2020", "2020/2019", "So sánh với năm 2019". */
function sides(words: string): { of: string; to: string } {
  const [, of, to] = (SLASHED.test(words) ? SLASH.exec(words) : null) ?? BETWEEN.exec(words) ?? [];
  if (of !== undefined && to !== undefined) return { of: of.trim(), to: to.trim() };
  const cut = CUT.exec(words);
  return cut === null ? { of: '', to: words } : cutAt(words, cut);
}

function cutAt(words: string, cut: RegExpExecArray): { of: string; to: string } {
  const of = words.slice(0, cut.index);
  const to = words.slice(cut.index + cut[0].length);
  // "Kế hoạch giao so sánh (%)": where nothing is named after the cut, what stands before it is the base.
  const nothingAfter = !PLAN.test(to) && yearIn(to) === null && !/cung ky|nam truoc|thuc hien|\bth\b/.test(to);
  return nothingAfter && PLAN.test(of) ? { of: '', to: words } : { of, to };
}
