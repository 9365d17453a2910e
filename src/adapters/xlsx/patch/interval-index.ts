/** Finds which of many intervals a number lies in, and forgets each that was found: a tree of the greatest ends. */

/** An interval of rows, both ends included, and what it stands for. */
export interface Interval {
  readonly top: number;
  readonly bottom: number;
  readonly owner: number;
}

const GONE = -1;

export class IntervalIndex {
  private readonly intervals: readonly Interval[];
  /** Node i has the greatest end below it; its children are 2i and 2i + 1, leaves begin at `size`. */
  private readonly ends: Int32Array;
  private readonly size: number;

  constructor(intervals: readonly Interval[]) {
    this.intervals = intervals.toSorted((a, b) => a.top - b.top);
    this.size = 1;
    while (this.size < this.intervals.length) this.size *= 2;
    this.ends = new Int32Array(2 * this.size).fill(GONE);
    for (const [i, { bottom }] of this.intervals.entries()) this.ends[this.size + i] = bottom;
    for (let node = this.size - 1; node > 0; node -= 1) this.ends[node] = this.greatest(node);
  }

  /** The owners of the intervals that this number lies in; they are not found again. */
  take(number: number): readonly number[] {
    const found: number[] = [];
    const begun = this.begunBy(number);
    for (let leaf = this.next(1, 0, begun, number); leaf !== GONE; leaf = this.next(1, 0, begun, number)) {
      found.push(this.intervals[leaf]?.owner ?? GONE);
      this.forget(leaf);
    }
    return found;
  }

  private greatest(node: number): number {
    return Math.max(this.end(2 * node), this.end(2 * node + 1));
  }

  private end(node: number): number {
    return this.ends[node] ?? GONE;
  }

  /** How many intervals begin at this number or before it. */
  private begunBy(number: number): number {
    let low = 0;
    let high = this.intervals.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.intervals[middle]?.top ?? 0) <= number) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The first leaf before `begun` under this node that ends at the number or after it. */
  private next(node: number, first: number, begun: number, number: number): number {
    if (first >= begun || this.end(node) < number) return GONE;
    if (node >= this.size) return node - this.size;
    const half = this.size >> (32 - Math.clz32(node));
    const left = this.next(2 * node, first, begun, number);
    return left === GONE ? this.next(2 * node + 1, first + half, begun, number) : left;
  }

  private forget(leaf: number): void {
    this.ends[this.size + leaf] = GONE;
    for (let node = (this.size + leaf) >> 1; node > 0; node >>= 1) this.ends[node] = this.greatest(node);
  }
}
