/** A table's columns as a template has them. Spec: docs/spec.md, L6. */
import type { Table } from '#core/layout/table';
import type { Template } from '#core/layout/template';
import { withoutYear, type MovingYears } from '#core/layout/template-year';
import { columnKeys } from '#core/table/column-keys';
import type { Column } from '#core/table/columns';

type TemplateColumn = Template['columns'][number];

/** The format's own limits. */
const MOST_COLUMNS = 60;
const MOST_ROWS = 6;
const LONGEST_TEXT = 500;

/** "Kế hoạch 2021" in a report of 2020 is next year's; "giá năm 2010" is that of 2010 in every year. */
const YEARS: MovingYears = { offsets: [-2, -1, 0, 1], joined: true };
const LEVELS: Readonly<Record<Column['standing'], string>> = { actual: 'actual', estimate: 'estimate', plan: 'plan', cumulative: 'cumulative', unsaid: 'actual' };

/** Left to right; a column without words is left out, unless it is one of ordinals. */
export function learnedColumns(table: Table): TemplateColumn[] {
  const { columns, header, year } = table;
  const learned = columns.all.map((column): TemplateColumn & { readonly own: Column } => {
    const words = (header.paths[column.index - header.left] ?? []).map((text) => withoutYear(plainWords(text), year, YEARS)).filter((text) => text !== '');
    return { own: column, role: roleOf(column), header: words.length === 0 ? usualWords(column) : fewer(words) };
  });
  const kept = learned.filter(({ header: words }) => words.length > 0);
  const most = kept.filter(({ own }, i) => i < MOST_COLUMNS || own === columns.indicator);
  return most.slice(-MOST_COLUMNS).map(({ role, header: words }) => ({ role, header: words }));
}

function usualWords({ role }: Column): string[] {
  if (role === 'ordinal') return ['TT'];
  return role === 'indicator' ? ['Chỉ tiêu'] : [];
}

function fewer(words: readonly string[]): string[] {
  return words.length <= MOST_ROWS ? [...words] : [...words.slice(0, MOST_ROWS - 1), words.slice(MOST_ROWS - 1).join(' ').slice(0, LONGEST_TEXT).trim()];
}

/** Without reference marks and the numbers of resolutions, which change every year. */
function plainWords(text: string): string {
  const plain = text.replaceAll(/[\u00B9\u00B2\u00B3\u2070-\u2079]/g, '').replaceAll(/\((?:theo|kèm|nq|qđ|nđ|tt|nghị quyết|quyết định)\b[^)]*\)/gi, ' ');
  return plain.replaceAll(/\s+/g, ' ').slice(0, LONGEST_TEXT).trim();
}

function roleOf({ role, standing, against }: Column): string {
  if (role === 'level') return LEVELS[standing];
  if (against !== 'plan') return role;
  return role === 'change' ? 'plan-change' : role === 'ratio' ? 'attainment' : role;
}

/** Columns that the next sheet of this layout is to have too: those that have one name each. */
export function requiredColumns(table: Table, columns: readonly TemplateColumn[]): string[] {
  const keys = new Set(columnKeys(table.columns).values());
  const roles = [...new Set(columns.map(({ role }) => role))];
  return roles.filter((role) => role !== 'ordinal' && keys.has(role));
}
