/** Figures in the grid as the reader writes them: when they are typed, edited and shown. */
import { CellValueType, InterceptorEffectEnum, type ICellData, type IDisposable, type Injector, type Nullable } from '@univerjs/core';
import { AFTER_CELL_EDIT, BEFORE_CELL_EDIT, INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import { editedText, entryOf, localised, type Entry } from '#adapters/browser/grid/entry';
import { formatOf, plainOf } from '#adapters/browser/grid/grid-cell';
import { isDateFormat } from '#adapters/xlsx/number-formats';
import type { Notation } from '#core/numbers/number-text';

/** Before the grid's own reading of figures and dates, which is that of en-US. */
const FIRST = 1000;
/** After number formats were applied. */
const AFTER_FORMATS = 8;

export function readAndShow(injector: Injector, notation: () => Notation): readonly (() => unknown)[] {
  const interceptors = injector.get(SheetInterceptorService);
  return [
    interceptors.writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
      priority: FIRST,
      handler: (cell, { workbook, worksheet, row, col }) => entered(cell, formatOf(workbook.getStyles().getStyleByCell(worksheet.getCellRaw(row, col))), notation()),
    }),
    interceptors.writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
      priority: FIRST,
      handler: (cell, { workbook, worksheet, row, col }, next) => {
        const raw = worksheet.getCellRaw(row, col);
        const format = formatOf(workbook.getStyles().getStyleByCell(raw));
        const figure = isDateFormat(format) ? null : figureIn(raw);
        return figure === null ? next(cell) : { ...cell, v: editedText(figure, format, notation()), t: CellValueType.STRING };
      },
    }),
    stopped(interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      effect: InterceptorEffectEnum.Value,
      priority: AFTER_FORMATS,
      handler: (cell, { rawData, workbook }, next) => {
        const shown = notation() === 'vi' && rawData?.t === CellValueType.NUMBER ? cell?.v ?? null : null;
        if (shown === null || isDateFormat(formatOf(workbook.getStyles().getStyleByCell(rawData)))) return next(cell);
        return next({ ...cell, v: localised(String(shown), 'vi') });
      },
    })),
  ];
}

function stopped(one: IDisposable): () => void {
  return () => { one.dispose(); };
}

function entered(cell: Nullable<ICellData>, format: string | null, notation: Notation): Nullable<ICellData> {
  const typed = typedIn(cell);
  // After an apostrophe, which the grid takes off.
  if (!cell || typed === null || cell.t === CellValueType.FORCE_STRING) return cell;
  return { ...cell, p: null, ...entryData(entryOf(typed, format, notation)) };
}

function typedIn(cell: Nullable<ICellData>): string | null {
  const formula = cell?.f ?? '';
  const text = formula === '' ? String(plainOf(cell) ?? '') : formula;
  return text === '' ? null : text;
}

/** A typed figure; null for a formula's. */
function figureIn(raw: Nullable<ICellData>): number | null {
  return raw?.t === CellValueType.NUMBER && typeof raw.v === 'number' && (raw.f ?? '') === '' ? raw.v : null;
}

/** What the grid is given for an entry. */
export function entryData(entry: Entry): ICellData {
  if (entry.kind === 'formula') return { f: `=${entry.formula}`, v: null, t: null };
  if (entry.kind === 'text') return { v: entry.text, t: CellValueType.STRING, f: null, si: null };
  if (entry.kind === 'boolean') return { v: entry.value ? 1 : 0, t: CellValueType.BOOLEAN, f: null, si: null };
  return { v: entry.value, t: CellValueType.NUMBER, f: null, si: null, ...(entry.format !== null && { s: { n: { pattern: entry.format } } }) };
}
