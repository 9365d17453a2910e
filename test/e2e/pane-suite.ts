/** What suites over the built task pane begin and end with: one build and one browser for all tests, one pane for each. */
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { PaneBrowser, type Pane, type World } from '#test/e2e/pane';

/**
 * @param name of the folder that the pane is built into: two at the same time must not share one
 * @param isFaultless whether every test is to end without a fault in the page
 * @returns opens a pane, which is closed after the test
 */
export function paneSuite(name: string, isFaultless: boolean): (world?: World) => Promise<Pane> {
  let browser: PaneBrowser | null = null;
  let pane: Pane | null = null;
  beforeAll(async () => {
    browser = await PaneBrowser.start(name);
  }, 240_000);
  afterEach(async () => {
    const own = pane;
    pane = null;
    if (isFaultless && own !== null) expect(own.faults).toEqual([]);
    await own?.close();
  });
  // Not there where the set-up failed.
  afterAll(() => browser?.close());
  return async (world) => {
    if (browser === null) throw new Error('The browser has not been started');
    pane = await browser.open(world);
    return pane;
  };
}
