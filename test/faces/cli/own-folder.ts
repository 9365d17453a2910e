/** A folder of its own for each test that writes files. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach } from '@jest/globals';

const made: string[] = [];
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'phuluc-'));
  made.push(folder);
});

afterAll(() => {
  for (const one of made) rmSync(one, { recursive: true, force: true });
});

/** A path in the test's folder; the folder itself without names. */
export const at = (...names: readonly string[]): string => path.join(folder, ...names);
export const bytesAt = (...names: readonly string[]): Uint8Array => new Uint8Array(readFileSync(at(...names)));
