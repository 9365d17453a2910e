/**
 * The template that the open workbook brings along: learnt from its table, taken from a file, kept, taken out. Loaded when somebody asks for it.
 *
 * Spec: docs/spec.md, V17.
 */
import { NO_LEARNING } from '#app/session/own-layout';
import { readingFor } from '#app/session/readings';
import { keepSettings } from '#app/session/settings';
import type { Store } from '#app/session/store';
import { layoutOf } from '#app/session/table-options';
import { learntFrom, templateIn } from '#app/session/template-work';
import { TEMPLATE_NAMESPACE } from '#app/template-namespace';
import { templateText } from '#core/layout/template-text';
import { withoutRelations } from '#core/learn/inferred-relations';
import type { WorkbookHost } from '#ports/workbook-host';

export interface OwnTemplateNeeds {
  readonly host: WorkbookHost;
  readonly store: Store;
  /** Reads everything anew by the template that is kept now. */
  readonly obey: () => Promise<void>;
}

/** Whatever the host refuses is its caller's. */
export class OwnTemplate {
  readonly #needs: OwnTemplateNeeds;

  constructor(needs: OwnTemplateNeeds) {
    this.#needs = needs;
  }

  /** Says what can be understood of the table before the reader; nothing is kept yet. */
  async learn(): Promise<void> {
    const { host, store } = this.#needs;
    const sheets = await host.read(readingFor({ ...store.state(), asked: { purpose: 'check', within: null } }));
    store.set({ learning: { ...NO_LEARNING, ...learntFrom(sheets, store.state()) } });
  }

  /**
   * Keeps in the workbook what was understood, and reads everything by it.
   *
   * @param left keys of inferred relations that the reader does not want
   */
  async keep(left: ReadonlySet<string>): Promise<void> {
    const { learning: { learnt } } = this.#needs.store.state();
    if (learnt !== null) await this.#keep(templateText(withoutRelations(learnt.template, left)));
  }

  /** Keeps a template from a file; what was kept before stays where the file holds none. */
  async take(file: Pick<File, 'name' | 'size' | 'text'>): Promise<void> {
    const { template, fault } = await templateIn(file);
    if (template === null) this.#needs.store.set({ learning: { ...NO_LEARNING, refused: { file: file.name, fault: fault ?? '' } } });
    else await this.#keep(templateText(template));
  }

  /** Takes the template out of the workbook. */
  remove(): Promise<void> {
    return this.#keep(null);
  }

  /** Forgets what was understood. */
  forget(): Promise<void> {
    this.#needs.store.set({ learning: NO_LEARNING });
    return Promise.resolve();
  }

  async #keep(text: string | null): Promise<void> {
    const { host, store, obey } = this.#needs;
    await host.keepData(TEMPLATE_NAMESPACE, text);
    const { settings } = store.state();
    // What was just kept is to be used, whatever was chosen before it.
    const isOther = text !== null && settings.template !== null;
    store.set({ own: layoutOf(text), learning: NO_LEARNING, settings: isOther ? { ...settings, template: null } : settings });
    if (isOther) await keepSettings(host, store.state().settings);
    await obey();
  }
}
