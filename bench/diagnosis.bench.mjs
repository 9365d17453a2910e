/** Diagnoses of generated appendices with injected errors: how often the first suspect, the list and the figure are right. */
import { line } from './measure.mjs';

const { knownTemplates } = await import('#app/known-templates');
const { checkWorkbook } = await import('#core/check');
const { appendix } = await import('#test/generate/appendix');
const { bondsOf, keyOf, spanOf } = await import('#test/generate/contradictions');
const { SLIPS } = await import('#test/generate/injections');
const { Random } = await import('#test/generate/random');
const { gridFrom } = await import('#test/generate/sheet');
const { hiddenPlaces, written } = await import('#test/generate/writing');
const { Rational } = await import('#test/core/numbers/rational');
const { vi } = await import('#words/vi');

const indicators = knownTemplates().flatMap(({ sections }) => sections.flatMap(({ rows }) => rows));
const options = { templates: knownTemplates() };
const TABLES = 1000;

/** A slip that some relation sees, with the figure as it stands then; null where this draw has none. */
function slipIn(drawn, figures, random) {
  const { placed } = drawn;
  const figure = random.pick(placed);
  const slipped = SLIPS[random.pick(Object.keys(SLIPS))](figure, { placed, options: drawn.options, random });
  if (slipped === null || figures.changed.has(keyOf(figure))) return null;
  const changed = { ...figure, ...slipped };
  const one = (key) => (key === keyOf(figure) ? changed : (figures.changed.get(key) ?? figures.printed.get(key)));
  const spans = (key) => spanOf(one(key), hiddenPlaces(one(key), drawn.options));
  const seen = figures.bonds.some(({ keys, isBroken }) => keys.includes(keyOf(figure)) && isBroken(keys.map(spans)));
  return seen ? { figure, changed } : null;
}

/** So many errors in an appendix; null where it has too few figures. */
function inject(drawn, wanted, random) {
  const printed = new Map(drawn.placed.map((figure) => [keyOf(figure), figure]));
  const figures = { printed, changed: new Map(), bonds: bondsOf(indicators, new Set(printed.keys())) };
  const errors = [];
  const lines = drawn.sheet.lines.map((cells) => [...cells]);
  for (let tries = 0; tries < 200 && errors.length < wanted; tries += 1) {
    const error = slipIn(drawn, figures, random);
    if (error === null) continue;
    figures.changed.set(keyOf(error.figure), error.changed);
    lines[error.figure.row][error.figure.column] = written(error.changed, error.changed.printed, drawn.options, random);
    errors.push(error);
  }
  return errors.length < wanted ? null : { errors, grid: gridFrom({ ...drawn.sheet, lines }) };
}

/** The printed figure; where the cell shows more or fewer places, the true one shortened to them. */
function isRight(proposal, { figure, changed }) {
  const places = proposal.split('.')[1]?.length ?? 0;
  const value = Rational.of(proposal);
  if (value.compare(figure.printed) === 0) return true;
  const other = places > figure.places || (places < figure.places && places === changed.places);
  return other && ['half-up', 'half-down', 'half-even', 'cut'].some((how) => figure.value.shortened(new Rational(1n, 10n ** BigInt(places)), how).compare(value) === 0);
}

function judge(diagnoses, error) {
  const holds = ({ cells }) => cells.some(({ cell }) => cell === error.figure.cell);
  const first = diagnoses.find(holds);
  const proposal = first?.cells.find(({ cell }) => cell === error.figure.cell)?.proposal ?? null;
  return { first: first !== undefined, listed: first !== undefined || diagnoses.some(({ alternatives }) => alternatives.some(holds)), figure: proposal !== null && isRight(proposal, error) };
}

function measure(most, offset) {
  const counts = { errors: 0, first: 0, listed: 0, figure: 0 };
  for (let seed = 1, tables = 0; tables < TABLES; seed += 1) {
    const drawn = appendix(offset + seed);
    const random = new Random((offset + seed) * 31 + 7);
    const injected = drawn.placed.length < 8 ? null : inject(drawn, 1 + (seed % most), random);
    if (injected === null) continue;
    tables += 1;
    const diagnoses = checkWorkbook([injected.grid], options, vi.words).flatMap((report) => report.diagnoses);
    for (const error of injected.errors) {
      counts.errors += 1;
      for (const [key, is] of Object.entries(judge(diagnoses, error))) counts[key] += is ? 1 : 0;
    }
  }
  return counts;
}

for (const [most, title] of [[1, 'one error a table'], [3, 'one to three errors a table']]) {
  const { errors, first, listed, figure } = measure(most, 700_000);
  const share = (count) => `${((100 * count) / errors).toFixed(2)} %`;
  console.log(`${TABLES} generated appendices, ${title}: ${errors} errors`);
  line('first suspect right', share(first), 'goal ≥ 98.5 %');
  line('right cell among those shown', share(listed), 'goal ≥ 99.9 %');
  line('figure right too', share(figure), 'goal ≥ 97 %');
}
