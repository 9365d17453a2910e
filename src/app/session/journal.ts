/**
 * What was written into the workbook, and how to take it back: Excel's own undo may not reach so far.
 *
 * A cell that somebody edited since is left alone, and said. Spec: docs/spec.md, V4.
 */
import type { CellWrite, Content, Spot, WorkbookHost } from '#ports/workbook-host';

/** One change as the undo bar names it: the cell, and its figures as they are shown. */
export interface Change {
  readonly cell: string;
  readonly from: string;
  readonly to: string;
}

export interface Entry {
  readonly changes: readonly Change[];
  readonly written: readonly CellWrite[];
  /** What stood there, in the same order. */
  readonly before: readonly CellWrite[];
}

/** What came of taking a change back. */
export interface TakenBack {
  readonly restored: number;
  /** Cells edited since, which were left as they are. */
  readonly kept: readonly string[];
}

/** Writes the changes as one entry. */
export async function writeEntry(host: WorkbookHost, written: readonly CellWrite[], changes: readonly Change[]): Promise<Entry> {
  return { changes, written, before: await host.write(written) };
}

/** Brings back what an entry changed, except where a cell no longer holds what the entry wrote. */
export async function takeBack(host: WorkbookHost, { changes, written, before }: Entry): Promise<TakenBack> {
  const now = await host.contents(written.map(({ sheet, row, column }): Spot => ({ sheet, row, column })));
  const isOurs = written.map(({ content }, i) => sameContent(content, now[i]));
  const back = before.filter((_, i) => isOurs[i] === true);
  if (back.length > 0) await host.write(back);
  return { restored: back.length, kept: changes.filter((_, i) => isOurs[i] !== true).map(({ cell }) => cell) };
}

function sameContent(a: Content, b: Content | undefined): boolean {
  return b !== undefined && a.kind === b.kind && held(a) === held(b);
}

function held(content: Content): string | number | boolean | null {
  if (content.kind === 'text') return content.text;
  if (content.kind === 'formula') return content.formula;
  if (content.kind === 'error') return content.error;
  return content.kind === 'blank' ? null : content.value;
}
