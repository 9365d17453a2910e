/**
 * Checks the manifests against the built site: for development and for an address; ends with 1 where something is wrong.
 *
 * Usage: npm run validate
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { productionManifest } from './production-manifest.mjs';
import { hasSchemas, SCHEMAS } from './schema-faults.mjs';
import { faultsOf } from './validated.mjs';

const root = path.dirname(import.meta.dirname);
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const development = readFileSync(path.join(root, 'manifest.xml'), 'utf8');

if (!hasSchemas()) console.warn(`SKIPPED: Microsoft's schemas are not in ${path.relative(root, SCHEMAS)} (docs/manifest.md says where they come from); all other checks run.`);
const manifests = [
  ['manifest.xml', development, false],
  ['manifest.xml for an address', productionManifest(development, 'https://phu-luc.example/', version), true],
];
for (const [name, xml, isProduction] of manifests) {
  const faults = await faultsOf(xml, isProduction);
  for (const fault of faults) console.error(`${name}: ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
  else console.log(`${name}: valid`);
}
