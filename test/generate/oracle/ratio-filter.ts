/** What a ratio may be, in doubles and a little too wide: most levels that are drawn are ruled out by it. */

/** Ratios that may be, and the one that stands there if it may have been worked out on the wrong base. */
export interface Filter {
  readonly near: readonly number[];
  readonly unit: number;
  readonly wrongBase: number | null;
}

/** @param filter null where anything may be */
export function fits(filter: Filter | null, actual: number, base: number | null): boolean {
  return filter === null || base === null || (base > 0 && fitsRatio(filter, actual, base));
}

function fitsRatio(filter: Filter, actual: number, base: number): boolean {
  const ratio = (100 * actual) / base;
  const doubt = filter.unit + Math.abs(ratio) * 1e-9;
  if (filter.near.some((one) => Math.abs(one - ratio) <= doubt)) return true;
  return filter.wrongBase !== null && actual !== 0 && Math.abs(100 + (100 * (actual - base)) / actual - filter.wrongBase) <= doubt;
}
