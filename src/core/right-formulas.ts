/**
 * The formulas that belong into the cells of a table, where a rule about formulas can tell them: beside the report, whose
 * form is fixed and which holds sentences alone.
 *
 * Spec: docs/spec.md, O9.
 */
import type { Table } from '#core/layout/table';
import { cellOf } from '#core/relations/relation';
import type { Outcome } from '#core/rule';
import { rules } from '#core/rules/all';

export interface RightFormula {
  /** The rule and the cell, which together name one finding of the table. */
  readonly rule: string;
  readonly cell: string;
  /** What stands there, as the finding names it: a formula behind its `=`, or a figure in canonical digits. */
  readonly found: string;
  /** What belongs there, in en-US and without `=`. */
  readonly formula: string;
}

/** Excel takes no longer formula. */
const LONGEST = 8192;

/** One for each finding that names its right formula, in the order of the rules. */
export function rightFormulas(table: Table): RightFormula[] {
  return rules.flatMap((rule) => (rule.group === 'formulas' ? [...rule.check(table, [table], [])].flatMap((outcome) => rightFormula(rule.id, outcome)) : []));
}

function rightFormula(rule: string, outcome: Outcome<unknown>): RightFormula[] {
  if (outcome.is !== 'broken' || outcome.found === null) return [];
  const { at, found, right = null } = outcome;
  const isNew = right !== null && right.length < LONGEST && `=${right}` !== found;
  return isNew ? [{ rule, cell: cellOf(at), found, formula: right }] : [];
}
