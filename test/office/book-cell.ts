/** A cell of the workbook that the fake host plays. */

export type ValueType = 'Empty' | 'String' | 'Double' | 'Boolean' | 'Error';

export interface BookCell {
  readonly value: string | number | boolean;
  readonly type: ValueType;
  /** With its `=`; null for a constant. */
  readonly formula: string | null;
  readonly format: string;
  /** Typed behind an apostrophe. */
  readonly quoted: boolean;
  readonly locked: boolean;
}
