/** The built workbench: from opening to the saved file. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { BenchBrowser, type BenchPage } from '#test/e2e/bench';

let browser: BenchBrowser;
let bench: BenchPage;

beforeAll(async () => {
  browser = await BenchBrowser.start('workbench');
}, 300_000);

afterEach(async () => {
  expect(bench.faults).toEqual([]);
  expect(bench.foreign).toEqual([]);
  await bench.close();
});

afterAll(async () => {
  // Not there where the set-up failed.
  await (browser as BenchBrowser | undefined)?.close();
});

test.each([false, true])('[B1] workbench › shows the check of the 2020 appendix, then its grid, and asks nothing of the world (from a disk: %s)', async (fromDisk) => {
  bench = await browser.open({ fromDisk });
  await bench.errors(17);
  await bench.grid();
}, 60_000);

test('[B2] workbench › a proposal is written into the grid, and its own undo takes it back', async () => {
  bench = await browser.open();
  await bench.errors(17);
  await bench.grid();
  await bench.openCard('II.1');
  await bench.press(/^Áp dụng: F53/);
  await bench.errors(16);
  await bench.goTo('F53');
  await bench.page.keyboard.press('Control+z');
  await bench.errors(17);
}, 60_000);
