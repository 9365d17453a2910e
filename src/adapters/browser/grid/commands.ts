/** Keeps the grid to what can be saved: contents of cells. Rows, sheets and looks are changed in Excel. */
import { CanceledError, CommandType, type ICommandService, type IDisposable } from '@univerjs/core';

/** Of the grid's own commands on sheets, those that change contents, or only what is seen. */
const ALLOWED = new RegExp(String.raw`^sheet\.command\.(?:${[
  'set-range-values', 'clear-selection-content', 'auto-clear-content', 'auto-fill', 'refill', 'copy-(?:down|right|formula-only)', 'move-range',
  'paste.*', 'optional-paste', 'text-to-number', 'scroll.*', 'set-scroll-relative', 'select-.*', 'expand-selection', 'move-selection.*', 'set-worksheet-activate',
  'set-zoom-ratio', 'change-zoom-ratio', 'set-selection-frozen', 'delta-.*', 'set-row-height', 'set-worksheet-col-width', 'set-.*auto-(?:width|height)', 'set-worksheet-row-.*',
].join('|')})$`);

/** The grid's own doing on sheets; what looks after formulas, editors and the clipboard is left alone. */
const REFUSED = /^sheet\.(?:command|operation)\.|^sheet\.confirm\./;

/** @param onRefused told when the user asked for another */
export function onlyContent(commands: ICommandService, onRefused: () => void): IDisposable {
  return commands.beforeCommandExecuted(({ id, type }) => {
    if (type !== CommandType.COMMAND || !REFUSED.test(id) || ALLOWED.test(id)) return;
    onRefused();
    throw new CanceledError();
  });
}
