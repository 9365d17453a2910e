/** Understanding a table's layout as a template, and what a file holds of one. */
import { knownTemplates, ownTemplate, type OwnTemplate } from '#app/known-templates';
import { choiceOf } from '#app/session/choice';
import type { Learning } from '#app/session/own-layout';
import type { SessionState } from '#app/session/state';
import { optionsFor } from '#app/session/table-options';
import { tablesOf } from '#core/layout/table';
import { MOST_ROWS } from '#core/layout/template';
import { templateId } from '#core/learn/template-id';
import { learned } from '#core/learn/learn';
import type { OpenSheet } from '#ports/workbook-host';

/** What the table with the most rows gives; its template is called after its sheet. */
export function learntFrom(sheets: readonly OpenSheet[], state: SessionState): Partial<Learning> {
  const options = optionsFor(choiceOf(state));
  const tables = sheets.flatMap(({ grid }) => tablesOf(grid, options));
  const [table] = tables.toSorted((a, b) => b.rows.length - a.rows.length);
  if (table === undefined) return { notLearnt: 'no-table' };
  if (table.rows.length > MOST_ROWS) return { notLearnt: 'too-large' };
  const { name } = table.grid;
  const { template, known } = learned(table, { id: templateId(name, knownTemplates()), name });
  return { learnt: { sheet: name, range: table.range, template, known, knownAs: table.recognition?.template.id ?? '' } };
}

/** The published layout with its 80 rows is 60 KB; whatever is larger is not even read. */
const LARGEST = 10 * 1024 ** 2;

/** The template that a file holds, or why it holds none. */
export async function templateIn(file: Pick<File, 'size' | 'text'>): Promise<OwnTemplate> {
  if (file.size > LARGEST) return { template: null, fault: `more than ${LARGEST} bytes` };
  try {
    const text = await file.text();
    return ownTemplate(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    // It was moved or locked since it was chosen.
    if (error instanceof DOMException) return { template: null, fault: error.message };
    throw error;
  }
}
