/**
 * The template that the open workbook brings along: learnt from its table, taken from a file, kept, taken out.
 *
 * Spec: docs/spec.md, V17.
 */
import type { Attempts } from '#app/session/attempts';
import { loaded, type SessionNeeds } from '#app/session/needs';
import { NO_LAYOUT, NO_LEARNING } from '#app/session/own-layout';
import { readingFor } from '#app/session/readings';
import { keepSettings } from '#app/session/settings';
import type { SessionState } from '#app/session/state';
import type { Store } from '#app/session/store';
import type * as templateWork from '#app/session/template-work';
import { TEMPLATE_NAMESPACE } from '#app/template-namespace';

export interface OwnTemplateNeeds extends Pick<SessionNeeds, 'engine'> {
  readonly attempts: Attempts;
  readonly store: Store;
  /** Reads everything anew by the template that is kept now. */
  readonly obey: () => Promise<void>;
}

type Work = typeof templateWork;

export class OwnTemplate {
  readonly #needs: OwnTemplateNeeds;

  constructor(needs: OwnTemplateNeeds) {
    this.#needs = needs;
  }

  /** What the workbook keeps, before its sheets are read. */
  async open(): Promise<void> {
    const { attempts, store } = this.#needs;
    store.set({ own: { ...NO_LAYOUT, text: await attempts.host.data(TEMPLATE_NAMESPACE) } });
  }

  /** Says what can be understood of the table before the reader; nothing is kept yet. */
  learn(): Promise<void> {
    return this.#working(async ({ learntFrom }, state) => {
      const { attempts: { host }, store } = this.#needs;
      const sheets = await host.read(readingFor({ ...state, asked: { purpose: 'check', within: null } }));
      store.set({ learning: { ...NO_LEARNING, ...learntFrom(sheets, state) } });
    });
  }

  /** Keeps in the workbook what was understood, and reads everything by it. */
  keep(): Promise<void> {
    return this.#working(async ({ textOf }, { learning: { learnt } }) => {
      if (learnt !== null) await this.#keep(textOf(learnt.template));
    });
  }

  /**
   * Keeps a template from a file; what was kept before stays where the file holds none.
   *
   * @param file without its folders
   */
  take(file: string, read: () => Promise<string>): Promise<void> {
    return this.#working(async ({ readOwn, textOf }) => {
      const { template, fault } = readOwn((await read()).replace(/^\uFEFF/, ''));
      if (template === null) this.#needs.store.set({ learning: { ...NO_LEARNING, refused: { file, fault: fault ?? '' } } });
      else await this.#keep(textOf(template));
    });
  }

  /** Takes the template out of the workbook. */
  remove(): Promise<void> {
    return this.#working(() => this.#keep(null));
  }

  /** Forgets what was understood. */
  forget(): void {
    this.#needs.store.set({ learning: NO_LEARNING });
  }

  async #keep(text: string | null): Promise<void> {
    const { attempts: { host }, store, engine, obey } = this.#needs;
    await host.keepData(TEMPLATE_NAMESPACE, text);
    const { ownLayout } = await loaded(engine());
    const { settings } = store.state();
    // What was just kept is to be used, whatever was chosen before it.
    const isOther = text !== null && settings.template !== null;
    store.set({ own: ownLayout(text), learning: NO_LEARNING, settings: isOther ? { ...settings, template: null } : settings });
    if (isOther) await keepSettings(host, store.state().settings);
    await obey();
  }

  #working(action: (work: Work, state: SessionState) => Promise<void>): Promise<void> {
    const { attempts, engine, store } = this.#needs;
    return attempts.inTurn('settings', async () => action(await loaded(engine().then(({ learning }) => learning())), store.state()));
  }
}
