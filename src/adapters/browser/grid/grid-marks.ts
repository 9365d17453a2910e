/**
 * Marks as the grid draws them: over a cell while it is painted, so that its style, the file and the history know nothing of them.
 *
 * As bad as a cell is, so is its corner and its line below; cells that a contradiction is about have a dashed frame.
 */
import { BorderStyleTypes, InterceptorEffectEnum, type IBorderData, type ICellDataForSheetInterceptor, type IDisposable, type Injector, type IStyleData } from '@univerjs/core';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import type { Mark, MarkLook } from '#ports/workbook-host';

interface Look {
  readonly fill: string;
  readonly line: string;
}

const LOOKS: Readonly<Record<MarkLook, Look>> = {
  error: { fill: '#FDE3E1', line: '#B3261E' },
  warning: { fill: '#FFF1CC', line: '#8F5A00' },
  note: { fill: '#E5EEF9', line: '#2B579A' },
  related: { fill: '#F0F6FC', line: '#0F6CBD' },
};

/** From the one that wins where a cell has several. */
const WORST: readonly MarkLook[] = ['error', 'warning', 'note', 'related'];
const CORNER = 7;
/** After number formats, whose colour it would paint over. */
const PRIORITY = 5;

export class GridMarks {
  #looks: ReadonlyMap<string, MarkLook> = new Map();
  readonly #painting: IDisposable;
  readonly #repaint: () => void;

  /** @param unit whose cells they are */
  constructor(injector: Injector, unit: string, repaint: () => void = () => null) {
    this.#repaint = repaint;
    this.#painting = injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      effect: InterceptorEffectEnum.Style,
      priority: PRIORITY,
      handler: (cell, { unitId, subUnitId, row, col }, next) => {
        const look = unitId === unit ? this.#looks.get(keyOf(subUnitId, row, col)) : undefined;
        return next(look === undefined ? cell : marked(cell ?? {}, look));
      },
    });
  }

  replace(marks: readonly Mark[]): void {
    const looks = new Map<string, MarkLook>();
    for (const { sheet, row, column, look } of marks) {
      const key = keyOf(sheet, row, column);
      const other = looks.get(key);
      if (other === undefined || WORST.indexOf(look) < WORST.indexOf(other)) looks.set(key, look);
    }
    this.#looks = looks;
    this.#repaint();
  }

  close(): void {
    this.#painting.dispose();
  }
}

function keyOf(sheet: string, row: number, column: number): string {
  return `${row},${column},${sheet}`;
}

/** A cell as it is to be painted: its own object stays as it is. */
function marked(cell: ICellDataForSheetInterceptor, look: MarkLook): ICellDataForSheetInterceptor {
  const { fill, line } = LOOKS[look];
  const style: IStyleData = { ...cell.interceptorStyle, bg: { rgb: fill }, bd: borders(look, line) };
  return { ...cell, interceptorStyle: style, ...(look !== 'related' && { markers: { ...cell.markers, tl: { color: line, size: CORNER } } }) };
}

function borders(look: MarkLook, rgb: string): IBorderData {
  const dashed = { s: BorderStyleTypes.MEDIUM_DASHED, cl: { rgb } };
  return look === 'related' ? { t: dashed, b: dashed, l: dashed, r: dashed } : { b: { s: BorderStyleTypes.MEDIUM, cl: { rgb } } };
}
