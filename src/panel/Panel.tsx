/** The side panel: the same beside Excel and beside the workbench's grid. */
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { Boundary } from './Boundary';
import { Announcer } from './Announcer';
import { css } from './css';
import { focusHead } from './focus';
import { Footer, UndoBar } from './Footer';
import { usePanel, useSession } from './panel-context';
import { Start } from './Start';
import { useKeys } from './use-keys';

// Not needed for the first paint: the first screen asks for them while it stands.
const Results = lazy(() => import('./Results').then((part) => ({ default: part.Results })));
const SettingsView = lazy(() => import('./SettingsView').then((part) => ({ default: part.SettingsView })));

export function Panel(): ReactElement {
  const { session, texts } = usePanel();
  const { phase, checkedAt, written } = useSession();
  const [showsSettings, setShowsSettings] = useState(false);
  const back = (): void => {
    setShowsSettings(false);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('#phuluc-settings')?.focus());
  };
  /** The focus goes to the item that came back. */
  const undo = async (): Promise<void> => {
    const cell = written?.entry.changes[0]?.cell;
    await session.undo();
    const back = session.state().items.find((item) => item.cell === cell && !item.agrees);
    if (back !== undefined) focusHead(back.id);
  };
  useKeys((event) => {
    // A grid beside the panel has its own undo.
    if (event.defaultPrevented) return;
    if (event.key === 'Escape' && showsSettings) back();
    if (written === null || written.undone !== null || !isUndo(event)) return;
    event.preventDefault();
    void undo();
  });
  const started = checkedAt !== null || phase === 'checking';
  return (
    <main className={css('pane')} lang={texts.lang}>
      <Boundary>
        <Suspense fallback={<div className={css('body')} />}>
          {showsSettings ? <SettingsView onBack={back} /> : started ? <Results /> : <Start onSettings={() => { setShowsSettings(true); }} />}
        </Suspense>
      </Boundary>
      <UndoBar onUndo={() => { void undo(); }} />
      <Footer onSettings={() => { setShowsSettings(true); }} />
      <Announcer />
    </main>
  );
}

/** Ctrl+Z, but where a text is being typed. */
function isUndo({ key, ctrlKey, metaKey, target }: KeyboardEvent): boolean {
  const isTyped = target instanceof HTMLInputElement && (target.type === 'search' || target.type === 'text');
  return key.toLowerCase() === 'z' && (ctrlKey || metaKey) && !isTyped;
}
