/** The command line, and what it said. */
import { run } from '#faces/cli/run';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export async function phuluc(...words: readonly string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(words, { out: (text) => void out.push(text), err: (text) => void err.push(text), outWidth: null, errWidth: null });
  return { code, out: out.join(''), err: err.join('') };
}
