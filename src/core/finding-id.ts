/** Ids of findings: the same finding keeps its id across runs, and when rows are inserted above it. */
import type { Table } from '#core/layout/table';
import type { Place } from '#core/relations/relation';
import type { Row } from '#core/table/rows';
import { nameKey } from '#core/table/vietnamese';

/** Gives ids for one file: a second finding with the same code gets a number. */
export class FindingIds {
  readonly #counts = new Map<string, number>();

  /** @param column the column's key, not its letter, which moves */
  of(rule: string, { table, row }: Place, column: string): string {
    const name = `${table.grid.name}|${table.index}|${rule}|${rowName(table, row)}|${column}`;
    const code = hash(name);
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    return `${rule}-${code}${count === 1 ? '' : `-${count}`}`;
  }
}

function rowName(table: Table, row: Row | null): string {
  if (row === null) return '';
  return table.match(row)?.indicator.id ?? path(row);
}

function path(row: Row): string {
  const names: string[] = [];
  for (let at: Row | null = row; at !== null; at = at.parent) names.push(`${at.ordinal} ${nameKey(at.name)}`);
  return names.join('/');
}

const PRIME = 16_777_619;

/** FNV-1a over code points, as eight hexadecimal digits. */
function hash(text: string): string {
  let sum = 2_166_136_261;
  for (let i = 0; i < text.length; i += 1) {
    sum ^= text.codePointAt(i) ?? 0;
    // The product is taken in two halves: a whole one would leave the range in which numbers are exact.
    sum = ((sum & 65_535) * PRIME + ((((sum >>> 16) * PRIME) & 65_535) << 16)) >>> 0;
  }
  return sum.toString(16).padStart(8, '0');
}
