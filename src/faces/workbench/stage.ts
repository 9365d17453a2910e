/** Puts the panel and the grid of the file before the user into their places, the panel first: the grid is heavy. */
import type { openGrid, OpenGrid } from '#adapters/browser/grid/open-grid';
import type { Session } from '#app/session/session';
import type { Bench, BenchFile } from '#faces/workbench/bench';
import { panelOf, sessionOf, type Language } from '#faces/workbench/file-panel';
import { keep } from '#faces/workbench/page';
import type { FunctionDescription } from '#adapters/browser/grid/htx-functions';

/** Put in by webpack, from the comments of the functions. */
declare const PHULUC_FUNCTIONS: Readonly<Record<Language, readonly FunctionDescription[]>>;

export const LANGUAGE = 'phuluc.language';

export type LoadGrid = () => Promise<{ readonly openGrid: typeof openGrid }>;

export interface StagePlaces {
  readonly panel: HTMLElement;
  readonly grid: HTMLElement;
}

/** How far the grid of the file before the user has come. */
export type GridPhase = 'comes' | 'there' | 'failed';

export interface StageNeeds {
  /** The grid's code, which is heavy. */
  readonly loadGrid: LoadGrid;
  readonly dark: boolean;
  readonly onLanguage: (language: Language) => void;
  readonly onGrid: (phase: GridPhase) => void;
}

interface Actor {
  readonly session: Session;
  readonly element: HTMLElement;
  grid: Promise<OpenGrid> | null;
  phase: GridPhase;
}

export class Stage {
  readonly #bench: Bench;
  readonly #places: StagePlaces;
  readonly #needs: StageNeeds;
  readonly #actors = new Map<string, Actor>();
  #language: Language;
  #shown: string | null = null;
  #hide: (() => void) | null = null;

  constructor(bench: Bench, places: StagePlaces, language: Language, needs: StageNeeds) {
    this.#bench = bench;
    this.#places = places;
    this.#needs = needs;
    this.#language = language;
    bench.subscribe(() => { this.#update(); });
    this.#update();
  }

  /** Asks for the grid of the file before the user again. */
  retryGrid(): void {
    const actor = this.#actors.get(this.#shown ?? '');
    const file = this.#bench.state().files.find(({ id }) => id === this.#shown);
    if (actor === undefined || file === undefined || actor.phase !== 'failed') return;
    actor.grid = null;
    this.#openGrid(actor, file);
  }

  #update(): void {
    const { files, active } = this.#bench.state();
    for (const [id, actor] of this.#actors) if (!files.some((file) => file.id === id)) this.#leave(id, actor);
    if (active === this.#shown) return;
    this.#shown = active;
    this.#hide?.();
    this.#hide = null;
    for (const { element } of this.#actors.values()) element.hidden = true;
    const file = files.find(({ id }) => id === active);
    if (file !== undefined) this.#show(file);
  }

  #show(file: BenchFile): void {
    const known = this.#actors.get(file.id);
    const actor = known ?? this.#enter(file);
    actor.element.hidden = false;
    this.#needs.onGrid(actor.phase);
    if (actor.session.language !== this.#language) void actor.session.choose({ language: this.#language });
    this.#hide = panelOf(this.#places.panel, actor.session, (name, bytes) => this.#bench.open([{ name, bytes: () => Promise.resolve(bytes) }]));
    if (known === undefined) void this.#begin(actor, file);
  }

  #enter({ id, book }: BenchFile): Actor {
    const element = document.createElement('div');
    this.#places.grid.append(element);
    const actor: Actor = { session: sessionOf(book, this.#language), element, grid: null, phase: 'comes' };
    actor.session.subscribe(() => { this.#heard(actor.session); });
    this.#actors.set(id, actor);
    return actor;
  }

  /** The check is on the screen before the grid is even asked for. */
  async #begin(actor: Actor, file: BenchFile): Promise<void> {
    await actor.session.open();
    await actor.session.check();
    this.#openGrid(actor, file);
  }

  #openGrid(actor: Actor, { id, book }: BenchFile): void {
    if (!this.#actors.has(id)) return;
    this.#phase(id, actor, 'comes');
    actor.grid = this.#needs.loadGrid().then(({ openGrid: open }) => open(book, {
      element: actor.element, language: this.#language, dark: this.#needs.dark, functions: PHULUC_FUNCTIONS,
      onRefused: () => { this.#bench.say({ is: 'only-contents' }); },
    }));
    actor.grid.then(() => { this.#phase(id, actor, 'there'); }, (error: unknown) => {
      this.#phase(id, actor, 'failed');
      console.error(error);
    });
  }

  #phase(id: string, actor: Actor, phase: GridPhase): void {
    actor.phase = phase;
    if (id === this.#shown) this.#needs.onGrid(phase);
  }

  #leave(id: string, { session, element, grid }: Actor): void {
    this.#actors.delete(id);
    if (this.#shown === id) {
      this.#hide?.();
      this.#hide = null;
      this.#shown = null;
    }
    void session.close();
    element.hidden = true;
    // The grid goes before its place does, also one that is still coming: off the page it would measure itself at no width.
    const gone = (): void => { element.remove(); };
    void Promise.resolve(grid).then((open) => { open?.close(); }).then(gone, gone);
  }

  /** The panel chooses the language of the whole page. */
  #heard({ language }: Session): void {
    if (language === this.#language) return;
    this.#language = language;
    keep(LANGUAGE, language);
    this.#needs.onLanguage(language);
  }
}
