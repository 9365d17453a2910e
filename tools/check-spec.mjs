/**
 * Lists paragraphs of docs/spec.md without a test, and test tags without a paragraph; ends with 1 when there are any.
 *
 * Usage: node tools/check-spec.mjs
 * A paragraph begins `- **N1** …`; a test names it first in its title: `test('[N1] …')`, several as `[N1][N2]`. Tests that several
 * files run stand in a file of their own, whatever it is called.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const paragraph = /^- \*\*([A-Z]+\d+[a-z]?)\*\*/gm;
const tagsOfATitle = /['"`]((?:\[[A-Z]+\d+[a-z]?\])+) /g;

const required = [...readFileSync(path.join(root, 'docs/spec.md'), 'utf8').matchAll(paragraph)].map((match) => match[1]);
const tested = tagsInTests();

const faults = [
  ...required.filter((id, index) => required.indexOf(id) !== index).map((id) => `docs/spec.md: ${id} stands twice`),
  ...required.filter((id) => !tested.has(id)).map((id) => `docs/spec.md: ${id} has no test`),
  ...[...tested].filter(([id]) => !required.includes(id)).map(([id, file]) => `${file}: [${id}] is not in docs/spec.md`),
];
for (const fault of faults) console.error(fault);
if (faults.length === 0) console.log(`docs/spec.md: all ${required.length} paragraphs have a test`);
process.exitCode = faults.length === 0 ? 0 : 1;

/** Each tag that a test's title begins with, and the first file that has it. */
function tagsInTests() {
  const found = new Map();
  for (const file of readdirSync(path.join(root, 'test'), { recursive: true }).toSorted()) {
    if (!/\.tsx?$/.test(file)) continue;
    const text = readFileSync(path.join(root, 'test', file), 'utf8');
    for (const [, tags] of text.matchAll(tagsOfATitle)) {
      for (const id of tags.slice(1, -1).split('][')) if (!found.has(id)) found.set(id, path.join('test', file));
    }
  }
  return found;
}
