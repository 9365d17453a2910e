/** What may be typed into a form's cells: figures of the right sort, and the answers that are none. Spec: docs/spec.md, A4. */
import type { FormCell, FormInput, InputRule } from '#core/new/form';
import { isOpen } from '#core/new/form';
import type { Indicator } from '#core/layout/template';
import { address } from '#core/table/grid';

/** @param isShare whether the column holds shares of a whole */
export function inputRule({ kind, negative }: Indicator, isShare: boolean): InputRule {
  if (isShare || kind === 'rate') return negative === true ? 'signed' : 'rate';
  if (negative === true) return 'signed';
  return kind === 'count' ? 'count' : 'amount';
}

/** A text for the test of a cell that holds a number; it never ends in an error, which would refuse every entry. */
const NUMBERS: Readonly<Record<InputRule, (cell: string) => string>> = {
  count: (cell) => `AND(${cell}>=0,${cell}=INT(${cell}))`,
  amount: (cell) => `${cell}>=0`,
  signed: () => 'TRUE',
  rate: (cell) => `AND(${cell}>=0,${cell}<=1)`,
};

/** A rate may be an index, and an amount a loss; no count is half or below 0. */
const STRICT: ReadonlySet<InputRule> = new Set<InputRule>(['count', 'signed']);

/** "-" none, "x" not applicable, "…" not collected. */
const ANSWERS = ['-', 'x', 'X', '…', '...'];

function testFor(rule: InputRule, cell: string): string {
  return `IF(ISNUMBER(${cell}),${NUMBERS[rule](cell)},OR(${ANSWERS.map((answer) => `${cell}="${answer}"`).join(',')}))`;
}

type RuleAt = (row: number, column: number) => InputRule | null;

/** The rule of each cell that may be typed into, by row and column; neighbours below each other with one rule are one area. */
export function formInputs(rows: readonly (readonly (FormCell | null)[])[], ruleAt: RuleAt): FormInput[] {
  const width = rows.reduce((most, { length }) => (length > most ? length : most), 0);
  return Array.from({ length: width }, (_, column) => columnInputs(rows.map((row) => row[column] ?? null), column, ruleAt)).flat();
}

function columnInputs(cells: readonly (FormCell | null)[], column: number, ruleAt: RuleAt): FormInput[] {
  const inputs: FormInput[] = [];
  for (const [row, cell] of cells.entries()) {
    const rule = cell !== null && isOpen(cell) ? ruleAt(row, column) : null;
    if (rule === null) continue;
    const last = inputs.at(-1);
    if (last?.rule === rule && last.area.bottom === row - 1) inputs[inputs.length - 1] = { ...last, area: { ...last.area, bottom: row } };
    else inputs.push({ rule, isStrict: STRICT.has(rule), area: { top: row, bottom: row, left: column, right: column }, formula: testFor(rule, address(row, column)) });
  }
  return inputs;
}
