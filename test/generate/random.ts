/** Random figures that a seed decides: the same seed draws the same appendix on every machine. */

/** Mulberry32: 32 bits of state, enough for tables. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed * 0x9E_37_79_B1) >>> 0;
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6D_2B_79_F5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number, both ends included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(of: number): boolean {
    return this.next() < of;
  }

  pick<T>(from: readonly T[]): T {
    const one = from[this.whole(0, from.length - 1)];
    if (one === undefined) throw new RangeError('Cannot pick from an empty list');
    return one;
  }

  /** A whole number with as likely two digits as six, each size from `least` to `most` digits as likely. */
  sized(least: number, most: number): number {
    const digits = this.whole(least, most);
    return this.whole(10 ** (digits - 1), 10 ** digits - 1);
  }

  /** The list with some left out: each stays with the given chance. */
  keep<T>(from: readonly T[], chance: number): T[] {
    return from.filter(() => this.chance(chance));
  }
}
