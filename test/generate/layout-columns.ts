/** Columns of random tables in layouts of their own: levels, comparisons, and the words above them. */
import type { Random } from '#test/generate/random';

export type LayoutRole = 'base' | 'plan' | 'actual' | 'next' | 'change' | 'ratio' | 'growth' | 'attainment' | 'side';

export interface LayoutColumn {
  readonly role: LayoutRole;
  /** Header words in three rows, the upper ones '' where the column has but one. */
  readonly words: readonly [string, string, string];
}

export interface ColumnOptions {
  readonly year: number;
  /** The part of the year reported, as headers name it; '' for the whole year. */
  readonly part: string;
  readonly header: 'grouped' | 'single';
  readonly roles: readonly LayoutRole[];
  readonly estimate: boolean;
  /** "103,3%", or 103,3 below "(%)". */
  readonly signed: boolean;
}

const PARTS = ['', '', '', '6 tháng đầu ', '9 tháng ', 'quý III '];

export function randomColumns(random: Random): ColumnOptions {
  const hasBase = random.chance(0.6);
  const hasPlan = random.chance(0.6);
  const compared = hasBase ? random.keep(['change', 'ratio', 'growth'] as const, 0.5) : random.pick([[], ['change', 'ratio'], ['change', 'growth']] as const);
  return {
    year: random.whole(2012, 2034),
    part: random.pick(PARTS),
    header: random.pick(['grouped', 'single'] as const),
    roles: [...(hasBase ? (['base'] as const) : []), ...(hasPlan ? (['plan'] as const) : []), 'actual', ...compared, ...(hasPlan && random.chance(0.7) ? (['attainment'] as const) : []), ...(random.chance(0.2) ? (['next'] as const) : [])],
    estimate: random.chance(0.3),
    signed: random.chance(0.5),
  };
}

const SIDES = ['Số HTX', 'Số THT', 'Thành viên', 'Lao động'];

/** Indicators as columns, for districts as rows. */
export function districtColumns(random: Random): LayoutColumn[] {
  return SIDES.slice(0, random.whole(1, SIDES.length)).map((name): LayoutColumn => ({ role: 'side', words: [name, '', ''] }));
}

export function layoutColumns(options: ColumnOptions): LayoutColumn[] {
  return options.header === 'grouped' ? grouped(options) : options.roles.map((role): LayoutColumn => ({ role, words: [singleWords(role, options), '', ''] }));
}

function levelWords(role: LayoutRole, { year, part, estimate }: ColumnOptions): string {
  const words: Partial<Record<LayoutRole, string>> = {
    base: `Thực hiện ${part}năm ${year - 1}`,
    plan: `Kế hoạch năm ${year}`,
    actual: `${estimate ? 'Ước thực hiện' : 'Thực hiện'} ${part}năm ${year}`,
    next: `Kế hoạch năm ${year + 1}`,
  };
  return words[role] ?? '';
}

/** One row of words: each comparison names what it is held against. */
function singleWords(role: LayoutRole, options: ColumnOptions): string {
  const base = options.part === '' ? `năm ${options.year - 1}` : 'cùng kỳ';
  const words: Partial<Record<LayoutRole, string>> = {
    change: `Tăng, giảm so với ${base}`,
    ratio: `Tỷ lệ so với ${base} (%)`,
    growth: `Tốc độ tăng trưởng so với ${base} (%)`,
    attainment: 'Tỷ lệ hoàn thành kế hoạch (%)',
  };
  return words[role] ?? levelWords(role, options);
}

/** Three rows of words: comparisons under one heading, by what they are held against. */
function grouped(options: ColumnOptions): LayoutColumn[] {
  const base = options.part === '' ? `Năm ${options.year - 1}` : 'Cùng kỳ năm trước';
  const leaf: Partial<Record<LayoutRole, string>> = { change: 'Số lượng', ratio: 'Tỷ lệ (%)', growth: 'Tốc độ tăng (%)', attainment: 'Tỷ lệ (%)' };
  let group = '';
  return options.roles.map((role): LayoutColumn => {
    const own = leaf[role];
    if (own === undefined) return { role, words: [levelWords(role, options), '', ''] };
    const heading = role === 'attainment' ? `Kế hoạch ${options.year}` : base;
    const words: LayoutColumn['words'] = [group === '' ? 'So sánh với' : '', heading === group ? '' : heading, own];
    group = heading;
    return { role, words };
  });
}
