/** A list of whole numbers that grows: four bytes each, 0 where nothing was put. */

const FIRST_SIZE = 256;

export class Integers {
  private list = new Int32Array(FIRST_SIZE);

  at(index: number): number {
    return this.list[index] ?? 0;
  }

  put(index: number, value: number): void {
    if (index >= this.list.length) this.grow(index + 1);
    this.list[index] = value;
  }

  private grow(size: number): void {
    const grown = new Int32Array(Math.max(size, this.list.length * 2));
    grown.set(this.list);
    this.list = grown;
  }
}
