/**
 * Why a cell of a contradiction is not at fault: two relations that no figure in it can fulfil together.
 *
 * The pair is minimal: without either of them some figure would do. Spec: docs/spec.md, D2.
 */
import { order } from '#core/localise/exact';
import { allowedAsPrinted, at, constraintAt, type Model } from '#core/localise/model';
import { BUDGET } from '#core/localise/weights';
import type { Range } from '#core/localise/project';

export interface Proof {
  /** The cell whose figure stands. */
  readonly cell: number;
  /** The broken constraint, and the one that holds and confirms the cell. */
  readonly broken: number;
  readonly confirms: number;
}

/** For each cell of a broken constraint that another one confirms, the first that does so. */
export function proofsOf(model: Model, broken: number): Proof[] {
  const { cells } = constraintAt(model, broken);
  // Each cell is held against all others: of a sum of thousands nothing is confirmed.
  if (cells.length > BUDGET.terms) return [];
  return cells.flatMap((cell) => {
    const confirms = at(model, cell).constraints.find((other) => model.isBroken[other] !== true && excludes(model, cell, [broken, other]));
    return confirms === undefined ? [] : [{ cell, broken, confirms }];
  });
}

/** Is there no figure for the cell that both constraints allow, with all other cells as printed? */
function excludes(model: Model, cell: number, [first, second]: readonly [number, number]): boolean {
  const a = allowed(model, cell, first);
  const b = allowed(model, cell, second);
  return order(a.low, b.high) > 0 || order(b.low, a.high) > 0;
}

function allowed(model: Model, cell: number, number: number): Range {
  return allowedAsPrinted(model, number, constraintAt(model, number).cells.indexOf(cell));
}
