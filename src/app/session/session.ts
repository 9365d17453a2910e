/**
 * One planner at work on one open workbook: what is checked, listed, written, taken back, marked and watched.
 *
 * It holds the state and every way to change it; a view subscribes and calls. Whatever the host refuses becomes
 * `trouble` in the state, never a rejected promise. Spec: docs/spec.md, V1 to V7, V10 to V12.
 */
import { Attempts } from '#app/session/attempts';
import type { Proposal } from '#app/session/items';
import { takeBack, writeEntry } from '#app/session/journal';
import { countsOf, listed, relisted, uncheckedIn } from '#app/session/listing';
import { keepSettings, keptSettings, type Settings } from '#app/session/settings';
import { Marking } from '#app/session/marking';
import { loaded, type Language, type Memory, type SessionNeeds } from '#app/session/needs';
import { infoOf } from '#app/session/places';
import { readingFor } from '#app/session/readings';
import type { Listed, SessionState } from '#app/session/state';
import { Store } from '#app/session/store';
import { Watching } from '#app/session/watching';
import { placeOf, type Grid } from '#core/table/grid';
import type { Reading, Spot } from '#ports/workbook-host';

/** A proposal to write, and the item that it belongs to. */
export interface Pick {
  readonly item: Listed;
  readonly proposal: Proposal;
}

export class Session {
  readonly #needs: SessionNeeds;
  readonly #store = new Store();
  readonly #attempts: Attempts;
  readonly #marking: Marking;
  readonly #watching: Watching;
  #memory: Memory | null = null;
  #abort: AbortController | null = null;

  constructor(needs: SessionNeeds) {
    this.#needs = needs;
    this.#attempts = new Attempts(needs, this.#store);
    this.#marking = new Marking(this.#attempts, this.#store);
    this.#watching = new Watching({ attempts: this.#attempts, store: this.#store, later: needs.later, look: () => this.look(), recheck: () => this.#recheck() });
  }

  get state(): () => SessionState {
    return this.#store.state;
  }

  get subscribe(): (listener: () => void) => () => void {
    return this.#store.subscribe;
  }

  get language(): Language {
    return this.#store.state().settings.language ?? this.#needs.language;
  }

  /** Reads the settings and looks at the sheet before the user; nothing is checked yet. */
  open(): Promise<void> {
    return this.#attempts.inTurn('settings', async () => {
      this.#store.set({ settings: await keptSettings(this.#attempts.host) });
      await this.#look();
      await this.#watching.start();
    });
  }

  /** Looks again at the sheets chosen: after another one was activated, or another choice. */
  look(): Promise<void> {
    return this.#attempts.inTurn('check', () => this.#look());
  }

  check(): Promise<void> {
    return this.#attempts.inTurn('check', async () => {
      this.#watching.callOff();
      const before = this.#store.state().phase;
      this.#store.set({ phase: 'checking', progress: null, stopped: null, written: null, moved: null, silent: null });
      this.#marking.begin();
      try {
        await this.#checkNow(readingFor(this.#store.state()), listed);
      } finally {
        if (this.#store.state().phase === 'checking') this.#store.set({ phase: before === 'checking' ? 'ready' : before });
      }
    });
  }

  /** Ends a check that runs: what was read by then is listed. */
  stop(): void {
    this.#abort?.abort();
  }

  goTo(spot: Spot): Promise<void> {
    return this.#attempts.atOnce('select', () => this.#attempts.host.select(spot));
  }

  /** The item that one looks at: its cell is selected, and the cells behind it are marked as long as it is. */
  async show(item: Listed | null): Promise<void> {
    if (item !== null) await this.goTo({ sheet: item.sheet, ...placeOf(item.cell) });
    if (this.#store.state().trouble === null) await this.#marking.show(item);
  }

  /**
   * Writes proposals of items, all of them or none, to be taken back together.
   *
   * The cells are read again first: where one no longer holds what its item says, nothing is written.
   */
  apply(picks: readonly Pick[]): Promise<void> {
    return this.#attempts.inTurn('write', async () => {
      const { engine, words } = this.#needs;
      const { host } = this.#attempts;
      const ids = [...new Set(picks.map(({ item }) => item.sheet))];
      const [sheets, { prepared }, sentences] = await Promise.all([host.read({ sheets: ids }), loaded(engine()), loaded(words(this.language))]);
      const plan = prepared(sheets, picks.map(({ item, proposal }) => ({ sheet: item.sheet, repairs: proposal.repairs })), { choice: this.#store.state().settings, words: sentences });
      if (plan.is === 'moved') this.#store.set({ moved: plan });
      else this.#store.set({ written: { entry: await writeEntry(host, plan.writes, plan.changes), undone: null }, moved: null });
      await this.#recheck();
    });
  }

  undo(): Promise<void> {
    return this.#attempts.inTurn('undo', async () => {
      const { written } = this.#store.state();
      if (written === null || written.undone !== null) return;
      const undone = await takeBack(this.#attempts.host, written.entry);
      this.#store.set({ written: { ...written, undone } });
      await this.#recheck();
    });
  }

  /** Closes what is told; what the undo bar would have taken back stays. */
  dismiss(): void {
    this.#attempts.dismiss();
    this.#store.set({ written: null, moved: null });
  }

  /** Changes settings, keeps them with the workbook, and does at once what they say. */
  choose(change: Partial<Settings>): Promise<void> {
    this.#store.set({ settings: { ...this.#store.state().settings, ...change } });
    return this.#attempts.inTurn('settings', async () => {
      await this.#obey(change);
      // Last: a workbook that cannot keep them obeys them all the same.
      await keepSettings(this.#attempts.host, this.#store.state().settings);
    });
  }

  /** Adds a sheet to try the check on, and looks at it. */
  tryOn(sample: () => Promise<Grid>): Promise<void> {
    return this.#attempts.inTurn('add-sheet', async () => {
      await this.#attempts.host.addSheet(await loaded(sample()));
      await this.#look();
    });
  }

  /** Does again what the host refused. */
  retry(): Promise<void> {
    return this.#attempts.retry();
  }

  /** Asks a host again that is silent. */
  insist(): Promise<void> {
    return this.#attempts.insist();
  }

  /** Waits on for a host that is silent. */
  wait(): void {
    this.#attempts.wait();
  }

  /** Lets go of the workbook: no listener, no timer; marks stay, and are found again. */
  async close(): Promise<void> {
    this.#abort?.abort();
    this.#store.close();
    this.#attempts.close();
    await this.#watching.close();
  }

  async #obey({ template, sheets, language, marks }: Partial<Settings>): Promise<void> {
    const reads = template !== undefined || sheets !== undefined;
    if (marks !== undefined) this.#marking.begin();
    if (reads) await (this.#store.state().phase === 'checked' ? this.#checkNow(readingFor(this.#store.state()), listed) : this.#look());
    else if (language !== undefined) await this.#recheck(listed);
    else if (marks !== undefined) await this.#marking.set();
  }

  async #look(): Promise<void> {
    const { host } = this.#attempts;
    this.#store.set({ sheets: await host.sheets() });
    const { settings } = this.#store.state();
    // To choose among sheets one has to see them all.
    const [sheets, { look }] = await Promise.all([host.read({ sheets: settings.sheets === null ? 'active' : 'all' }), loaded(this.#needs.engine())]);
    const { phase } = this.#store.state();
    this.#store.set({ facts: look(sheets, settings), looked: sheets.map(infoOf), phase: phase === 'opening' ? 'ready' : phase });
  }

  /** @param list makes the new list, from nothing or from the one that is shown */
  async #checkNow(reading: Reading, list: (results: SessionState['results']) => readonly Listed[]): Promise<void> {
    const { engine, words, now } = this.#needs;
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const onProgress = (done: number, all: number): void => {
      this.#store.set({ progress: { done, all } });
    };
    const checkedAt = now();
    const [sheets, { check, remember }, sentences] = await Promise.all([this.#attempts.host.read({ ...reading, signal, onProgress }), loaded(engine()), loaded(words(this.language))]);
    // Stopped before anything was read: what was known stays known.
    if (signal.aborted && sheets.length === 0) return;
    this.#memory ??= remember();
    const { facts, results } = check(sheets, this.#store.state().settings, sentences, this.#memory);
    const items = list(results);
    const unchecked = uncheckedIn(results);
    const read = sheets.map(infoOf);
    this.#store.set({
      phase: 'checked', facts, results, items, unchecked, counts: countsOf(items, unchecked), looked: read,
      progress: null, checkedAt, stale: false, elsewhere: null, stopped: signal.aborted ? cutOff(read.length, this.#store.state().progress) : null,
    });
    await this.#marking.set();
  }

  /**
   * Checks the same sheets again, whatever sheet the user looks at by now.
   *
   * @param list makes the new list; after an edit it keeps its order, and says what changed
   */
  async #recheck(list = (results: SessionState['results']): readonly Listed[] => relisted(this.#store.state().items, listed(results))): Promise<void> {
    const { phase, looked } = this.#store.state();
    if (phase === 'checked') await this.#checkNow({ sheets: looked.map(({ id }) => id) }, list);
  }
}

/** How far a reading came that was ended; null where everything was read by then. */
function cutOff(done: number, progress: SessionState['progress']): SessionState['stopped'] {
  return progress === null || done >= progress.all ? null : { done, all: progress.all };
}
