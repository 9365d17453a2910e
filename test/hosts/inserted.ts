/** What a host promises of sheets that are taken over from a workbook. */
import { expect } from '@jest/globals';
import { blankFile } from '#adapters/browser/blank-file';
import type { NewForm } from '#core/new/form';
import { HostError, type WorkbookHost } from '#ports/workbook-host';
import { newForms } from '#words/new-vi';

export async function expectInserted(host: WorkbookHost): Promise<void> {
  const editor = blankFile();
  editor.addFormInFront({ ...form('Biểu B'), rows: [[{ value: 'Chỉ tiêu', formula: null, look: 'head', indent: 0, format: null }, { value: 7, formula: null, look: 'input', indent: 0, format: '#,##0' }]] }, newForms.messages);
  editor.addFormInFront({ ...form('Biểu A'), rows: [[{ value: null, formula: "'Biểu B'!B1", look: 'result', indent: 0, format: null }]] }, newForms.messages);
  if (!host.abilities.inserts) {
    await expect(host.insert(editor.save())).rejects.toBeInstanceOf(HostError);
    return;
  }
  const before = await host.sheets();
  const added = await host.insert(editor.save());
  const after = await host.sheets();
  expect(after).toEqual([...before, ...added]);
  expect(added.map(({ name }) => name)).toEqual(['Biểu A', 'Biểu B']);
  const [first] = await host.read({ sheets: 'active' });
  expect([first?.name, first?.grid.cell(0, 0).formula]).toEqual(['Biểu A', "'Biểu B'!B1"]);
  const [second] = await host.read({ sheets: [added[1]?.id ?? ''] });
  expect([0, 1].map((column) => second?.grid.cell(0, column).value)).toEqual(['Chỉ tiêu', 7]);
}

/** A form without cells. */
function form(name: string): NewForm {
  return { name, hidden: false, rows: [], merges: [], widths: [], heights: new Map(), inputs: [], header: { first: 0, last: 0 }, isLocked: false };
}
