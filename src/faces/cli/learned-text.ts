/** What was understood of a layout, for somebody to confirm. */
import type { LearnedFile } from '#app/learn-file';
import { visible } from '#faces/cli/terminal';
import { relationLines, sizeOf } from '#words/learned-relations';
import type { Texts } from '#words/texts';

/** The lines, each with its end. */
export function learnedText({ template, known, table, others }: LearnedFile, { learn }: Texts): string {
  const relations = relationLines(template, learn.relation);
  const lines = [
    learn.head({ sheet: table.grid.name, range: table.range, id: template.id }),
    `  ${learn.size(sizeOf(template))}`,
    ...template.columns.map(({ role, header }) => `    ${role.padEnd(12)} ${header.join(' › ')}`),
    ...(known === 0 ? [] : [`  ${learn.known(known, table.recognition?.template.id ?? '')}`]),
    ...(relations.length === 0 ? (known === 0 ? [`  ${learn.nothingInferred}`] : []) : [`  ${learn.inferred(relations.length)}`, ...relations.map(({ line }) => `    ${line}`), `  ${learn.confirm}`]),
    ...(others.length === 0 ? [] : [`  ${learn.others([...new Set(others)])}`]),
  ];
  return lines.map((line) => `${visible(line)}\n`).join('');
}
