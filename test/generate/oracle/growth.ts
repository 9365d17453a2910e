/**
 * How likely the levels of a row are, as test/generate/levels.ts draws them: one size, and a growth of its own for each level.
 *
 * Sizes are whole numbers as long as one as another, spread evenly within each length; a growth is one of four even spreads.
 */

/** Each with its chance: from three quarters to four thirds, seldom twice or half. */
const SPREADS: readonly (readonly [chance: number, from: number, to: number])[] = [[0.81, 0.75, 1.3], [0.09, 0.75, 2.25], [0.09, 0.5, 1.05], [0.01, 0.5, 2]];
const EDGES = [0.5, 0.75, 1.05, 1.3, 2, 2.25];

function growthDensity(growth: number): number {
  return SPREADS.reduce((sum, [chance, from, to]) => sum + (growth > from && growth < to ? chance / (to - from) : 0), 0);
}

/** The chance of a growth below this one. */
function growthBelow(growth: number): number {
  return SPREADS.reduce((sum, [chance, from, to]) => sum + chance * Math.min(1, Math.max(0, (growth - from) / (to - from))), 0);
}

/** Up to here sizes are added up one by one: each level is a whole number. */
const ONE_BY_ONE = 300;

/**
 * The chance of just these levels of one row.
 *
 * @param levels whole numbers above 0, of the step in which they are drawn
 * @param lengths of how many digits a size may be
 */
export function chanceOfSized(levels: readonly number[], [least, most]: readonly [number, number]): number {
  if (levels.some((level) => level <= 0)) return 0;
  const sizeChance = (size: number): number => {
    const digits = Math.floor(Math.log10(size) + 1e-12) + 1;
    return digits < least || digits > most ? 0 : 1 / ((most - least + 1) * 9 * 10 ** (digits - 1));
  };
  return Math.max(...levels) <= ONE_BY_ONE ? summed(levels, sizeChance) : integrated(levels, sizeChance);
}

function summed(levels: readonly number[], sizeChance: (size: number) => number): number {
  let sum = 0;
  for (let size = 1; size <= 2 * ONE_BY_ONE + 2; size += 1) {
    const own = levels.reduce((chance, level) => chance * (growthBelow((level + 0.5) / size) - growthBelow((level - 0.5) / size)), 1);
    if (own > 0) sum += own * sizeChance(size);
  }
  return sum;
}

/** Between two edges every density is the same: what is left is a power of the size. */
function integrated(levels: readonly number[], sizeChance: (size: number) => number): number {
  const tens = Array.from({ length: 11 }, (_, i) => 10 ** i);
  const edges = [...levels.flatMap((level) => EDGES.map((edge) => level / edge)), ...tens].toSorted((a, b) => a - b);
  const power = levels.length;
  const area = (from: number, to: number): number => (power === 1 ? Math.log(to / from) : (from ** (1 - power) - to ** (1 - power)) / (power - 1));
  return edges.slice(1).reduce((sum, to, i) => {
    const from = edges[i] ?? to;
    const size = Math.sqrt(from * to);
    return from === to ? sum : sum + levels.reduce((chance, level) => chance * growthDensity(level / size), sizeChance(size)) * area(from, to);
  }, 0);
}

const STEPS = 400;

/**
 * The chance of the levels of a subset, each a share of its whole: one share, and a growth of its own for each level.
 *
 * The generator cuts shares to thousandths, which no office does: here every whole number is one.
 */
export function chanceOfShares(levels: readonly (readonly [level: number, whole: number])[]): number {
  if (levels.some(([level, whole]) => level < 0 || level > whole)) return 0;
  // Shares far from all levels give none of them.
  const [from, to] = [Math.min(...levels.map(([level, whole]) => (whole === 0 ? 1 : Math.max(level, 0.01) / whole / 2.25))), Math.min(1, Math.max(...levels.map(([level, whole]) => (whole === 0 ? 0 : (level + 1) / whole / 0.5))))];
  if (to <= from) return levels.every(([, whole]) => whole === 0) ? 1 : 0;
  const growth = (to / from) ** (1 / STEPS);
  let sum = 0;
  for (let share = from * Math.sqrt(growth); share < to; share *= growth) {
    // Cut to whole numbers: a level stands for itself up to the next.
    sum += share * levels.reduce((chance, [level, whole]) => chance * (whole === 0 ? 1 : (level >= whole ? 1 : growthBelow((level + 1) / whole / share)) - growthBelow(level / whole / share)), 1);
  }
  return sum * Math.log(growth);
}

/** The chance of a whole number that is as likely of each length up to the longest. */
export function chanceOfLength(value: number, longest: number): number {
  const digits = String(value).length;
  return value < 1 || digits > longest ? 0 : 1 / (longest * 9 * 10 ** (digits - 1));
}
