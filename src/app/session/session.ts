/**
 * One planner at work on one open workbook: what is checked, listed, written, taken back, marked and watched.
 *
 * It holds the state and every way to change it; a view subscribes and calls. Whatever the host refuses becomes `trouble` in the state, never a
 * rejected promise. Spec: docs/spec.md, V1 to V7, V10 to V12, V15, V20, E4, G10, G11.
 */
import type { Asked } from '#app/session/asked';
import { Attempts } from '#app/session/attempts';
import { Checking } from '#app/session/checking';
import { NewForms } from '#app/session/new-forms';
import type { OwnTemplate } from '#app/session/own-template';
import { choiceOf } from '#app/session/choice';
import { Completing } from '#app/session/completing';
import { EarlyCheck } from '#app/session/early-check';
import type { Selecting } from '#app/session/following';
import { takeBack, writeEntry } from '#app/session/journal';
import { keepSettings, keptSettings, type Settings } from '#app/session/settings';
import { Marking } from '#app/session/marking';
import { loaded, type Language, type SessionNeeds } from '#app/session/needs';
import type { Doing, Listed, Picked, SessionState } from '#app/session/state';
import { Sources } from '#app/session/sources';
import { Store } from '#app/session/store';
import { Watching } from '#app/session/watching';
import { TEMPLATE_NAMESPACE } from '#app/template-namespace';
import { placeOf, type Grid } from '#core/table/grid';
import type { Spot } from '#ports/workbook-host';

export class Session {
  readonly #needs: SessionNeeds;
  readonly #store = new Store();
  readonly #early = new EarlyCheck(this.#store);
  readonly #attempts: Attempts;
  readonly #marking: Marking;
  readonly #watching: Watching;
  readonly #checking: Checking;
  readonly state: () => SessionState = this.#store.state;
  readonly subscribe: (listener: () => void) => () => void = this.#store.subscribe;
  /** What the user has selected; rejects with a {@link HostError}. */
  readonly selected: Selecting;
  /** Where figures besides the table's come from. */
  readonly sources: Sources;
  /** Filling in empty cells. */
  readonly completing: Completing;
  /** Blank forms. */
  readonly forms: NewForms;

  constructor(needs: SessionNeeds) {
    this.#needs = needs;
    this.#attempts = new Attempts(needs, this.#store);
    this.selected = this.#attempts.host;
    this.#marking = new Marking(this.#attempts, this.#store);
    this.#checking = new Checking({ ...needs, attempts: this.#attempts, store: this.#store, marking: this.#marking, language: () => this.language });
    this.completing = new Completing({ ...needs, attempts: this.#attempts, store: this.#store, language: () => this.language, recheck: () => this.#checking.again() });
    this.forms = new NewForms({ engine: needs.engine, attempts: this.#attempts, store: this.#store, look: () => this.#checking.look() });
    this.sources = new Sources({ attempts: this.#attempts, store: this.#store, obey: () => this.#obeySources() });
    this.#watching = new Watching({
      attempts: this.#attempts, store: this.#store, later: needs.later, look: () => this.look(), recheck: () => this.#checking.again(),
      edited: (edit) => { this.completing.edited(edit); },
    });
  }

  get language(): Language {
    return this.#store.state().settings.language ?? this.#needs.language;
  }

  /** Reads the settings and looks at the sheet before the user; nothing is checked yet. */
  open(): Promise<void> {
    return this.#attempts.inTurn('check', async () => {
      this.#store.set({ settings: await keptSettings(this.#attempts.host), own: { ...this.#store.state().own, text: await this.#attempts.host.data(TEMPLATE_NAMESPACE) } });
      await this.#checking.look();
      await this.#early.opened(this.#watching.start(), () => this.#begin());
    });
  }

  /** Looks again at the sheets chosen: after another one was activated, or another choice. */
  look(): Promise<void> {
    const { asked } = this.#store.state();
    if (asked.within !== null) this.#store.set({ asked: { ...asked, within: null } });
    return this.#attempts.inTurn('check', () => this.#checking.look());
  }

  /** Checks the sheets chosen, and lists what is found; before the sheet was looked at, once it was. */
  check(): Promise<void> {
    const { phase, early } = this.#store.state();
    return early || phase === 'opening' ? this.#early.ask() : this.#begin();
  }

  /** Checks the same part again, or the sheets chosen. */
  checkAgain(): Promise<void> {
    const { asked: { within }, sheets } = this.#store.state();
    return this.#begin(() => Promise.resolve({ purpose: 'check', within: sheets.some(({ id }) => id === within?.sheet) ? within : null }));
  }

  /** Checks all sheets for what keeps the workbook from being submitted. */
  submit(): Promise<void> {
    this.#early.drop();
    return this.#begin(() => Promise.resolve({ purpose: 'submission', within: null }));
  }

  /** Checks the cells that the user has selected, and no others. */
  checkSelection(): Promise<void> {
    return this.#begin(async () => ({ purpose: 'check', within: await this.#attempts.host.selection() }));
  }

  /** Ends a check that runs: what was read by then is listed. */
  stop(): void {
    this.#checking.stop();
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
  apply(picks: readonly Picked[]): Promise<void> {
    return this.#attempts.inTurn('write', async () => {
      const { engine, words } = this.#needs;
      const { host } = this.#attempts;
      const ids = [...new Set(picks.map(({ item }) => item.sheet))];
      const [sheets, { prepared }, sentences] = await Promise.all([host.read({ sheets: ids }), loaded(engine()), loaded(words(this.language))]);
      const plan = prepared(sheets, picks.map(({ item, proposal }) => ({ sheet: item.sheet, repairs: proposal.repairs })), { choice: choiceOf(this.#store.state()), words: sentences });
      if (plan.is === 'moved') this.#store.set({ moved: plan });
      else this.#store.set({ written: { entry: await writeEntry(host, plan.writes, plan.changes), undone: null, filled: null }, moved: null });
      await this.#listAgain();
    });
  }

  undo(): Promise<void> {
    return this.#attempts.inTurn('undo', async () => {
      const { written } = this.#store.state();
      if (written === null || written.undone !== null) return;
      const undone = await takeBack(this.#attempts.host, written.entry);
      this.#store.set({ written: { ...written, undone } });
      await this.#listAgain();
    });
  }

  /** Closes what is told; what the undo bar would have taken back stays. */
  dismiss(): void {
    this.#attempts.dismiss();
    this.#early.drop();
    this.#store.set({ written: null, moved: null });
  }

  /** Changes settings, keeps them with the workbook, and does at once what they say. */
  choose(change: Partial<Settings>): Promise<void> {
    const { settings, asked } = this.#store.state();
    this.#store.set({ settings: { ...settings, ...change } });
    // Sheets that are chosen take the place of a part that was.
    if (change.sheets !== undefined && asked.within !== null) this.#store.set({ asked: { ...asked, within: null } });
    return this.#attempts.inTurn('settings', async () => {
      await this.#obey(change);
      // Last: a workbook that cannot keep them obeys them all the same.
      await keepSettings(this.#attempts.host, this.#store.state().settings);
    });
  }

  /** Learns, keeps or removes the workbook's own template. */
  template(doing: Doing, action: (own: OwnTemplate) => Promise<void>): Promise<void> {
    return this.#attempts.inTurn(doing, async () => {
      const { OwnTemplate: Own } = await loaded(this.#needs.engine().then(({ learning }) => learning()));
      await action(new Own({ host: this.#attempts.host, store: this.#store, obey: () => this.#obey({ template: null }) }));
    });
  }

  /** Adds a sheet to try the check on, and looks at it. */
  tryOn(sample: () => Promise<Grid>): Promise<void> {
    return this.#attempts.inTurn('add-sheet', async () => {
      await this.#attempts.host.addSheet(await loaded(sample()));
      await this.#checking.look();
    });
  }

  /** Shows where empty cells are filled in, or forms made, whatever the panel shows. */
  call(tab: 'complete' | 'new'): Promise<void> {
    this.#store.set({ called: { tab } });
    return Promise.resolve();
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
    this.#checking.stop();
    this.#early.drop();
    this.#store.close();
    this.#attempts.close();
    this.completing.close();
    await this.#watching.close();
  }

  /** @param ask gives what is wanted, once it is its turn */
  #begin(ask: () => Promise<Asked> = sheetsChosen): Promise<void> {
    return this.#attempts.inTurn('check', async () => {
      this.#watching.callOff();
      await this.#checking.begin(await ask());
    });
  }

  /** After something was written: that stays so, whatever becomes of the lists. */
  #listAgain(): Promise<void> {
    return this.#attempts.atOnce('check', async () => {
      await this.#checking.again();
      await this.completing.again();
    });
  }

  async #obeySources(): Promise<void> {
    if (this.#store.state().phase === 'checked') await this.#checking.anew();
    await this.completing.again();
  }

  async #obey({ template, sheets, kinds, language, marks }: Partial<Settings>): Promise<void> {
    const reads = template !== undefined || sheets !== undefined || kinds !== undefined;
    const { phase } = this.#store.state();
    if (marks !== undefined) this.#marking.begin();
    if (reads) await (phase === 'checked' ? this.#checking.anew() : this.#checking.look());
    else if (language !== undefined) await this.#checking.again('anew');
    else if (marks !== undefined) await this.#marking.set();
    await this.completing.again();
  }
}

const sheetsChosen = (): Promise<Asked> => Promise.resolve({ purpose: 'check', within: null });
