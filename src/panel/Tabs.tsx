/** What the panel is used for, side by side: one stop of the Tab key, walked by the arrow keys. */
import type { KeyboardEvent, ReactElement } from 'react';
import { css } from './css';
import { usePanel, useSession } from './panel-context';

export type Tab = 'check' | 'complete' | 'new' | 'submission';

const TABS: readonly Tab[] = ['check', 'complete', 'new', 'submission'];

export interface TabsProps {
  readonly chosen: Tab;
  readonly onChoose: (tab: Tab) => void;
}

export function Tabs({ chosen, onChoose }: TabsProps): ReactElement {
  const { texts, newForm } = usePanel();
  const { counts } = useSession();
  const tabs = newForm === null ? TABS.filter((tab) => tab !== 'new') : TABS;
  const walk = (event: KeyboardEvent): void => {
    const at = tabs.indexOf(chosen);
    const targets: Readonly<Record<string, Tab | undefined>> = { ArrowLeft: tabs.at(at - 1), ArrowRight: tabs[(at + 1) % tabs.length], Home: tabs[0], End: tabs.at(-1) };
    const next = targets[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next);
    document.querySelector<HTMLElement>(`#${tabId(next)}`)?.focus();
  };
  return (
    <div className={css('tabs')} role="tablist" aria-label="Phụ lục">
      {tabs.map((tab) => (
        <button key={tab} id={tabId(tab)} type="button" role="tab" className={css('tab')} aria-selected={tab === chosen} aria-controls="phuluc-view" tabIndex={tab === chosen ? 0 : -1} onClick={() => { onChoose(tab); }} onKeyDown={walk}>
          {texts.tabs[tab]}
          {tab === 'check' && counts.error > 0 && <span className={css('dot')} title={texts.counted.error(counts.error)}>{counts.error > 999 ? '999+' : counts.error}<span className={css('sr')}>{texts.errorsLeft}</span></span>}
        </button>
      ))}
    </div>
  );
}

export function tabId(tab: Tab): string {
  return `phuluc-tab-${tab}`;
}
