/**
 * Writes the pages that are made from the sources; with --check, lists those that are not as they would be written.
 *
 * Usage: npm run docs              write
 *        npm run docs -- --check   write nothing, end with 1 when a page is stale
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);

/**
 * One entry for each page: { path: 'docs/cli.md', source: 'src/faces/cli/options.ts', text: () => '# …\n' }.
 * Sources are imported by their # names, as in `await import('#core/numbers/decimal')`: tools/ts-loader.mjs reads them.
 */
const pages = [...(await rulePages()), await cliPage(), await functionsPages()];

/** A page for each rule: what it asks, its sentence in both languages, its examples drawn with their findings. */
async function rulePages() {
  const { rules } = await import('#core/rules/all');
  const { rulePage } = await import('./rule-page.mjs');
  return rules.map((rule) => ({ path: `docs/rules/${rule.id}.md`, source: `src/core/rules/${rule.id}.ts`, text: () => rulePage(rule) }));
}

async function cliPage() {
  const { usage: vi } = await import('#words/usage-vi');
  const { usage: en } = await import('#words/usage-en');
  const text = () => `# phuluc\n\n\`\`\`\n${vi.help.trim()}\n\`\`\`\n\n## In English\n\n\`\`\`\n${en.help.trim()}\n\`\`\`\n`;
  return { path: 'docs/cli.md', source: 'src/words/usage-vi.ts and usage-en.ts', text };
}

async function functionsPages() {
  const { functionsPage } = await import('./functions-page.mjs');
  return { path: 'docs/functions.md', source: 'src/faces/functions/functions.ts and descriptions.vi.json', text: functionsPage };
}

/** Folders in which every file is one of the pages: a file left there after its rule has gone is stale. */
const ownFolders = ['docs/rules'];

const stale = [...pages.filter((page) => read(page.path) !== full(page)).map((page) => page.path), ...leftOver()];
if (process.argv.includes('--check')) report();
else write();

function report() {
  for (const name of stale) console.error(`${name} is stale: write it again with "npm run docs"`);
  if (stale.length === 0) console.log(`Generated pages: all ${pages.length} up to date`);
  process.exitCode = stale.length === 0 ? 0 : 1;
}

function write() {
  for (const name of leftOver()) rmSync(path.join(root, name));
  for (const page of pages) {
    const file = path.join(root, page.path);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, full(page));
  }
  console.log(`Generated pages: ${pages.length} written, ${stale.length} of them changed`);
}

/** The page under a first line that says where it comes from. */
function full({ source, text }) {
  return `<!-- Made from ${source}. Do not edit: change the source and run "npm run docs". -->\n\n${text()}`;
}

/** A page's text as it stands; undefined when there is none. */
function read(name) {
  try {
    return readFileSync(path.join(root, name), 'utf8');
  } catch {
    return undefined;
  }
}

function leftOver() {
  const known = new Set(pages.map((page) => page.path));
  return ownFolders.flatMap(filesIn).filter((name) => !known.has(name));
}

function filesIn(folder) {
  try {
    return readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`);
  } catch {
    return [];
  }
}
