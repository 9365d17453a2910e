/** What was understood of a layout, for somebody to confirm. */
import type { LearnedFile } from '#app/learn-file';
import { cutText } from '#core/cut-text';
import type { Indicator, RelationName, Template } from '#core/layout/template';
import { visible } from '#faces/cli/terminal';
import type { LearnTexts } from '#words/learn-texts';
import type { Texts } from '#words/texts';

/** Of a name in a relation. */
const LONGEST_NAME = 40;

/** The lines, each with its end. */
export function learnedText({ template, known, table, others }: LearnedFile, { learn }: Texts): string {
  const relations = inferredIn(template, learn);
  const rows = template.sections.reduce((sum, section) => sum + section.rows.length, 0);
  const sections = template.sections.filter(({ name }) => name !== '').length;
  const lines = [
    learn.head({ sheet: table.grid.name, range: table.range, id: template.id }),
    `  ${learn.size({ sections, rows, columns: template.columns.length })}`,
    ...template.columns.map(({ role, header }) => `    ${role.padEnd(12)} ${header.join(' › ')}`),
    ...(known === 0 ? [] : [`  ${learn.known(known, table.recognition?.template.id ?? '')}`]),
    ...(relations.length === 0 ? (known === 0 ? [`  ${learn.nothingInferred}`] : []) : [`  ${learn.inferred(relations.length)}`, ...relations.map((line) => `    ${line}`), `  ${learn.confirm}`]),
    ...(others.length === 0 ? [] : [`  ${learn.others([...new Set(others)])}`]),
  ];
  return lines.map((line) => `${visible(line)}\n`).join('');
}

function inferredIn({ sections }: Template, learn: LearnTexts): string[] {
  const rows = sections.flatMap((section) => section.rows);
  const names = new Map(rows.map((row) => [row.id, `${row.ordinal} ${cutText(row.name, LONGEST_NAME)}`.trim()]));
  const named = (id: string): string => names.get(id) ?? id;
  return rows.flatMap((row) => (row.inferred ?? []).map((relation) => SAID[relation](row, named, learn.relation)));
}

type Say = (row: Indicator, named: (id: string) => string, texts: LearnTexts['relation']) => string;

const SAID: Readonly<Record<RelationName, Say>> = {
  parts: ({ id, parts = [] }, named, texts) => texts.parts(named(id), parts.map(named)),
  ofWhich: ({ id, ofWhich = [] }, named, texts) => texts.ofWhich(named(id), ofWhich.map(named)),
  rateOf: ({ id, rateOf = { numerator: '', denominator: '' } }, named, texts) => texts.rateOf(named(id), named(rateOf.numerator), named(rateOf.denominator)),
  flow: ({ id, flow = { opened: '', closed: '' } }, named, texts) => texts.flow(named(id), named(flow.opened), named(flow.closed)),
};
