/** Understanding a table's layout as a template; loaded when somebody asks for it. */
import { knownTemplates, ownTemplate, type OwnTemplate } from '#app/known-templates';
import { choiceOf } from '#app/session/choice';
import type { Learning } from '#app/session/own-layout';
import type { SessionState } from '#app/session/state';
import { optionsFor } from '#app/session/table-options';
import { tablesOf } from '#core/layout/table';
import { MOST_ROWS, type Template } from '#core/layout/template';
import { templateText } from '#core/layout/template-text';
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

/** @param text of a template, from wherever */
export function readOwn(text: string): OwnTemplate {
  return ownTemplate(text);
}

export function textOf(template: Template): string {
  return templateText(template);
}
