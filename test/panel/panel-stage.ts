/** The panel over a workbook in memory, in a page of jsdom. */
import '#test/panel/browser-globals';
import { act } from 'react';
import { Session } from '#app/session/session';
import type { Grid } from '#core/table/grid';
import { openPanel, type PanelPage } from '#panel/open-panel';
import { readAppendix } from '#test/app/session/stage';
import { MemoryHost } from '#test/hosts/memory-host';
import { en } from '#words/en';
import { vi } from '#words/vi';

/** One panel in one page. */
export class PanelStage {
  readonly host: MemoryHost;
  readonly session: Session;
  /** What waits for its time. */
  timers: (() => void)[] = [];
  copied = '';
  #close: () => Promise<void> = () => Promise.resolve();

  private constructor(grids: readonly Grid[]) {
    this.host = new MemoryHost(grids);
    this.session = new Session({
      host: this.host, language: 'vi', now: () => Date.parse('2021-01-05T10:42:00'),
      later: (_, action) => {
        this.timers.push(action);
        return () => {
          this.timers = this.timers.filter((one) => one !== action);
        };
      },
      engine: () => import('#app/session/engine'),
      words: (language) => Promise.resolve((language === 'en' ? en : vi).words),
    });
  }

  /** @param grids the published appendix where nothing is said */
  static async open(grids?: readonly Grid[], tools: Partial<PanelPage> = {}): Promise<PanelStage> {
    const appendix = await readAppendix();
    const stage = new PanelStage(grids ?? [appendix]);
    document.body.innerHTML = '<div id="panel"></div>';
    const element = document.querySelector('#panel');
    if (element === null) throw new Error('no place');
    await act(async () => {
      stage.#close = openPanel(element, {
        session: stage.session, dark: false, version: '9.9.9', losesHostUndo: true, greets: false, greeted: () => null, tryIt: () => Promise.resolve(appendix), restart: () => null,
        newForm: { blank: () => import('#adapters/browser/blank-file').then(({ blankFile }) => blankFile()), open: null },
        copy: (text) => {
          stage.copied = text;
          return Promise.resolve();
        },
        hour: () => '10:42',
        readFile: (file) => import('#adapters/browser/read-file').then(({ readFile }) => readFile(file)),
        templates: () => import('#app/session/engine').then(({ templates }) => templates(stage.session.state().own.text)),
        ...tools,
      });
      await stage.session.open();
    });
    await settled();
    return stage;
  }

  async close(): Promise<void> {
    await act(() => this.#close());
  }
}

/** A button by its name; a tab is none. */
export function button(name: string | RegExp): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>('button:not([role=tab])')].find((one) => {
    const label = one.getAttribute('aria-label') ?? one.textContent;
    return typeof name === 'string' ? label === name : name.test(label);
  });
  if (found === undefined) throw new Error(`no button ${String(name)} in: ${text()}`);
  return found;
}

/** Presses a button, once it is there: parts of the panel are loaded when they are shown. */
export async function press(name: string | RegExp): Promise<void> {
  for (let rests = 0; rests < MOST_RESTS && !isThere(name); rests += 1) await settled();
  await click(button(name));
}

function isThere(name: string | RegExp): boolean {
  try {
    return button(name).isConnected;
  } catch {
    return false;
  }
}

/** Does something, and lets the page show what came of it. */
export async function after(work: () => unknown): Promise<void> {
  await act(async () => { await work(); });
  await settled();
}

export async function click(element: HTMLElement): Promise<void> {
  act(() => { element.click(); });
  await settled();
}

/** Of the page without any change, until it is taken to be at rest. */
const QUIET_TURNS = 20;

/** Of the page, until a button that is not there is missed. */
const MOST_RESTS = 20;

/**
 * Lets the page go on by itself until nothing changes in it any more: inside of `act` nothing is drawn before its end, and what is to have the
 * focus is not there in time. Turns of the page are counted, not time: of that a busy machine gives each turn less.
 */
export async function settled(): Promise<void> {
  const page = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };
  let quiet = 0;
  const changes = new MutationObserver(() => { quiet = 0; });
  changes.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  page.IS_REACT_ACT_ENVIRONMENT = false;
  while (quiet < QUIET_TURNS) {
    await turnOfPage();
    quiet += 1;
  }
  page.IS_REACT_ACT_ENVIRONMENT = true;
  changes.disconnect();
}

function turnOfPage(): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, 5); });
}

export const text = (): string => document.body.textContent;
