/**
 * What may be done to a cell of a contradiction: its figure thrown away, alone or with what was computed from it.
 *
 * Method: Scholtus (2016), edit operations in place of single fields. Spec: docs/spec.md, D2.
 */
import { subtract, type Exact } from '#core/localise/exact';
import { at, constraintAt, type Model } from '#core/localise/model';
import type { Constraint } from '#core/localise/project';
import { BUDGET, CARRIED, CELL, FORMULA, INFERRED, TYPED_OVER } from '#core/localise/weights';

/** Throwing a figure away, alone or with what was computed from it. */
export interface Operation {
  /** One name for an operation, the same wherever it is met. */
  readonly name: string;
  /** The cell that was typed wrong. */
  readonly cell: number;
  /** All cells that are freed, itself first. */
  readonly frees: readonly number[];
  /** Changes that keep a base which nobody wrote down: change = level − base. */
  readonly bases: readonly { readonly change: number; readonly base: Exact }[];
  readonly carries: boolean;
  readonly cost: number;
  readonly rank: number;
}

function operationsOn(model: Model, number: number): readonly Operation[] {
  const cell = at(model, number);
  // What would have to agree with more relations than a search may visit is left alone.
  if (cell.constraints.length > BUDGET.hub) return [];
  const cost = (cell.inferred ? INFERRED : CELL[cell.role]) + (cell.formula ? FORMULA : cell.typedOver ? -TYPED_OVER : 0);
  const alone: Operation = { name: String(number), cell: number, frees: [number], bases: [], carries: false, cost, rank: cell.rank };
  const row = rowConstraints(model, number);
  if (row.length === 0 || row.length === cell.constraints.length || row.some((one) => model.isBroken[one])) return [alone];
  const followers = [...new Set(row.flatMap((one) => computedIn(model, one, number)))].toSorted((a, b) => at(model, a).rank - at(model, b).rank);
  const bases = row.flatMap((one) => {
    const constraint = constraintAt(model, one);
    const change = constraint.cells[1];
    return constraint.kind === 'implied-ratio' && change !== undefined ? [{ change, base: subtract(cell.value, at(model, change).value) }] : [];
  });
  return [alone, { name: `${number}*`, cell: number, frees: [number, ...followers], bases, carries: true, cost: cost + CARRIED, rank: cell.rank }];
}

/** The constraints in which a level's own row compares it: with them it agreed before, so they follow it. */
function rowConstraints(model: Model, number: number): number[] {
  const { term, role, constraints } = at(model, number);
  if (term === null || role === 'change' || role === 'ratio') return [];
  return constraints.filter((one) => computedIn(model, one, number).length > 0);
}

/** The cells of a level's own row that a constraint computes from it. */
function computedIn(model: Model, one: number, level: number): readonly number[] {
  const { kind, cells } = constraintAt(model, one);
  const computed = computedFrom(model, { kind, cells }, level);
  const row = at(model, level).term?.row;
  return computed.length === 0 || cells.some((cell) => at(model, cell).term?.row !== row) ? [] : computed;
}

function computedFrom(model: Model, { kind, cells }: Pick<Constraint, 'kind' | 'cells'>, level: number): readonly number[] {
  // A sum within a row is change = level − base; of the others the actual or the top comes first.
  if (kind === 'sum') return cells[1] === level && at(model, cells[0]).role === 'change' ? cells.slice(0, 1) : [];
  if (cells[0] !== level) return [];
  return kind === 'implied-ratio' ? cells.slice(1) : kind === 'quotient' ? cells.slice(2) : [];
}

const known = new WeakMap<Model, (readonly Operation[] | undefined)[]>();

/** The operations on one cell. */
export function operationsFor(model: Model, cell: number): readonly Operation[] {
  let own = known.get(model);
  if (own === undefined) {
    own = [];
    known.set(model, own);
  }
  return (own[cell] ??= operationsOn(model, cell));
}

/** What operations cost together. */
export function costOf(operations: readonly Operation[]): number {
  return operations.reduce((sum, { cost }) => sum + cost, 0);
}

/** One name for a set of operations. */
export function nameOf(operations: readonly Operation[]): string {
  return operations.length === 1 ? (operations[0]?.name ?? '') : operations.map(({ name }) => name).join(' ');
}

