/** What the user selects, as Excel's events tell of it: fetched where somebody wants to know. */
import { areaNamed } from '#adapters/excel/a1';
import { asked } from '#adapters/excel/office-call';
import type { Selected, Stop } from '#ports/workbook-host';

/** Registers with Excel, for all sheets (ExcelApi 1.9): one sync; stopping is another. */
export async function watchSelection(listener: (selected: Selected) => void): Promise<Stop> {
  let isOn = true;
  const handler = await asked(async (context) => {
    const added = context.workbook.worksheets.onSelectionChanged.add(({ worksheetId: sheet, address }) => {
      // Several areas stand one after the other.
      const area = areaNamed(address.split(',')[0] ?? '');
      if (isOn && area !== null) listener({ sheet, area });
      return Promise.resolve();
    });
    await context.sync();
    return added;
  });
  return async () => {
    if (!isOn) return;
    isOn = false;
    await asked(async () => {
      handler.remove();
      await handler.context.sync();
    });
  };
}
