/** The side panel: the same beside Excel and beside the workbench's grid. */
import { useEffect, useState, type ReactElement } from 'react';
import { Announcer } from './Announcer';
import { css } from './css';
import { Footer, UndoBar } from './Footer';
import { usePanel, useSession } from './panel-context';
import { Results } from './Results';
import { SettingsView } from './SettingsView';
import { Start } from './Start';

export function Panel(): ReactElement {
  const { session, texts } = usePanel();
  const { phase, checkedAt, written } = useSession();
  const [showsSettings, setShowsSettings] = useState(false);
  const back = (): void => {
    setShowsSettings(false);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('#phuluc-settings')?.focus());
  };
  useKeys((event) => {
    if (event.key === 'Escape' && showsSettings) back();
    if (written === null || written.undone !== null || !isUndo(event)) return;
    event.preventDefault();
    void session.undo();
  });
  const started = checkedAt !== null || phase === 'checking';
  return (
    <main className={css('pane')} lang={texts.lang}>
      {showsSettings ? <SettingsView onBack={back} /> : started ? <Results /> : <Start />}
      <UndoBar />
      <Footer onSettings={() => { setShowsSettings(true); }} />
      <Announcer />
    </main>
  );
}

/** Keys that mean something wherever the focus is in the panel. */
function useKeys(onKey: (event: KeyboardEvent) => void): void {
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  });
}

/** Ctrl+Z, but where a text is being typed. */
function isUndo({ key, ctrlKey, metaKey, target }: KeyboardEvent): boolean {
  const isTyped = target instanceof HTMLInputElement && (target.type === 'search' || target.type === 'text');
  return key.toLowerCase() === 'z' && (ctrlKey || metaKey) && !isTyped;
}
