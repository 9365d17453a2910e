/** What finding the wrong cells costs a row, how it grows, and the worst it can be asked: relations are gathered first, outside the time. */
import { longGrid } from './long-table.mjs';
import { leastCells } from './integer-program.mjs';
import { line, median } from './measure.mjs';

const { knownTemplates } = await import('#app/known-templates');
const { tablesOf } = await import('#core/layout/table');
const { entangled } = await import('#core/localise/entangled');
const { localise } = await import('#core/localise/localise');
const { brokenComponents } = await import('#core/localise/memory');
const { modelOf } = await import('#core/localise/model');
const { CELL } = await import('#core/localise/weights');
const { rules } = await import('#core/rules/all');
const { gridOf } = await import('#core/table/grid');
const { Random } = await import('#test/generate/random');

/** What the rules say of every relation of a sheet. */
function evidenceIn(grid) {
  const tables = tablesOf(grid, { templates: knownTemplates() });
  return tables.flatMap((table) => rules.flatMap((rule) => [...rule.check(table, tables, [])].flatMap((outcome) => {
    if (outcome.is === 'unchecked' || outcome.relation === null) return [];
    return [{ relation: outcome.relation, grade: outcome.is === 'holds' ? 'exact' : outcome.grade }];
  })));
}

function once(evidence) {
  globalThis.gc?.();
  const from = process.hrtime.bigint();
  const found = localise(evidence);
  return { time: Number(process.hrtime.bigint() - from) / 1e6, found };
}

console.log('Localising alone, one wrong ratio in fifty rows (medians)');
const warm = evidenceIn(longGrid(200));
for (let i = 0; i < 200; i += 1) once(warm);
let each = 0;
for (const [rows, runs] of [[1000, 15], [10_000, 5], [100_000, 3]]) {
  const evidence = evidenceIn(longGrid(rows));
  const all = Array.from({ length: runs }, () => once(evidence));
  const own = (median(all.map(({ time }) => time)) * 1000) / rows;
  if (each === 0) each = own;
  line(`${rows} rows, ${evidence.length} relations, ${all[0].found.length} diagnoses`, `${own.toFixed(1)} µs a row`, `bar ≤ 50; ${(own / each).toFixed(2)} × the first`);
}

/** One component after another, the solver here and the integer program in turn: who names the same cells, and at what price. */
console.log('The components with a contradiction of 1000 rows, as integer programs (yalps)');
const evidence = evidenceIn(longGrid(1000));
const model = modelOf(entangled(evidence));
const components = brokenComponents(model);
const weightOf = (cell) => CELL[model.cells[cell].role];
const [own, programs] = [[], []];
let same = 0;
for (let run = 0; run < 9; run += 1) {
  own.push(once(evidence).time);
  const from = process.hrtime.bigint();
  const answers = components.map((component) => leastCells(model, component, weightOf));
  programs.push(Number(process.hrtime.bigint() - from) / 1e6);
  same = answers.filter((cells, i) => cells !== null && cells.some((cell) => components[i].broken.some((one) => model.constraints[one].cells.includes(cell)))).length;
}
line(`${components.length} components: all of the localiser / yalps alone`, `${median(own).toFixed(1)} / ${median(programs).toFixed(1)} ms`, `ratio ${(median(own) / median(programs)).toFixed(2)}`);
line('  programs that name a cell of the contradiction', `${same}`);

/** Some share of all figures thrown away for random ones. */
function spoilt(share, random) {
  const grid = longGrid(46);
  return gridOf('Phụ lục', Array.from({ length: grid.rowCount }, (_, row) => Array.from({ length: grid.columnCount }, (_unused, column) => {
    const cell = grid.cell(row, column);
    return typeof cell.value === 'number' && random.chance(share) ? { ...cell, value: column % 2 === 1 && column > 3 ? random.whole(1, 3000) / 1000 : random.whole(0, 2000) } : cell;
  })));
}

console.log('46 rows of which a share of all figures is random (20 tables)');
for (const share of [0.05, 0.5, 1]) {
  const times = Array.from({ length: 20 }, (_, seed) => once(evidenceIn(spoilt(share, new Random(seed + 1)))).time);
  line(`  ${100 * share} %: median and worst`, `${median(times).toFixed(1)} / ${Math.max(...times).toFixed(1)} ms`);
}
