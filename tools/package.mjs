/**
 * Builds the workbench and zips its folder, to be carried on a memory stick: unzip it and open index.html.
 *
 * Usage: npm run package   (writes dist/phu-luc-workbench-VERSION.zip)
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageFolder } from './package-folder.mjs';

const root = path.dirname(import.meta.dirname);
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const name = `phu-luc-workbench-${version}`;
const zip = packageFolder(path.join(root, 'dist/workbench'), name);
writeFileSync(path.join(root, 'dist', `${name}.zip`), zip);
console.log(`dist/${name}.zip: ${(zip.length / 1e6).toFixed(1)} MB, SHA-256 ${createHash('sha256').update(zip).digest('hex')}`);
