/** Edits that the user or another program makes, as Excel's events tell of them. */
import { areaNamed } from '#adapters/excel/a1';
import { asked, hasApi } from '#adapters/excel/office-call';
import type { Edit, Stop } from '#ports/workbook-host';

type Handler = OfficeExtension.EventHandlerResult<unknown>;

/** What we wrote ourselves: hosts before ExcelApi 1.14 do not say who it was. */
export class OwnWrites {
  readonly #announced = new Map<string, number>();

  /** @param times how many events may come of it */
  announce(sheet: string, address: string, times: number): void {
    this.#announced.set(`${sheet} ${address}`, times);
  }

  isOwn({ worksheetId, address, triggerSource }: Excel.WorksheetChangedEventArgs): boolean {
    if (hasApi('1.14')) return triggerSource === Excel.EventTriggerSource.thisLocalAddin;
    const key = `${worksheetId} ${address}`;
    const left = this.#announced.get(key) ?? 0;
    // Events come in their order: after another's, those of ours that did not come never will.
    if (left === 0) this.#announced.clear();
    else if (left === 1) this.#announced.delete(key);
    else this.#announced.set(key, left - 1);
    return left > 0;
  }
}

/** Registers with Excel: one sync; stopping is another. */
export async function watchEdits(tell: (edit: Edit) => void, own: OwnWrites): Promise<Stop> {
  let isOn = true;
  const told = (edit: Edit): Promise<void> => {
    if (isOn) tell(edit);
    return Promise.resolve();
  };
  const handlers = await asked(async (context) => {
    const added = register(context.workbook.worksheets, told, own);
    await context.sync();
    return added;
  });
  return async () => {
    isOn = false;
    const [first] = handlers;
    if (first === undefined) return;
    await asked(async () => {
      for (const handler of handlers) handler.remove();
      await first.context.sync();
      handlers.length = 0;
    });
  };
}

function register(sheets: Excel.WorksheetCollection, told: (edit: Edit) => Promise<void>, own: OwnWrites): Handler[] {
  const reordered = (): Promise<void> => told({ kind: 'sheets' });
  const handlers: Handler[] = [
    sheets.onChanged.add((event) => (own.isOwn(event) ? Promise.resolve() : told(editOf(event)))),
    sheets.onActivated.add(({ worksheetId: sheet }) => told({ kind: 'activated', sheet })),
    sheets.onAdded.add(reordered),
    sheets.onDeleted.add(reordered),
  ];
  if (hasApi('1.11')) handlers.push(sheets.onRowHiddenChanged.add(({ worksheetId: sheet }) => told({ kind: 'structure', sheet })));
  if (hasApi('1.17')) handlers.push(sheets.onNameChanged.add(reordered), sheets.onVisibilityChanged.add(reordered));
  return handlers;
}

function editOf({ changeType, worksheetId: sheet, address }: Excel.WorksheetChangedEventArgs): Edit {
  const area = changeType === Excel.DataChangeType.rangeEdited ? areaNamed(address) : null;
  return area === null ? { kind: 'structure', sheet } : { kind: 'cells', sheet, area };
}
