/** Random draws taken one way after another, until every way has been taken: the exact chances of what a generator makes. */
import { Random } from '#test/generate/random';

class Scripted extends Random {
  readonly taken: { way: number; readonly ways: number }[] = [];
  readonly #script: readonly number[];

  constructor(script: readonly number[]) {
    super(0);
    this.#script = script;
  }

  override whole(least: number, most: number): number {
    const way = this.#script[this.taken.length] ?? 0;
    this.taken.push({ way, ways: most - least + 1 });
    return least + way;
  }

  override next(): number {
    throw new RangeError('Cannot take every way of a fraction: only whole numbers are drawn here');
  }
}

/** Calls a generator once for each way its whole numbers may fall, with the chance of it. */
export function everyDraw(draw: (random: Random) => void, seen: (chance: number) => void): void {
  let script: number[] | null = [];
  while (script !== null) {
    const random = new Scripted(script);
    draw(random);
    seen(random.taken.reduce((chance, { ways }) => chance / ways, 1));
    script = nextScript(random.taken);
  }
}

function nextScript(taken: readonly { readonly way: number; readonly ways: number }[]): number[] | null {
  const last = taken.findLastIndex(({ way, ways }) => way + 1 < ways);
  return last === -1 ? null : [...taken.slice(0, last).map(({ way }) => way), (taken[last]?.way ?? 0) + 1];
}
