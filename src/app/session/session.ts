/**
 * One planner at work on one open workbook: what is checked, listed, written, taken back, marked and watched.
 *
 * It holds the state and every way to change it; a view subscribes and calls. Whatever the host refuses becomes
 * `trouble` in the state, never a rejected promise. Spec: docs/spec.md, V1 to V7.
 */
import type { Proposal } from '#app/session/items';
import { takeBack, writeEntry } from '#app/session/journal';
import { countsOf, listed, relisted, uncheckedIn } from '#app/session/listing';
import { keepSettings, keptSettings, type Settings } from '#app/session/settings';
import { marksFor } from '#app/session/marks';
import type { Language, SessionNeeds } from '#app/session/needs';
import { START, type Doing, type Listed, type SessionState } from '#app/session/state';
import { placeOf, type Grid } from '#core/table/grid';
import { HostError, type Edit, type Reading, type Stop } from '#ports/workbook-host';

/** After the last edit; typing on goes on undisturbed. */
const PAUSE = 400;

export class Session {
  readonly #needs: SessionNeeds;
  readonly #listeners = new Set<() => void>();
  #state = START;
  #stopWatching: Stop | null = null;
  #callOff: (() => void) | null = null;
  #abort: AbortController | null = null;
  #retry: (() => Promise<void>) | null = null;
  #closed = false;

  constructor(needs: SessionNeeds) {
    this.#needs = needs;
  }

  readonly state = (): SessionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get language(): Language {
    return this.#state.settings.language ?? this.#needs.language;
  }

  /** Reads the settings and looks at the sheet before the user; nothing is checked yet. */
  open(): Promise<void> {
    return this.#try('settings', async () => {
      const settings = await keptSettings(this.#needs.host);
      this.#set({ settings });
      await this.#look();
      this.#stopWatching ??= await this.#needs.host.watch((edit) => {
        this.#edited(edit);
      });
      if (this.#closed) await this.close();
    });
  }

  /** Looks again at the sheets chosen: after another one was activated, or another choice. */
  look(): Promise<void> {
    return this.#try('check', () => this.#look());
  }

  check(): Promise<void> {
    return this.#try('check', async () => {
      this.#callOff?.();
      const before = this.#state.phase;
      this.#set({ phase: 'checking', progress: null, stopped: false, written: null, moved: null });
      try {
        await this.#checkNow(listed);
      } finally {
        if (this.#state.phase === 'checking') this.#set({ phase: before === 'checking' ? 'ready' : before });
      }
    });
  }

  /** Ends a check that runs: what was read by then is listed. */
  stop(): void {
    this.#abort?.abort();
  }

  goTo(sheet: string, cell: string): Promise<void> {
    return this.#try('select', () => this.#needs.host.select({ sheet, ...placeOf(cell) }));
  }

  /**
   * Writes one of an item's proposals.
   *
   * The cells are read again first: where one no longer holds what the item says, nothing is written.
   */
  apply(item: Listed, { repairs }: Proposal): Promise<void> {
    return this.#try('write', async () => {
      const { host, engine, words } = this.#needs;
      const [sheets, { prepared }, sentences] = await Promise.all([host.read({ sheets: [item.sheet] }), engine(), words(this.language)]);
      const plan = prepared(sheets, repairs, { choice: this.#state.settings, words: sentences });
      if (plan.is === 'moved') {
        this.#set({ moved: plan });
      } else {
        const entry = await writeEntry(host, plan.writes, plan.changes);
        this.#set({ written: { entry, undone: null }, moved: null });
      }
      await this.#recheck();
    });
  }

  undo(): Promise<void> {
    const { written } = this.#state;
    return this.#try('undo', async () => {
      if (written === null || written.undone !== null) return;
      const undone = await takeBack(this.#needs.host, written.entry);
      this.#set({ written: { ...written, undone } });
      await this.#recheck();
    });
  }

  /** Closes the undo bar; what it would have taken back stays. */
  dismiss(): void {
    this.#set({ written: null, moved: null, trouble: null });
  }

  /** Changes settings, keeps them with the workbook, and does at once what they say. */
  choose(change: Partial<Settings>): Promise<void> {
    return this.#try('settings', async () => {
      const { phase, settings: before } = this.#state;
      const settings = { ...before, ...change };
      this.#set({ settings });
      const reads = change.template !== undefined || change.sheets !== undefined;
      if (reads) await this.#look();
      if (phase === 'checked' && (reads || change.language !== undefined)) await this.#checkNow(listed);
      else if (change.marks !== undefined) await this.#mark();
      // Last: a workbook that cannot keep them obeys them all the same.
      await keepSettings(this.#needs.host, settings);
    });
  }

  /** Adds a sheet to try the check on, and looks at it. */
  tryOn(grid: Grid): Promise<void> {
    return this.#try('add-sheet', async () => {
      await this.#needs.host.addSheet(grid);
      await this.#look();
    });
  }

  /** Does again what the host refused. */
  async retry(): Promise<void> {
    await this.#retry?.();
  }

  /** Lets go of the workbook: no listener, no timer, no mark that only the open panel would take off. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#callOff?.();
    this.#abort?.abort();
    this.#listeners.clear();
    const stop = this.#stopWatching;
    this.#stopWatching = null;
    try {
      await stop?.();
    } catch (error) {
      // Nobody is left to be told, and a listener that could not be taken away is deaf.
      if (!(error instanceof HostError)) throw error;
    }
  }

  async #look(): Promise<void> {
    const { host, engine } = this.#needs;
    this.#set({ sheets: await host.sheets() });
    const [sheets, { look }] = await Promise.all([host.read(this.#chosen()), engine()]);
    const { phase, settings } = this.#state;
    this.#set({ facts: look(sheets, settings), phase: phase === 'opening' ? 'ready' : phase });
  }

  /** @param list makes the new list, from nothing or from the one that is shown */
  async #checkNow(list: (results: SessionState['results']) => readonly Listed[]): Promise<void> {
    const { host, engine, words, now } = this.#needs;
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const onProgress = (done: number, all: number): void => {
      this.#set({ progress: { done, all } });
    };
    const checkedAt = now();
    const [sheets, { check }, sentences] = await Promise.all([host.read({ ...this.#chosen(), signal, onProgress }), engine(), words(this.language)]);
    const { facts, results } = check(sheets, this.#state.settings, sentences);
    const items = list(results);
    const unchecked = uncheckedIn(results);
    this.#set({
      phase: 'checked', facts, results, items, unchecked, counts: countsOf(items, unchecked),
      progress: null, checkedAt, stale: false, stopped: signal.aborted,
    });
    await this.#mark();
  }

  /** After an edit: the list keeps its order, and says what changed. */
  async #recheck(): Promise<void> {
    if (this.#state.phase !== 'checked') return;
    const { items } = this.#state;
    await this.#checkNow((results) => relisted(items, listed(results)));
  }

  #edited(edit: Edit): void {
    if (this.#closed) return;
    const { phase, settings } = this.#state;
    if (edit.kind === 'activated' || edit.kind === 'sheets') {
      if (phase === 'ready') void this.look();
      return;
    }
    if (phase !== 'checked') return;
    if (settings.live) this.#recheckSoon();
    else this.#set({ stale: true });
  }

  #recheckSoon(): void {
    this.#callOff?.();
    this.#callOff = this.#needs.later(PAUSE, () => {
      void this.#try('check', () => this.#recheck().catch((error: unknown) => {
        // The user is typing on already: after that will do.
        if (!(error instanceof HostError) || error.reason !== 'edit-mode') throw error;
        if (!this.#closed) this.#recheckSoon();
      }));
    });
  }

  async #mark(): Promise<void> {
    const { host } = this.#needs;
    const { settings, items, phase } = this.#state;
    if (host.abilities.marks && phase === 'checked') await host.mark(settings.marks ? marksFor(items, host.abilities.notes) : []);
  }

  #chosen(): Reading {
    const { sheets, settings } = this.#state;
    const named = settings.sheets === null ? [] : sheets.filter(({ name }) => settings.sheets?.includes(name) === true);
    return { sheets: named.length === 0 ? 'active' : named.map(({ id }) => id) };
  }

  /** Runs an action; what the host refuses is kept, with the way to try it again. */
  async #try(doing: Doing, action: () => Promise<void>): Promise<void> {
    try {
      this.#set({ trouble: null });
      await action();
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      this.#retry = () => this.#try(doing, action);
      this.#set({ trouble: { doing, error } });
    }
  }

  #set(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
