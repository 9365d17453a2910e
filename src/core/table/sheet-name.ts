/** Names of sheets that a workbook takes. */

const LONGEST_NAME = 31;

/** A name that Excel takes and no sheet has: `Phụ lục (2)`. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const known = new Set(taken.map((name) => name.toLowerCase()));
  const plain = wanted.replaceAll(/[[\]:*?/\\]/g, ' ').replaceAll(/^['\s]+|['\s]+$/g, '').slice(0, LONGEST_NAME).trim() || 'Phụ lục';
  for (let i = 1; ; i += 1) {
    const number = i === 1 ? '' : ` (${i})`;
    const name = plain.slice(0, LONGEST_NAME - number.length).trimEnd() + number;
    if (!known.has(name.toLowerCase())) return name;
  }
}
