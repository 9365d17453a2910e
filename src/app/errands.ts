/**
 * What is asked for outside the panel, by a button of the ribbon, and done by the panel's session.
 *
 * The button may be there long before the panel: what it asks for waits until somebody does it.
 */

/** What can be asked for. */
export type Errand = 'check' | 'submit' | 'complete' | 'newForm';

/** Those that can be done without the panel. */
export type PlainErrand = Exclude<Errand, 'complete' | 'newForm'>;

/** How each errand is done. */
export type Doers = Readonly<Record<Errand, () => Promise<void>>>;

export class Errands {
  #waiting = new Set<Errand>();
  #doers: Doers | null = null;

  /** Asked for twice before anybody is there, it is done once. */
  ask(errand: Errand): void {
    if (this.#doers === null) this.#waiting.add(errand);
    else void this.#doers[errand]();
  }

  /**
   * Does from now on what is asked for, and at once what waits.
   *
   * @param doers must not reject: there is nobody to tell
   */
  serve(doers: Doers): void {
    this.#doers = doers;
    const waiting = this.#waiting;
    this.#waiting = new Set();
    for (const errand of waiting) void doers[errand]();
  }

  /** The panel is gone: what is asked for waits again. */
  leave(): void {
    this.#doers = null;
  }
}

/** Those of the page, which ribbon and panel share. */
export const errands = new Errands();
