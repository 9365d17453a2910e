/** What stands in the way, in words: for the eye and for the ear. */
import type { SessionState, Trouble } from '#app/session/state';
import { address } from '#core/table/grid';
import type { Spot } from '#ports/workbook-host';
import type { PanelTexts } from '#words/panel-texts';
import type { Notice } from '#words/texts';

export function noticeOf({ doing, error }: Trouble, texts: PanelTexts): Notice {
  return texts.refusals[error.reason](doing, cellOf(error.spot), { restored: error.restored, left: error.left.flatMap((spot) => cellOf(spot) ?? []) });
}

export function cellOf(spot: Spot | null): string | null {
  return spot === null ? null : address(spot.row, spot.column);
}

/** What a reader who does not see must hear at once: nothing goes on before it is answered. '' where nothing stands in the way. */
export function alarmOf({ silent, trouble }: Pick<SessionState, 'silent' | 'trouble'>, texts: PanelTexts): string {
  const notice = silent !== null ? texts.silent[silent] : trouble === null ? null : noticeOf(trouble, texts);
  return notice === null ? '' : `${notice.what}. ${notice.todo}`;
}
