/** All that is wrong with a manifest of this repository, checked against the built site and the code. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { COMMANDS } from '#faces/commands/names';
import { manifestFaults } from './manifest-faults.mjs';
import { hasSchemas, schemaFaults } from './schema-faults.mjs';

const root = path.dirname(import.meta.dirname);
const site = path.join(root, 'dist/addin');

export async function faultsOf(xml, isProduction) {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const files = (name) => (existsSync(path.join(site, name)) ? readFileSync(path.join(site, name)) : null);
  return [...(hasSchemas() ? await schemaFaults(xml) : []), ...manifestFaults(xml, { files, commands: COMMANDS, version, isProduction })];
}
