/**
 * The roles of a table's columns, and the comparisons that they make together.
 *
 * A column is an ordinal, a name, a unit, a level (actual, estimate, plan, … of a period) or a comparison of levels:
 * change, ratio, growth, share. Comparisons that share their level and what it is compared with belong together.
 * Spec: docs/spec.md, T3.
 */
import type { Period, Standing } from '#core/table/period';

export type Role = 'ordinal' | 'indicator' | 'unit' | 'level' | 'change' | 'ratio' | 'growth' | 'share' | 'other';

const FIGURES: ReadonlySet<Role> = new Set<Role>(['level', 'change', 'ratio', 'growth', 'share']);

/** Whether figures stand in a column, in contrast to names, units and remarks. */
export function holdsFigures({ role }: Pick<Column, 'role'>): boolean {
  return FIGURES.has(role);
}

/** What a level is measured against: an earlier period, or a plan. */
export type Against = 'earlier' | 'plan';

export interface Column {
  /** Counted from 0 on the sheet. */
  readonly index: number;
  readonly role: Role;
  /** The header's words, top to bottom, as one line. */
  readonly header: string;
  /** Of a level: what it is. Of a comparison: the level compared, as far as the header says. */
  readonly standing: Standing;
  readonly period: Period;
  readonly against: Against | null;
  /** The period that a comparison names as its base; null where it names none. */
  readonly basePeriod: Period | null;
}

/** Levels and what stands beside them about the same comparison; at least one of change, ratio and growth is there. */
export interface Comparison {
  readonly actual: Column;
  readonly against: Against;
  /** The column of the base itself; null where only change and ratio imply it. */
  readonly base: Column | null;
  readonly basePeriod: Period | null;
  readonly change: Column | null;
  readonly ratio: Column | null;
  readonly growth: Column | null;
}

export interface Columns {
  readonly all: readonly Column[];
  readonly ordinal: Column | null;
  readonly indicator: Column;
  readonly unit: Column | null;
  readonly levels: readonly Column[];
  /** The level that the sheet reports; null where no column is a level. */
  readonly actual: Column | null;
  readonly comparisons: readonly Comparison[];
  readonly shares: readonly Column[];
  readonly year: number | null;
  /** Of which the header does not say what they hold, as it has them, whatever the reader said. */
  readonly unclear: readonly Column[];
}
