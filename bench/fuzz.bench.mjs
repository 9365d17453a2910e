/** 10 000 mutated workbooks, each read and checked: none may crash, take 5 s, or bring memory to 1 GB. */
import { line } from './measure.mjs';

const { mutant } = await import('#test/fuzz/mutations');
const { survive } = await import('#test/fuzz/survive');

const MUTANTS = 10_000;
const [most = MUTANTS, first = 1] = process.argv.slice(2).map(Number);

const counts = new Map();
const crashes = [];
let slowest = { time: 0, seed: 0 };
for (let seed = first; seed < first + most; seed += 1) {
  const { kind, bytes } = mutant(seed);
  const from = process.hrtime.bigint();
  const outcome = await survive(bytes, seed % 2 === 0 ? 'vi' : 'en').then(
    (result) => (typeof result === 'string' ? `refused: ${result}` : `checked: ${result.summary.errors > 0 ? 'with errors' : 'without errors'}`),
    (error) => {
      crashes.push(`mutant ${seed} (${kind}): ${error.stack}`);
      return 'crashed';
    },
  );
  const time = Number(process.hrtime.bigint() - from) / 1e6;
  if (time > slowest.time) slowest = { time, seed };
  counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
}

console.log(`${most} mutated workbooks`);
for (const [outcome, count] of [...counts].toSorted(([, a], [, b]) => b - a)) line(outcome, String(count));
line('crashed', String(crashes.length), 'bar 0');
line(`slowest, mutant ${slowest.seed}`, `${slowest.time.toFixed(0)} ms`, 'bar < 5000 ms');
line('peak memory', `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`, 'bar < 1024 MB');
for (const crash of crashes.slice(0, 10)) console.log(crash);
if (crashes.length > 0 || slowest.time > 5000) process.exitCode = 1;
