/** Ticking some of several. */

/** The keys with one more, or without it. */
export function flipped(keys: ReadonlySet<string>, key: string): Set<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** How the box over all of them is ticked. */
export function tickOf(chosen: number, all: number): boolean | 'mixed' {
  if (chosen === all) return true;
  return chosen === 0 ? false : 'mixed';
}
