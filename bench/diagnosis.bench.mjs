/** Diagnoses of generated appendices with injected errors: how often the first suspect, the list and the figure are right. */
import { line } from './measure.mjs';

const { knownTemplates } = await import('#app/known-templates');
const { checkWorkbook } = await import('#core/check');
const { appendix } = await import('#test/generate/appendix');
const { judged, said, withErrors } = await import('#test/generate/errors');
const { MORE_SLIPS, SLIPS } = await import('#test/generate/injections');
const { Random } = await import('#test/generate/random');
const { vi } = await import('#words/vi');

const options = { templates: knownTemplates() };
const TABLES = +(process.env.TABLES ?? 1000);
/** Confidence was fitted on other seeds: SEEDS=5000000. */
const SEEDS = +(process.env.SEEDS ?? 700_000);

/** As offices send them: every section, and a plan. The others are fragments, with rows left out and sections missing. */
const WHOLE = { sections: ['I', 'II', 'III', 'IV', 'V'], absent: 0, plan: true };

function measure(most, slips, chosen) {
  const outcomes = [];
  const sayings = [];
  for (let seed = 1, tables = 0; tables < TABLES; seed += 1) {
    const drawn = appendix(SEEDS + seed, chosen);
    const random = new Random((SEEDS + seed) * 31 + 7);
    const injected = drawn.placed.length < 8 ? null : withErrors(drawn, 1 + (seed % most), slips, random);
    if (injected === null) continue;
    tables += 1;
    const diagnoses = checkWorkbook([injected.grid], options, vi.words).flatMap((report) => report.diagnoses);
    for (const error of injected.errors) {
      const fared = judged(diagnoses, error);
      outcomes.push({ kind: `${error.kind} in ${error.figure.role}`, ...fared, missed: fared.first ? (fared.figure ? null : figureMissed(diagnoses, error)) : missedFor(error, fared, injected.errors) });
    }
    for (const diagnosis of diagnoses) sayings.push(said(diagnosis, injected.errors));
  }
  return { outcomes, sayings };
}

/** Why the first suspect was another cell, or none. */
function missedFor({ figure }, { listed }, errors) {
  if (errors.some((other) => other.figure !== figure && other.figure.row === figure.row)) return 'two errors in one row: together they look like another';
  return listed ? 'a slip in another cell of the relation fits about as well' : 'its relation may not apply, or no repair fits';
}

/** Why the right cell got another figure: rounded figures leave several, of which the first suspect's sentence says the ends; or a likelier slip. */
function figureMissed(diagnoses, { figure: { cell } }) {
  const found = diagnoses.find(({ cells }) => cells.some((one) => one.cell === cell));
  return found.todo.includes('đều khớp') ? 'figure: several fit, and the range is said' : 'figure: another slip fits as well';
}

function misses(outcomes) {
  for (const [why, own] of Object.entries(grouped(outcomes.filter(({ missed }) => missed !== null).map(({ missed }) => ({ kind: missed }))))) line(`  missed: ${why}`, String(own.length));
}

const share = (list, is) => `${((100 * list.filter(is).length) / list.length).toFixed(2)} %`;

/** Confidence in tenths, the last one halved: how many say so, and how many of them are right. */
function calibration(sayings) {
  for (const [from, to] of [[0, 0.3], [0.3, 0.5], [0.5, 0.7], [0.7, 0.8], [0.8, 0.9], [0.9, 0.95], [0.95, 1]]) {
    const own = sayings.filter(({ confidence }) => confidence >= from && confidence < to);
    if (own.length > 0) line(`  said ${from} to ${to}: ${own.length} diagnoses`, share(own, (one) => one.isRight), `mean said ${(own.reduce((sum, { confidence }) => sum + confidence, 0) / own.length).toFixed(3)}`);
  }
}

function grouped(outcomes) {
  const groups = {};
  for (const one of outcomes) (groups[one.kind] ??= []).push(one);
  return groups;
}

function byKind(outcomes) {
  for (const [kind, own] of Object.entries(grouped(outcomes)).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    line(`  ${kind}: ${own.length}`, share(own, (one) => one.first), `listed ${share(own, (one) => one.listed)}, figure ${share(own, (one) => one.figure)}`);
  }
}

const RUNS = [
  ['whole appendices', WHOLE, 1, SLIPS, 'one error a table'],
  ['whole appendices', WHOLE, 3, SLIPS, 'one to three errors a table'],
  ['whole appendices', WHOLE, 1, { ...SLIPS, ...MORE_SLIPS }, 'one error a table, every cause in every role'],
  ['appendices and fragments', {}, 1, SLIPS, 'one error a table'],
  ['appendices and fragments', {}, 3, SLIPS, 'one to three errors a table'],
];
for (const [what, chosen, most, slips, title] of RUNS) {
  const { outcomes, sayings } = measure(most, slips, chosen);
  console.log(`${TABLES} generated ${what}, ${title}: ${outcomes.length} errors`);
  line('first suspect right', share(outcomes, (one) => one.first), 'goal ≥ 98.5 %');
  line('right cell among those shown', share(outcomes, (one) => one.listed), 'goal ≥ 99.9 %');
  line('figure right too', share(outcomes, (one) => one.figure), 'goal ≥ 97 %');
  misses(outcomes);
  byKind(outcomes);
  calibration(sayings);
}
