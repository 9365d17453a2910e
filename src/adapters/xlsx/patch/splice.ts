/** Changes to a text as pieces put in place of others: what no piece names stays as it is. */

/** What stood between two places gives way to a text; an insertion where both are the same. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * The text with every splice made; insertions at one place stand in the order given.
 *
 * @throws {RangeError} where two splices claim the same characters
 */
export function spliced(text: string, splices: readonly Splice[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, text: put } of inOrder(splices)) {
    pieces.push(text.slice(at, from), put);
    at = to;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

/** The splices that turn {@link spliced}'s result into the text again. */
export function inverseOf(text: string, splices: readonly Splice[]): readonly Splice[] {
  let shift = 0;
  return inOrder(splices).map(({ from, to, text: put }) => {
    const start = from + shift;
    shift += put.length - (to - from);
    return { from: start, to: start + put.length, text: text.slice(from, to) };
  });
}

function inOrder(splices: readonly Splice[]): readonly Splice[] {
  const sorted = splices.toSorted((a, b) => a.from - b.from || a.to - b.to);
  for (const [i, { from, to }] of sorted.entries()) {
    if (from > to || from < (sorted[i - 1]?.to ?? 0)) throw new RangeError(`Cannot change characters ${from} to ${to}: another change has them`);
  }
  return sorted;
}
