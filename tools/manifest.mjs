/**
 * Makes the manifest for an address, beside the built site: dist/addin/manifest.xml.
 *
 * Usage: npm run manifest -- --url https://intranet.example.vn/phu-luc/
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { productionManifest } from './production-manifest.mjs';
import { faultsOf } from './validated.mjs';

const root = path.dirname(import.meta.dirname);
const target = path.join(root, 'dist/addin/manifest.xml');

try {
  const { values: { url } } = parseArgs({ options: { url: { type: 'string' } } });
  if (url === undefined) throw new RangeError('Cannot make a manifest without an address: npm run manifest -- --url https://…');
  if (!existsSync(path.dirname(target))) throw new RangeError('Cannot find the built site: run "npm run build" first');
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const xml = productionManifest(readFileSync(path.join(root, 'manifest.xml'), 'utf8'), url, version);
  const faults = await faultsOf(xml, true);
  if (faults.length > 0) throw new RangeError(faults.join('\n'));
  writeFileSync(target, xml);
  console.log(`Wrote ${path.relative(root, target)} for ${url}. Put the folder dist/addin there, and the manifest where your administrator deploys add-ins from.`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
