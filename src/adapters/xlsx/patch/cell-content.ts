/** What a cell holds, turned into what the file writes, and back. */
import { cellValue } from '#adapters/xlsx/cell-value';
import { formulaXml, plainTextOf, type CellXml } from '#adapters/xlsx/patch/cell-text';
import { storedFormula } from '#adapters/xlsx/patch/function-names';
import { textOfItem } from '#adapters/xlsx/patch/item-text';
import type { StringTable } from '#adapters/xlsx/patch/string-table';
import { elementsIn } from '#adapters/xlsx/patch/xml-children';
import { escapeCellText } from '#adapters/xlsx/patch/xml-escape';
import type { CellValue } from '#core/table/grid';
import { LONGEST_CELL_TEXT, type CellContent } from '#ports/workbook-editor';

const LONGEST_FORMULA = 8192;
/** Those that the format has always had; Excel repairs a file with another. */
const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#GETTING_DATA']);

/**
 * @throws {RangeError} for what no cell can hold: no number, an unknown error value, a text or a formula too long
 */
export function assertContent({ value, formula }: CellContent): void {
  const fault = value === null ? null : faultOf(value);
  if (fault !== null) throw new RangeError(fault);
  if (formula !== null && (formula === '' || formula.length > LONGEST_FORMULA)) throw new RangeError(`Cannot write a formula of ${formula.length} characters: it has 1 to ${LONGEST_FORMULA}`);
}

function faultOf(value: NonNullable<CellValue>): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : `Cannot write ${value} into a cell: a figure is finite`;
  if (typeof value === 'string') return value.length <= LONGEST_CELL_TEXT ? null : `Cannot write a text of ${value.length} characters: a cell holds up to ${LONGEST_CELL_TEXT}`;
  return typeof value === 'boolean' || ERRORS.has(value.error) ? null : `Cannot write the error value "${value.error}": the file format has none such`;
}

/** @param shift days that the workbook counts a date less, where the cell shows one */
export function contentXml({ value, formula }: CellContent, prefix: string, strings: StringTable, shift: number): Pick<CellXml, 'type' | 'formula' | 'value'> {
  if (formula !== null) return { formula: formulaXml(prefix, storedFormula(formula)), ...valueXml(value, prefix, shift) };
  if (typeof value === 'string') return { formula: '', ...strings.cell(value, prefix) };
  return { formula: '', ...valueXml(value, prefix, shift) };
}

function valueXml(value: CellValue, prefix: string, shift: number): Pick<CellXml, 'type' | 'value'> {
  const wrapped = (text: string): string => `<${prefix}v>${text}</${prefix}v>`;
  switch (typeof value) {
    case 'number': {
      return { type: 'n', value: wrapped(String(value - shift)) };
    }
    case 'boolean': {
      return { type: 'b', value: wrapped(value ? '1' : '0') };
    }
    case 'string': {
      return { type: 'str', value: wrapped(escapeCellText(value)) };
    }
    default: {
      return value === null ? { type: 'n', value: '' } : { type: 'e', value: wrapped(escapeCellText(value.error)) };
    }
  }
}

/** The value that a cell has, as the reader gives it; undefined where the file makes no sense. */
export function valueOf({ type, value }: CellXml, strings: StringTable, shift: number): CellValue | undefined {
  if (value === '') return null;
  const [element] = elementsIn(value, { inner: { from: 0, to: value.length } });
  if (element === undefined) return undefined;
  if (element.name === 'is') return textOfItem(value, element);
  const raw = value.slice(element.inner.from, element.inner.to);
  try {
    return type === 's' ? strings.textAt(Number(raw)) : cellValue(type, type === 'str' ? escapeCellText(plainTextOf(raw)) : plainTextOf(raw), [], shift);
  } catch {
    return undefined;
  }
}
