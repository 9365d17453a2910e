/** The list of items as the panel shows it: of one kind, filtered, what repeats first, the rest under the sections of the appendix. */
import { indicatorNumber, indicatorText } from '#app/indicator-text';
import type { Listed } from '#app/session/state';
import type { TableFacts } from '#app/session/tables';
import type { Group } from '#core/rule';
import { folded } from '#core/table/vietnamese';

export interface Section {
  /** Of the sheet and the section: lasts while the list changes. */
  readonly key: string;
  readonly name: string;
  readonly items: readonly Listed[];
}

/** Items with one fault in common, and the same column. */
export interface Repeat {
  readonly key: string;
  /** In letters. */
  readonly column: string;
  /** As a diagnosis names it; '' where the items have only their rule in common. */
  readonly cause: string;
  readonly items: readonly Listed[];
}

export interface Filter {
  readonly text: string;
  /** null for every group of rules. */
  readonly group: Group | null;
  /** The key of a section; null for every one. */
  readonly section: string | null;
}

export const EVERYTHING: Filter = { text: '', group: null, section: null };

/** Items that match; words are looked for without diacritics in name, number and cell. */
export function matching(items: readonly Listed[], { text, group, section }: Filter): Listed[] {
  const wanted = folded(text);
  return items.filter((item) => (group === null || item.findings.some((finding) => finding.group === group)) && (section === null || sectionKey(item) === section)
    && (wanted === '' || folded(nameOf(item)).includes(wanted) || item.cell.toLowerCase().startsWith(wanted)));
}

/** "I.7 Số HTX hoạt động hiệu quả"; the cell where no indicator is meant. */
export function nameOf({ indicator, cell }: Pick<Listed, 'indicator' | 'cell'>): string {
  return indicator === null ? cell : indicatorText(indicator);
}

/** "I.7"; '' for a row without a number of its own. */
export function numberOf({ indicator }: Pick<Listed, 'indicator'>): string {
  return indicator === null ? '' : indicatorNumber(indicator);
}

/** So many alike are one card that unfolds. */
const REPEATED = 5;

/** What repeats, in the order in which it begins, and the items that are left. */
export function repeatsIn(items: readonly Listed[]): { readonly repeats: readonly Repeat[]; readonly others: readonly Listed[] } {
  const alike = new Map<string, Repeat & { items: Listed[] }>();
  for (const item of items) {
    const cause = item.proposals[0]?.changes[0]?.cause ?? '';
    const column = item.cell.replace(/\d+$/, '');
    const key = ['repeat', item.sheet, item.findings[0]?.rule ?? '', cause, column].join(' ');
    const known = alike.get(key) ?? { key, column, cause, items: [] };
    known.items.push(item);
    alike.set(key, known);
  }
  const repeats = [...alike.values()].filter((one) => one.items.length >= REPEATED);
  const folded = new Set(repeats.flatMap((one) => one.items));
  return { repeats, others: items.filter((item) => !folded.has(item)) };
}

/** In the items' own order; where several sheets were checked each section names its own. */
export function sectionsOf(items: readonly Listed[], facts: readonly TableFacts[], outside: string): Section[] {
  const sheets = new Map(facts.map(({ sheet }) => [sheet.id, sheet.name]));
  const sections = new Map<string, { name: string; items: Listed[] }>();
  for (const item of items) {
    const key = sectionKey(item);
    const name = nameOfSection(item.sheet, item.indicator?.section ?? '', facts, outside);
    const known = sections.get(key) ?? { name: sheets.size > 1 ? `${sheets.get(item.sheet) ?? ''} · ${name}` : name, items: [] };
    known.items.push(item);
    sections.set(key, known);
  }
  return [...sections].map(([key, { name, items: own }]) => ({ key, name, items: own }));
}

function sectionKey({ sheet, indicator }: Listed): string {
  return `${sheet} ${indicator?.section ?? ''}`;
}

function nameOfSection(sheet: string, section: string, facts: readonly TableFacts[], outside: string): string {
  const known = facts.find((one) => one.sheet.id === sheet)?.sections[section];
  return known ?? (section === '' ? outside : section);
}

/** Fewer items, and every section is open; more, and only the first one is. */
export const MOST_OPEN = 30;
/** Items that a section shows before it is asked for more. */
export const PAGE = 50;

/** What planners call the layout; null for an unknown one. */
export function templateName({ template }: Pick<TableFacts, 'template'>): string | null {
  return template?.called ?? null;
}
