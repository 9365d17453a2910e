/** The list of items as the panel shows it: of one kind, searched, under the sections of the appendix. */
import type { Listed } from '#app/session/state';
import type { TableFacts } from '#app/session/tables';
import type { Group } from '#core/rule';
import { folded } from '#core/table/vietnamese';

export interface Section {
  /** Of the sheet and the section: lasts while the list changes. */
  readonly key: string;
  readonly name: string;
  readonly items: readonly Listed[];
  /** Items before it in the whole list. */
  readonly from: number;
}

export interface Filter {
  readonly text: string;
  /** null for every group of rules. */
  readonly group: Group | null;
}

/** Items that match; words are looked for without diacritics in name, ordinal and cell. */
export function matching(items: readonly Listed[], { text, group }: Filter): Listed[] {
  const wanted = folded(text);
  return items.filter((item) => (group === null || item.findings.some((finding) => finding.group === group)) && (wanted === '' || folded(nameOf(item)).includes(wanted) || item.cell.toLowerCase().startsWith(wanted)));
}

/** "I.7 Số HTX hoạt động hiệu quả" */
export function nameOf({ indicator, cell }: Pick<Listed, 'indicator' | 'cell'>): string {
  if (indicator === null) return cell;
  return `${ordinalOf(indicator)} ${indicator.name}`.trim();
}

/** "I.7": the section's numeral and the row's own number; '' for a row without any. */
export function ordinalOf({ section, ordinal }: NonNullable<Listed['indicator']>): string {
  if (!/^[\da-z]/i.test(ordinal)) return '';
  return /^[IVX]+$/.test(section) && ordinal !== section ? `${section}.${ordinal}` : ordinal;
}

/** In the items' own order; where several sheets were checked each section names its own. */
export function sectionsOf(items: readonly Listed[], facts: readonly TableFacts[], outside: string): Section[] {
  const sheets = new Map(facts.map(({ sheet }) => [sheet.id, sheet.name]));
  const sections = new Map<string, { name: string; items: Listed[] }>();
  for (const item of items) {
    const section = item.indicator?.section ?? '';
    const key = `${item.sheet} ${section}`;
    const known = sections.get(key) ?? { name: nameOfSection(item.sheet, section, facts, outside), items: [] };
    known.items.push(item);
    sections.set(key, known);
  }
  let from = 0;
  return [...sections].map(([key, { name, items: own }]) => {
    from += own.length;
    return { key, name: sheets.size > 1 ? `${sheets.get(own[0]?.sheet ?? '') ?? ''} · ${name}` : name, items: own, from: from - own.length };
  });
}

function nameOfSection(sheet: string, section: string, facts: readonly TableFacts[], outside: string): string {
  const known = facts.find((one) => one.sheet.id === sheet)?.sections[section];
  return known ?? (section === '' ? outside : section);
}

/** Fewer items, and every section is open; more, and only the first one is. */
export const MOST_OPEN = 30;
/** Items that a section shows before it is asked for more. */
export const PAGE = 50;

/** "LMHTXVN 2020": what planners call the layout; null for an unknown one. */
export function templateName({ template }: Pick<TableFacts, 'template'>): string | null {
  return template === null ? null : template.id.replaceAll('-', ' ').toUpperCase();
}
