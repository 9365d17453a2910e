/**
 * A column mixes ways of writing numbers: 1.002,1 beside 1,002.1, or 1437 beside 1.437. Said once a column.
 *
 * Spec: docs/spec.md, F12.
 */
import { grouped } from '#core/grouped';
import type { Table } from '#core/layout/table';
import { notationOf } from '#core/numbers/notation';
import { readText, type Notation, type NumberText } from '#core/numbers/number-text';
import type { Spot } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { fault, figureColumns, fine, textAt } from '#core/rules/layout-outcomes';
import { cellList } from '#core/rules/sentence-parts';
import type { Column } from '#core/table/columns';
import { columnLetters } from '#core/table/grid';

interface Facts {
  readonly column: string;
  readonly odd: string;
  readonly usual: string;
  readonly cells: string;
}

export const mixedNotation = defineRule({
  id: 'mixed-notation',
  group: 'layout',
  severity: 'note',
  check: (table) => outcomes(table),

  say({ column, odd, usual, cells }: Facts) {
    return {
      what: `Cột ${column} viết số không thống nhất: ${cells} ghi ${odd}, trong khi các ô khác ghi như ${usual}.`,
      why: 'Dấu chấm và dấu phẩy hiểu khác nhau làm số lệch cả nghìn lần.',
      todo: `Viết lại ${cells} theo cách của cả cột.`,
    };
  },

  examples: {
    holds: ['1 | A | HTX | 1.437\n2 | B | HTX | 25.454\n3 | C | HTX | 237'],
    breaks: ['1 | A | HTX | 1.437\n2 | B | HTX | 25.454\n3 | C | HTX | [1437]', '1 | A | tỷ đồng | 1.002,1\n2 | B | tỷ đồng | 25.454,2\n3 | C | tỷ đồng | [1,002.1]'],
  },
});

interface Written {
  readonly at: Spot;
  readonly text: string;
  /** Which separators stand where. */
  readonly style: string;
}

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  for (const column of figureColumns(table)) {
    const written = textsIn(table, column);
    const [usual, ...odd] = [...grouped(written, ({ style }) => style).values()].toSorted((a, b) => b.length - a.length);
    const [first, ...others] = odd.flat().toSorted((a, b) => a.at.row.at - b.at.row.at);
    if (usual === undefined) continue;
    yield first === undefined ? fine({ table, row: null, column }) : mixed(column, usual, first, others);
  }
}

function mixed(column: Column, usual: readonly Written[], first: Written, others: readonly Written[]): Outcome<Facts> {
  const cells = cellList([first, ...others].map(({ at }) => at));
  return fault(first.at, others.map(({ at }) => at), { column: columnLetters(column.index), odd: first.text, usual: usual[0]?.text ?? '', cells }, first.text);
}

function textsIn(table: Table, column: Column): Written[] {
  return table.rows.flatMap((row) => {
    const at = { table, row, column };
    const value = table.grid.cell(row.at, column.index).value;
    const text = typeof value === 'string' ? readText(value) : 'empty';
    const style = typeof text === 'string' ? null : styleOf(text, table.notations.get(column) ?? null);
    return style === null ? [] : [{ at, text: textAt(at) ?? '', style }];
  });
}

/** How a number is written, as far as it tells: by whole thousands set apart or not, and by its notation. */
function styleOf(text: NumberText, elected: Notation | null): string | null {
  const own = notationOf(text);
  if (own !== null && own !== elected) return own;
  if (!isThousands(text)) return own;
  return text.grouped ? (elected ?? 'vi') : 'plain';
}

/** A whole number of four digits or more, which some set apart and others do not. */
function isThousands({ vi, en }: NumberText): boolean {
  const value = vi ?? en;
  return value?.places === 0 && (value.digits >= 1000n || value.digits <= -1000n);
}
