/**
 * The side panel in a browser: its first render against Microsoft's own React template in the same run, and what is left of
 * it after it was opened and closed fifty times.
 *
 * The template's sources are no part of this project; bench/README.md says how to get them. Without them its half is skipped.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { line, median, root } from './measure.mjs';

const { launchBrowser } = await import('#test/e2e/browser');
const { serve } = await import('#test/e2e/server');

const RUNS = 21;
const VISITS = 50;
/** Visits that fill caches, and are not counted. */
const FIRST_VISITS = 40;
/** Of DESIGN's panel, 12: what a reader takes for at once. */
const AT_ONCE = 100;
const template = path.resolve(root, process.env.TEMPLATE ?? '.cache/template', 'dist');
const pane = path.join(root, '.cache/bench-pane');
const story = path.join(root, '.cache/story');

/** An Excel that is there and never answers: what is measured is the page. */
const OFFICE = `
  const silent = new Proxy(function () {}, { get: (_, key) => (key === 'then' ? undefined : key === 'sync' ? () => new Promise(() => null) : silent), apply: () => silent, construct: () => silent });
  globalThis.Excel = silent;
  globalThis.Office = { HostType: { Excel: 'Excel' }, context: { displayLanguage: 'vi-VN', requirements: { isSetSupported: () => true } }, actions: silent, addin: silent, onReady: (tell) => Promise.resolve({ host: 'Excel' }).then((info) => { tell?.(info); return info; }) };`;

/**
 * Notes when the page first shows a text of its own, when something stands there that can be pressed, and when that is drawn by the page's own
 * code: the pane's first button stands in its page, which keeps the press until its code can check.
 */
const WATCH = `
  const noted = (what) => requestAnimationFrame(() => { globalThis[what] = performance.now(); });
  let isShown = false;
  let isUsable = false;
  new MutationObserver((_, observer) => {
    const place = document.querySelector('#panel, #container');
    if (place === null || place.textContent.trim() === '') return;
    if (!isShown) noted('shownAfter');
    isShown = true;
    if (place.querySelector('button') === null) return;
    if (!isUsable) noted('usableAfter');
    isUsable = true;
    if (place.querySelector('button:not(.frame *)') === null) return;
    observer.disconnect();
    noted('drawnAfter');
  }).observe(document, { childList: true, subtree: true });`;

/** Kinds of a snapshot that the page's own code makes. The others are the engine's: compiled code that comes and goes, shapes of objects, its own lists. */
const OF_THE_PAGE = new Set(['object', 'closure', 'array', 'string', 'concatenated string', 'sliced string', 'number', 'regexp', 'symbol', 'bigint']);

const webpack = (...args) => execFileSync(process.execPath, ['node_modules/webpack/bin/webpack.js', ...args], { cwd: root });
webpack('--config-name', 'taskpane', '--mode', 'production', '--output-path', pane);
webpack('--config', 'test/e2e/story.config.mjs');
const browser = await launchBrowser();
try {
  await firstRender();
  await crowd();
  await visits();
} finally {
  await browser.close();
}

async function firstRender() {
  console.log('First render of the pane, from the request, nothing cached: the first text on the screen, and the first control that can be pressed');
  const loaded = await loadedBy(pane);
  line('JavaScript and styles loaded until a control is drawn by its code', `${loaded.kilobytes.toFixed(1)} KB`, 'bar ≤ 120 KB gzip');
  if (!existsSync(path.join(template, 'taskpane.html'))) {
    console.log(`  SKIPPED: Microsoft's template is not built in ${path.relative(root, template)}; see bench/README.md`);
    return;
  }
  const peer = await loadedBy(template);
  line("… by Microsoft's React template", `${peer.kilobytes.toFixed(1)} KB`);
  const times = Object.fromEntries(['pane', 'template'].map((name) => [name, { shown: [], usable: [], drawn: [], busy: [] }]));
  for (let run = 0; run < RUNS; run += 1) {
    for (const [name, folder] of [['pane', pane], ['template', template]]) {
      const measured = await loadedBy(folder);
      for (const [key, of] of Object.entries(times[name])) of.push(measured[key]);
    }
  }
  for (const [what, key] of [['first text', 'shown'], ['first control', 'usable'], ['first control that its code has drawn', 'drawn'], ['processor time of the page by then', 'busy']]) {
    const [own, theirs] = [median(times.pane[key]), median(times.template[key])];
    line(`${what}, median of ${RUNS}`, `${own.toFixed(0)} / ${theirs.toFixed(0)} ms`, `ratio ${(own / theirs).toFixed(2)}, bar ≤ 0.60`);
  }
}

/** Opens a built page once: when its first text and its first control stood there, and what it had loaded when its code had drawn one. */
async function loadedBy(folder) {
  const site = await serve({ '/': folder });
  const context = await browser.newContext({ viewport: { width: 360, height: 760 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await context.route('https://appsforoffice.microsoft.com/**', (route) => route.fulfill({ contentType: 'text/javascript', body: OFFICE }));
  await page.addInitScript(WATCH);
  await page.goto(`${site.url}/taskpane.html`);
  // The page's own policy keeps what is given to it from being waited for inside of it.
  while (!(await page.evaluate('globalThis.drawnAfter !== undefined'))) await page.waitForTimeout(10);
  const { metrics } = await devtools.send('Performance.getMetrics');
  // All of it: what a script does when a promise is kept is not counted among its own time.
  const busy = 1000 * metrics.find(({ name }) => name === 'TaskDuration').value;
  const [shown, usable, drawn] = await page.evaluate('[globalThis.shownAfter, globalThis.usableAfter, globalThis.drawnAfter]');
  const names = await page.evaluate("performance.getEntriesByType('resource').filter(({ responseEnd }) => responseEnd <= globalThis.drawnAfter).map(({ name }) => name)");
  await context.close();
  await site.close();
  const files = names.filter((name) => name.startsWith(site.url) && /\.(?:js|css)$/.test(name)).map((name) => path.join(folder, path.basename(name)));
  return { shown, usable, drawn, busy, kilobytes: files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0) / 1000 };
}

/** Lists of two hundred cards, from the click to the painted frame. */
async function crowd() {
  const site = await serve({ '/': story, '/fixtures/': path.join(root, 'test/fixtures') });
  const context = await browser.newContext({ viewport: { width: 360, height: 760 } });
  const page = await context.newPage();
  await page.goto(`${site.url}/story.html?book=crowd&state=submitted`);
  await page.waitForFunction("document.body.dataset.ready === 'yes'");
  const painted = (tab) => page.evaluate(`new Promise((resolve) => {
    const before = performance.now();
    document.querySelector('#phuluc-tab-${tab}').click();
    requestAnimationFrame(() => { setTimeout(() => { resolve(performance.now() - before); }, 0); });
  })`);
  const times = { check: [], submission: [] };
  for (let run = 0; run < RUNS; run += 1) for (const tab of ['check', 'submission']) times[tab].push(await painted(tab));
  const cards = await page.evaluate('story.session.state().items.filter((one) => one.severity === "error").length');
  console.log(`Lists of a workbook with ${cards} errors, from the click to the painted frame, median of ${RUNS}`);
  line('the cards, under their sections', `${median(times.check).toFixed(0)} ms`, `bar ≤ ${AT_ONCE} ms`);
  line('what blocks the submission', `${median(times.submission).toFixed(0)} ms`, `bar ≤ ${AT_ONCE} ms`);
  await context.close();
  await site.close();
}

async function visits() {
  const site = await serve({ '/': story, '/fixtures/': path.join(root, 'test/fixtures') });
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${site.url}/story.html`);
  await page.waitForFunction("document.body.dataset.ready === 'yes'");
  await page.evaluate('globalThis.story.close()');
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  const visit = async (times) => { for (let i = 0; i < times; i += 1) await page.evaluate('globalThis.story.visit()'); };
  await visit(FIRST_VISITS);
  const before = await held(devtools);
  await visit(VISITS);
  const after = await held(devtools);
  console.log(`What ${VISITS} openings leave behind: open, check the 2020 appendix, look at a card, close`);
  const kilobytes = (key) => {
    const grown = (after[key] - before[key]) / 1000;
    return [`${grown >= 0 ? '+' : ''}${grown.toFixed(1)} KB`, `of ${(before[key] / 1e6).toFixed(1)} MB; ${(grown / VISITS).toFixed(3)} KB an opening`];
  };
  line('objects of the page', ...kilobytes('page'));
  line("the engine's own: compiled code, shapes of objects", ...kilobytes('engine'));
  line('heap in use, both', ...kilobytes('JSHeapUsedSize'));
  line('listeners', `${after.JSEventListeners - before.JSEventListeners}`, `of ${before.JSEventListeners}`);
  line('elements', `${after.Nodes - before.Nodes}`, `of ${before.Nodes}`);
  await site.close();
}

/** What the page holds once everything was collected that can be. */
async function held(devtools) {
  for (let i = 0; i < 5; i += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  return { ...Object.fromEntries(metrics.map(({ name, value }) => [name, value])), ...(await bytesByKind(devtools)) };
}

async function bytesByKind(devtools) {
  const pieces = [];
  const listen = ({ chunk }) => pieces.push(chunk);
  devtools.on('HeapProfiler.addHeapSnapshotChunk', listen);
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  devtools.off('HeapProfiler.addHeapSnapshotChunk', listen);
  const { snapshot: { meta }, nodes } = JSON.parse(pieces.join(''));
  const [type, size] = ['type', 'self_size'].map((field) => meta.node_fields.indexOf(field));
  const bytes = { page: 0, engine: 0 };
  for (let at = 0; at < nodes.length; at += meta.node_fields.length) {
    const kind = meta.node_types[type][nodes[at + type]];
    bytes[OF_THE_PAGE.has(kind) ? 'page' : 'engine'] += nodes[at + size];
  }
  return bytes;
}
