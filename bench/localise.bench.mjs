/** What finding the wrong cells costs a row, how it grows, and the worst it can be asked: relations are gathered first, outside the time. */
import { longGrid } from './long-table.mjs';
import { line, median } from './measure.mjs';

const { knownTemplates } = await import('#app/known-templates');
const { tablesOf } = await import('#core/layout/table');
const { localise } = await import('#core/localise/localise');
const { rules } = await import('#core/rules/all');
const { gridOf } = await import('#core/table/grid');
const { Random } = await import('#test/generate/random');

/** What the rules say of every relation of a sheet. */
function evidenceIn(grid) {
  const tables = tablesOf(grid, { templates: knownTemplates() });
  return tables.flatMap((table) => rules.flatMap((rule) => [...rule.check(table, tables)].flatMap((outcome) => {
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
