/** Runs Microsoft's library in Node, once a process: it believes to stand in a page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { officeLibrary, type OfficeLibrary } from '#test/office/library';

const require = createRequire(path.resolve('package.json'));

/** All it needs of a page. */
const PAGE: Readonly<Record<string, unknown>> = {
  window: globalThis,
  navigator: { userAgent: 'node', language: 'en-US' },
  location: { href: 'https://addin.test/', protocol: 'https:', search: '', hash: '' },
  document: { URL: 'https://addin.test/', getElementsByTagName: () => [], addEventListener: () => null },
  addEventListener: () => null,
};

export function loadOfficeLibrary(): OfficeLibrary {
  const realm = globalThis as Record<string, unknown>;
  if (realm['OfficeExtension'] === undefined) {
    for (const [name, value] of Object.entries(PAGE)) if (realm[name] === undefined) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    // Indirect: what the file declares becomes global, in the realm of whoever tests.
    (0, eval)(readFileSync(require.resolve('@microsoft/office-js/dist/excel-web-16.00.js'), 'utf8'));
  }
  return officeLibrary(realm);
}
