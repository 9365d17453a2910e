/** Puts the panel into a page, and takes it out again without a trace. */
import { FluentProvider, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { createElement, useSyncExternalStore, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Panel } from './Panel';
import { PanelContext, type PanelTools } from './panel-context';
import { panelEn } from '#words/panel-en';
import { panelVi } from '#words/panel-vi';

/** What the page brings: everything but the language, which the session knows. */
export interface PanelPage extends Omit<PanelTools, 'texts'> {
  readonly dark: boolean;
}

/** @returns closes the panel: its root, its session, every listener */
export function openPanel(element: Element, page: PanelPage): () => Promise<void> {
  const hide = showPanel(element, page);
  return async () => {
    hide();
    await page.session.close();
  };
}

/** @returns takes the panel out; its session lives on, and can be shown again */
export function showPanel(element: Element, page: PanelPage): () => void {
  const root = createRoot(element);
  // At once: what stood in its place could be pressed until then.
  flushSync(() => { root.render(createElement(Page, page)); });
  return () => { root.unmount(); };
}

function Page({ dark, ...tools }: PanelPage): ReactElement {
  const { session } = tools;
  // The language is part of the settings: it changes with the state.
  useSyncExternalStore(session.subscribe, session.state);
  const texts = session.language === 'en' ? panelEn : panelVi;
  return createElement(
    FluentProvider, { theme: dark ? webDarkTheme : webLightTheme },
    createElement(PanelContext.Provider, { value: { ...tools, texts } }, createElement(Panel)),
  );
}
