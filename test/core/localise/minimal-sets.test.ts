/** The solver's minimal sets against all subsets of cells, tried on every whole number that may stand in them. */
import { expect, test } from '@jest/globals';
import { search } from '#core/localise/clusters';
import { localise } from '#core/localise/localise';
import { brokenComponents } from '#core/localise/memory';
import { at, modelOf, type Evidence, type Model } from '#core/localise/model';
import { Numbering } from '#core/localise/propagate';
import type { Change } from '#core/localise/assignments';
import type { Localised } from '#core/localise/repairs';
import { CELL, SLACK } from '#core/localise/weights';
import { tablesOf } from '#core/layout/table';
import { rules } from '#core/rules/all';
import { gridOf, textOf, type Grid } from '#core/table/grid';
import { Oracle, whole } from '#test/core/localise/oracle';
import { Random } from '#test/generate/random';

/** The whole run: COMPONENTS=10000 npx jest minimal-sets, about a minute and a half. */
const COMPONENTS = Number(process.env['COMPONENTS'] ?? 1500);

const HEADER = ['TT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện năm 2020', 'So với năm 2019: Số lượng', 'So với năm 2019: Tỷ lệ'];

/** A total, its parts, and comparisons for some of them: consistent, then one or two figures changed. */
function smallTable(random: Random): Grid {
  const parts = Array.from({ length: random.whole(1, 2) + 1 }, () => ({ actual: random.whole(2, 12), base: random.whole(1, 12) }));
  const total = { actual: parts.reduce((sum, { actual }) => sum + actual, 0), base: parts.reduce((sum, { base }) => sum + base, 0) };
  let cells = 3 + parts.length;
  const lines = [total, ...parts].map(({ actual, base }, i) => {
    const compares = cells <= 8 && random.chance(0.6);
    if (compares) cells += 2;
    const ratio = Math.round((1000 * actual) / base) / 10;
    // A ratio near 100 bounds nothing: then the numbers that may stand in a cell have no end to try them to.
    const shown = compares && Math.abs(ratio - 100) >= 8;
    return [i === 0 ? '1' : '-', i === 0 ? 'Tổng số HTX' : `Ngành ${String.fromCodePoint(64 + i)}`, 'HTX', String(actual), compares ? String(actual - base) : '', shown ? `${ratio.toFixed(1).replace('.', ',')}%` : ''];
  });
  for (let errors = random.whole(1, 2); errors > 0; errors -= 1) {
    const line = random.pick(lines);
    const column = random.pick([3, 4, 5]);
    const text = line[column] ?? '';
    if (text === '') continue;
    line[column] = column === 5 ? `${random.whole(0, 30) + (random.chance(0.5) ? 50 : 130)},${random.whole(0, 9)}%` : String(column === 3 ? random.whole(0, 20) : random.whole(-15, 15));
  }
  return gridOf('Phụ lục', [HEADER, ...lines]);
}

function evidenceIn(grid: Grid): Evidence[] {
  const tables = tablesOf(grid, { templates: [] });
  return tables.flatMap((table) => rules.flatMap((rule) => [...rule.check(table, tables, [])].flatMap((outcome): Evidence[] => {
    if (outcome.is === 'unchecked' || outcome.relation === null) return [];
    // The sum is inferred here: declared, it has no way out but its own cells.
    const relation = { ...outcome.relation, basis: 'declared' } as Evidence['relation'];
    return [{ relation, grade: outcome.is === 'holds' ? 'exact' : outcome.grade }];
  })));
}

function costOf(model: Model, cells: readonly number[]): number {
  return cells.reduce((sum, cell) => sum + CELL[model.cells[cell]?.role ?? 'level'], 0);
}

/** All sets of one or two cells without a smaller one inside, by brute force. */
function bySubsets(model: Model, cells: readonly number[], cheapest: number): string[] {
  const oracle = new Oracle(model);
  const alone = cells.filter((cell) => oracle.feasible([cell]));
  const rest = cells.filter((cell) => !alone.includes(cell));
  const pairs = rest.flatMap((a, i) => rest.slice(i + 1).filter((b) => oracle.feasible([a, b])).map((b) => [a, b]));
  const sets = [...alone.map((cell) => [cell]), ...pairs];
  const best = Math.min(cheapest, ...sets.map((set) => costOf(model, set)));
  return sets.filter((set) => costOf(model, set) <= best + SLACK).map((set) => set.toSorted((a, b) => a - b).join(' ')).toSorted();
}

test('[D2] the same minimal sets as by trying every subset, on random components of at most 12 cells', () => {
  const failed: string[] = [];
  let components = 0;
  let sets = 0;
  for (let seed = 1; components < COMPONENTS && seed < 20 * COMPONENTS; seed += 1) {
    const grid = smallTable(new Random(seed));
    const model = modelOf(evidenceIn(grid));
    for (const component of brokenComponents(model)) {
      const scope = { model, numbering: new Numbering(), isParked: () => false };
      const all = search(scope, component.broken).sets;
      // A level with what follows it frees three cells and more: it sets the limit, and is not among the subsets.
      const cheapest = Math.min(...all.filter(({ operations }) => operations.some(({ carries }) => carries)).map(({ cost }) => cost));
      const expected = bySubsets(model, component.cells, cheapest);
      // Repairs of three cells and more are beyond the brute force, and there the two have nothing to compare.
      if (expected.length === 0) continue;
      components += 1;
      sets += expected.length;
      const found = all.filter(({ operations }) => operations.every(({ carries }) => !carries) && operations.length <= 2);
      const own = found.map(({ operations }) => operations.map(({ cell }) => cell).toSorted((a, b) => a - b).join(' ')).toSorted();
      if (own.join(', ') !== expected.join(', ')) failed.push(`seed ${seed}: brute force ${expected.join(', ')}; solver ${own.join(', ')}\n${drawnOf(grid, model)}`);
    }
  }
  expect(failed.slice(0, 1).join('\n')).toBe('');
  expect([failed.length, components >= COMPONENTS, sets > COMPONENTS]).toEqual([0, true, true]);
});

/** The table with the first repairs of its diagnoses in it. */
function repaired(grid: Grid, diagnoses: readonly Localised[]): Grid {
  const lines = linesOf(grid);
  for (const { model, repairs } of diagnoses) for (const change of repairs[0]?.changes ?? []) write(lines, model, change);
  return gridOf('Phụ lục', lines);
}

function write(lines: readonly string[][], model: Model, { cell, value }: Change): void {
  const { term } = at(model, cell);
  if (term === null || value === null) return;
  const line = lines[term.row.at] ?? [];
  line[term.column.index] = term.figure.percent ? `${whole(value).toFixed(term.figure.decimals).replace('.', ',')}%` : String(whole(value));
}

test('[D3] every proposal leaves the component without a contradiction, on 2 000 random components', () => {
  let proposals = 0;
  const failed: string[] = [];
  for (let seed = 1; seed <= 2000; seed += 1) {
    const grid = smallTable(new Random(seed));
    const diagnoses = localise(evidenceIn(grid));
    const changes = diagnoses.flatMap(({ repairs }) => repairs[0]?.changes ?? []);
    if (diagnoses.some(({ repairs }) => repairs.length === 0) || changes.some(({ value }) => value === null)) continue;
    proposals += changes.length;
    const after = repaired(grid, diagnoses);
    const left = evidenceIn(after).filter(({ grade }) => grade === 'wrong');
    if (left.length > 0) failed.push(`seed ${seed}: ${left.map(({ relation }) => relation.kind).join(', ')}\n${drawn(grid)}\n${drawn(after)}`);
  }
  expect(failed.slice(0, 1).join('\n')).toBe('');
  expect([failed.length, proposals > 1500]).toEqual([0, true]);
});

function linesOf(grid: Grid): string[][] {
  return Array.from({ length: grid.rowCount }, (_, row) => Array.from({ length: grid.columnCount }, (__, column) => textOf(grid.cell(row, column))));
}

function drawn(grid: Grid): string {
  return linesOf(grid).map((line) => line.join(' | ')).join('\n');
}

function drawnOf(grid: Grid, model: Model): string {
  return [drawn(grid), model.cells.map(({ term, role }, i) => `${i} = ${role} ${term === null ? '' : `${term.row.at}/${term.column.index}`}`).join(', ')].join('\n');
}
