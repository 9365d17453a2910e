/** Between a cell as it is read and the content that it can be given. */
import type { Cell, CellValue } from '#core/table/grid';
import type { Content } from '#ports/workbook-host';

export function contentOf({ value, formula }: Pick<Cell, 'value' | 'formula'>): Content {
  if (formula !== null) return { kind: 'formula', formula };
  if (value === null) return { kind: 'blank' };
  if (typeof value === 'object') return { kind: 'error', error: value.error };
  if (typeof value === 'string') return { kind: 'text', text: value };
  return typeof value === 'number' ? { kind: 'number', value } : { kind: 'boolean', value };
}

/** What a cell holds that was given a content; a formula has no result yet. */
export function valueOf(content: Content): CellValue {
  if (content.kind === 'text') return content.text === '' ? null : content.text;
  if (content.kind === 'error') return { error: content.error };
  return content.kind === 'number' || content.kind === 'boolean' ? content.value : null;
}

export function isSameContent(a: Content, b: Content): boolean {
  return a.kind === b.kind && held(a) === held(b);
}

function held(content: Content): string | number | boolean | null {
  if (content.kind === 'text') return content.text;
  if (content.kind === 'formula') return content.formula;
  if (content.kind === 'error') return content.error;
  return content.kind === 'blank' ? null : content.value;
}
