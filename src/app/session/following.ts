/** What the user selects, for as long as somebody wants to know. Spec: docs/spec.md, V15. */
import { HostError, type Selected, type Stop, type WorkbookHost } from '#ports/workbook-host';

/** Those of a host's answers that are about it. */
export type Selecting = Pick<WorkbookHost, 'selection' | 'watchSelection'>;

/**
 * Tells what is selected now, and whenever that changes; null where the host does not say.
 *
 * @returns ends it, also before the host has answered
 */
export function followSelection(host: Selecting, tell: (selected: Selected | null) => void): () => void {
  let isOver = false;
  let stop: Stop | null = null;
  const say = (selected: Selected | null): void => { if (!isOver) tell(selected); };
  const end = async (): Promise<void> => {
    const own = stop;
    stop = null;
    await own?.();
  };
  const begin = async (): Promise<void> => {
    let heard = 0;
    stop = await host.watchSelection((selected) => {
      heard += 1;
      say(selected);
    });
    if (isOver) return end();
    const selected = await host.selection();
    // What was heard meanwhile is newer.
    if (heard === 0) say(selected);
  };
  void begin().catch((error: unknown) => {
    say(null);
    ignoreRefusal(error);
  });
  return () => {
    isOver = true;
    void end().catch(ignoreRefusal);
  };
}

/** It names a button: without it the button does what it does. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof HostError)) throw error;
}
