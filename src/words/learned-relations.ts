/** The relations of a learnt template that nobody has confirmed, in words. */
import { cutText } from '#core/cut-text';
import type { Indicator, RelationName, Template } from '#core/layout/template';
import { inferredRelations } from '#core/learn/inferred-relations';
import type { LearnTexts } from '#words/learn-texts';

/** Of a name in a relation. */
const LONGEST_NAME = 40;

/** One line each, with the names of its rows; the key is the relation's own. */
export function relationLines(template: Template, texts: LearnTexts['relation']): { readonly key: string; readonly line: string }[] {
  const names = new Map(template.sections.flatMap((section) => section.rows).map((row) => [row.id, called(row)]));
  const named = (id: string): string => names.get(id) ?? id;
  return inferredRelations(template).map(({ key, row, relation }) => ({ key, line: SAID[relation](row, named, texts) }));
}

/** How much of a table a template tells of. */
export function sizeOf({ sections, columns }: Template): Parameters<LearnTexts['size']>[0] {
  return { sections: sections.filter(({ name }) => name !== '').length, rows: sections.reduce((sum, section) => sum + section.rows.length, 0), columns: columns.length };
}

/** A dash or a plus for an ordinal would read as a sign: "1 Tổng số HTX = Nông nghiệp + Vận tải". */
function called({ ordinal, name }: Indicator): string {
  const short = cutText(name, LONGEST_NAME);
  return /[\p{L}\p{N}]/u.test(ordinal) ? `${ordinal} ${short}` : short;
}

type Say = (row: Indicator, named: (id: string) => string, texts: LearnTexts['relation']) => string;

const SAID: Readonly<Record<RelationName, Say>> = {
  parts: ({ id, parts = [] }, named, texts) => texts.parts(named(id), parts.map(named)),
  ofWhich: ({ id, ofWhich = [] }, named, texts) => texts.ofWhich(named(id), ofWhich.map(named)),
  rateOf: ({ id, rateOf = { numerator: '', denominator: '' } }, named, texts) => texts.rateOf(named(id), named(rateOf.numerator), named(rateOf.denominator)),
  flow: ({ id, flow = { opened: '', closed: '' } }, named, texts) => texts.flow(named(id), named(flow.opened), named(flow.closed)),
};
