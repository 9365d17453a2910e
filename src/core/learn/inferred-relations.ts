/** The relations of a learnt template that nobody has confirmed, each by itself, and a template without some of them. Spec: docs/spec.md, L7. */
import type { Indicator, RelationName, Template } from '#core/layout/template';

export interface InferredRelation {
  /** Unique in the template. */
  readonly key: string;
  readonly row: Indicator;
  readonly relation: RelationName;
}

/** In the order of their rows. */
export function inferredRelations({ sections }: Template): InferredRelation[] {
  return sections.flatMap(({ rows }) => rows.flatMap((row) => (row.inferred ?? []).map((relation) => ({ key: keyOf(row, relation), row, relation }))));
}

function keyOf({ id }: Indicator, relation: RelationName): string {
  return `${relation} ${id}`;
}

/** @param left keys of the relations to leave out; what is declared stays, whatever is named */
export function withoutRelations(template: Template, left: ReadonlySet<string>): Template {
  return { ...template, sections: template.sections.map((section) => ({ ...section, rows: section.rows.map((row) => without(row, left)) })) };
}

function without(row: Indicator, left: ReadonlySet<string>): Indicator {
  const gone = new Set((row.inferred ?? []).filter((relation) => left.has(keyOf(row, relation))));
  if (gone.size === 0) return row;
  const kept = (row.inferred ?? []).filter((relation) => !gone.has(relation));
  const fields = Object.entries(row).filter(([name]) => name !== 'inferred' && !gone.has(name as RelationName));
  return { ...(Object.fromEntries(fields) as unknown as Indicator), ...(kept.length > 0 && { inferred: kept }) };
}
