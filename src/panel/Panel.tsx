/** The side panel: the same beside Excel and beside the workbench's grid. */
import { lazy, Suspense, useState, type ReactElement, type ReactNode } from 'react';
import type { SessionState } from '#app/session/state';
import { Boundary } from './Boundary';
import { Announcer } from './Announcer';
import { css } from './css';
import { focusHead } from './focus';
import { Footer, UndoBar } from './Footer';
import { usePanel, useSession } from './panel-context';
import type { Seen } from './Results';
import { Start } from './Start';
import type { See } from './SubmitView';
import { tabId, Tabs, type Tab } from './Tabs';
import { useKeys } from './use-keys';

// Not needed for the first paint: the first screen asks for them while it stands.
const SubmitView = lazy(() => import('./SubmitView').then((part) => ({ default: part.SubmitView })));
const Results = lazy(() => import('./Results').then((part) => ({ default: part.Results })));
const NewView = lazy(() => import(/* webpackChunkName: "new-view" */ './NewView').then((part) => ({ default: part.NewView })));
const CompleteView = lazy(() => import(/* webpackChunkName: "complete-view" */ './CompleteView').then((part) => ({ default: part.CompleteView })));
const SettingsView = lazy(() => import('./SettingsView').then((part) => ({ default: part.SettingsView })));

export function Panel(): ReactElement {
  const { session, texts } = usePanel();
  const { written } = useSession();
  const wanted = useWanted();
  const tabs = useTab();
  // Settings make room for the next check or tab, wherever it is asked for.
  const [settingsSince, setSettingsSince] = useState<Wanted | null>(null);
  const showsSettings = settingsSince === wanted;
  const back = (): void => {
    setSettingsSince(null);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('#phuluc-settings')?.focus());
  };
  const openSettings = (): void => { setSettingsSince(wanted); };
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
  return (
    <main className={css('pane')} lang={texts.lang}>
      {showsSettings ? <Part><SettingsView onBack={back} /></Part> : <Views tabs={tabs} onSettings={openSettings} />}
      <UndoBar onUndo={() => { void undo(); }} />
      <Footer onSettings={openSettings} />
      <Announcer />
    </main>
  );
}

/** A part that is loaded while something else stands there, and may fail by itself. */
function Part({ children }: { readonly children: ReactNode }): ReactElement {
  return <Boundary><Suspense fallback={<div className={css('body')} />}>{children}</Suspense></Boundary>;
}

/** The tabs, and what the chosen one shows. */
function Views({ tabs: { tab, seen, choose }, onSettings }: { readonly tabs: TabChoice; readonly onSettings: () => void }): ReactElement {
  const { session } = usePanel();
  const see: See = (kind, item) => {
    choose('check', { kind, item });
    if (item !== null) void session.show(item).then(() => { focusHead(item.id); });
  };
  return (
    <>
      <Tabs chosen={tab} onChoose={(next) => { choose(next, null); }} />
      <div id="phuluc-view" className={css('view')} role="tabpanel" aria-labelledby={tabId(tab)}>
        <Part key={tab}>{tab === 'submission' ? <SubmitView onSee={see} /> : tab === 'complete' ? <CompleteView /> : tab === 'new' ? <NewView /> : <CheckView seen={seen} onSettings={onSettings} />}</Part>
      </div>
    </>
  );
}

function CheckView({ seen, onSettings }: { readonly seen: Seen | null; readonly onSettings: () => void }): ReactElement {
  const { phase, asked, checkedAt } = useSession();
  const hasList = checkedAt !== null || (phase === 'checking' && asked.purpose === 'check');
  return hasList ? <Results seen={seen} /> : <Start onSettings={onSettings} />;
}

interface Chosen {
  readonly tab: Tab;
  /** What the list begins with. */
  readonly seen: Seen | null;
}

interface TabChoice extends Chosen {
  readonly choose: (tab: Tab, seen: Seen | null) => void;
}

/** What was last asked for: a check, or a tab from outside the panel. */
type Wanted = SessionState['asked'] | NonNullable<SessionState['called']>;

function useWanted(): Wanted {
  const { asked, called } = useSession();
  return called ?? asked;
}

/** A tab that was chosen stays until the next check or tab is asked for, wherever that comes from. */
function useTab(): TabChoice {
  const wanted = useWanted();
  const [chosen, setChosen] = useState<(Chosen & { readonly since: Wanted }) | null>(null);
  const { tab, seen } = chosen?.since === wanted ? chosen : { tab: 'tab' in wanted ? wanted.tab : wanted.purpose, seen: null };
  return { tab, seen, choose: (next, first) => { setChosen({ tab: next, seen: first, since: wanted }); } };
}

/** Ctrl+Z, but where a text is being typed. */
function isUndo({ key, ctrlKey, metaKey, target }: KeyboardEvent): boolean {
  const isTyped = target instanceof HTMLInputElement && (target.type === 'search' || target.type === 'text');
  return key.toLowerCase() === 'z' && (ctrlKey || metaKey) && !isTyped;
}
