/** A template as the text of its file; reading it gives the same template. */
import type { Indicator, Section, Template } from '#core/layout/template';

export function templateText({ version, id, name, title, columns, requiredColumns, sections }: Template): string {
  return `${JSON.stringify({ version, id, name, title, columns, requiredColumns, sections: sections.map(sectionJson) }, null, 2)}\n`;
}

function sectionJson({ id, ordinal, name, aliases = [], rows }: Section): object {
  return { id, ordinal, name, ...(aliases.length > 0 && { aliases }), rows: rows.map(indicatorJson) };
}

/** Without what is as usual; a field that is undefined is not written. */
function indicatorJson({ id, ordinal, name, aliases, unit, units, kind, polarity, parent, plausible, negative, ...rest }: Indicator): object {
  return {
    id, ordinal, name, aliases: some(aliases), unit, units: some(units), kind, polarity, parent: parent ?? undefined,
    parts: some(rest.parts), ofWhich: some(rest.ofWhich), rateOf: rest.rateOf, flow: rest.flow, inferred: some(rest.inferred),
    negative: negative === true ? true : undefined, requiredFigures: some(rest.requiredFigures),
    plausible: plausible && { per: plausible.per ?? undefined, unit: plausible.unit, from: plausible.from, to: plausible.to },
  };
}

function some<Item>(items: readonly Item[] | undefined): readonly Item[] | undefined {
  return items !== undefined && items.length > 0 ? items : undefined;
}
