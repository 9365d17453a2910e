/** What the row of a finding is called in reports. */
import type { Table } from '#core/layout/table';
import type { IndicatorName } from '#core/report';
import type { Row } from '#core/table/rows';

/** By the template's indicator and section where the row is one, else as the sheet writes them. */
export function indicatorName(table: Table, row: Row): IndicatorName {
  const match = table.match(row);
  return { id: match?.indicator.id ?? null, section: match?.section.id ?? sectionName(row.section), ordinal: row.ordinal, name: row.name };
}

function sectionName(section: Row | null): string {
  if (section === null) return '';
  return section.ordinal === '' ? section.name : section.ordinal;
}
