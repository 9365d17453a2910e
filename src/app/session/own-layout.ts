/** What the panel knows of the template that a workbook brings along, and of one that it could. Spec: docs/spec.md, V17. */
import type { Template } from '#core/layout/template';

/** What the workbook brings along; all null where it brings none. */
export interface OwnLayout {
  /** As it is kept. */
  readonly text: string | null;
  /** What it is called, in each language. */
  readonly name: { readonly vi: string; readonly en: string } | null;
  /** Technical: why it cannot be read. */
  readonly fault: string | null;
}

export const NO_LAYOUT: OwnLayout = { text: null, name: null, fault: null };

/** What was understood of a table, to be kept or not. */
export interface Learnt {
  readonly sheet: string;
  readonly range: string;
  readonly template: Template;
  /** Rows that follow a known template, and its name there; 0 and '' for a layout of the sheet's own. */
  readonly known: number;
  readonly knownAs: string;
}

/** A file that was chosen and holds no template. */
export interface RefusedTemplate {
  readonly file: string;
  /** Technical: which field is wrong. */
  readonly fault: string;
}

/** Why nothing was learnt. */
export type NotLearnt = 'no-table' | 'too-large';

/** What is being looked at before it is kept. */
export interface Learning {
  readonly learnt: Learnt | null;
  readonly notLearnt: NotLearnt | null;
  readonly refused: RefusedTemplate | null;
}

export const NO_LEARNING: Learning = { learnt: null, notLearnt: null, refused: null };
