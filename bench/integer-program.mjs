/**
 * The same question as an integer program: which cells of least weight must change, by branch and bound over doubles.
 *
 * Each cell may move by any amount once its binary pays for it. A ratio times a level is no linear term: its printed
 * bounds bind the two figures, and its own binary lifts them. No figure comes of it, no cause, and no second answer.
 */
import { lessEq, solve } from 'yalps';

const BIG = 1e6;

/** @param component constraints and cells of a model that hang together; @returns the cells to change, or null */
export function leastCells(model, { constraints, cells }, weightOf) {
  const rows = {};
  const columns = {};
  for (const cell of cells) {
    const value = valueOf(model.cells[cell]);
    columns[`up${cell}`] = { [`free${cell}`]: 1 };
    columns[`down${cell}`] = { [`free${cell}`]: 1, [`keep${cell}`]: 1 };
    columns[`wrong${cell}`] = { weight: weightOf(cell), [`free${cell}`]: -BIG };
    rows[`free${cell}`] = lessEq(0);
    rows[`keep${cell}`] = lessEq(value < 0 ? BIG : value);
  }
  for (const number of constraints) for (const [i, line] of linesOf(model, number).entries()) add(model, { rows, columns }, `c${number}.${i}`, line);
  const binaries = cells.map((cell) => `wrong${cell}`);
  const { status, variables } = solve({ direction: 'minimize', objective: 'weight', constraints: rows, variables: columns, binaries });
  return status === 'optimal' ? variables.filter(([name, value]) => name.startsWith('wrong') && value > 0.5).map(([name]) => +name.slice(5)) : null;
}

function valueOf({ value: { n, d } }) {
  return Number(n) / Number(d);
}

function slackOf({ whole, role, unit: { n, d } }) {
  return whole ? 0 : (Number(n) / Number(d)) * (role === 'ratio' ? 1.5 : 0.5);
}

/** Σ factor · cell ≤ bound, lifted where `lifted` is wrong. */
function linesOf(model, number) {
  const { kind, cells, signs } = model.constraints[number];
  if (kind === 'sum' || kind === 'at-most') {
    const slack = cells.reduce((sum, cell) => sum + slackOf(model.cells[cell]), 0);
    const terms = cells.map((cell, i) => [cell, signs[i]]);
    const under = { terms, bound: slack, lifted: null };
    return kind === 'at-most' ? [under] : [under, { terms: terms.map(([cell, sign]) => [cell, -sign]), bound: slack, lifted: null }];
  }
  if (kind !== 'implied-ratio' && kind !== 'quotient') return [];
  const [top, other, ratio] = cells;
  const printed = model.cells[ratio];
  const [low, high] = [-1, 1].map((side) => (valueOf(printed) + side * slackOf(printed)) / 100);
  // top ≤ high · bottom and top ≥ low · bottom, where the bottom may be the top less the change.
  const [over, under] = kind === 'quotient' ? [[[top, 1], [other, -high]], [[top, -1], [other, low]]] : [[[top, 1 - high], [other, high]], [[top, low - 1], [other, -low]]];
  return [over, under].map((terms) => ({ terms, bound: 0, lifted: ratio }));
}

function add(model, { rows, columns }, name, { terms, bound, lifted }) {
  let own = bound;
  for (const [cell, factor] of terms) {
    own -= factor * valueOf(model.cells[cell]);
    columns[`up${cell}`][name] = factor;
    columns[`down${cell}`][name] = -factor;
  }
  if (lifted !== null) columns[`wrong${lifted}`][name] = -BIG;
  rows[name] = lessEq(own + 1e-9);
}
