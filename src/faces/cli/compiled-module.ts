/** Loads a script of the build with what V8 made of it when it was built: compiling takes a tenth of a second otherwise (decision 22). */
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

export interface CompiledModule<Exports> {
  readonly exports: Exports;
  readonly script: Script;
}

/**
 * A check lasts a second at most: optimising every warm function costs more than it saves (decision 5).
 *
 * Before anything is loaded: V8 takes no compiled code that was made under other flags.
 */
export function compileLater(): void {
  setFlagsFromString('--interrupt-budget=1000000');
}

/**
 * @param file a CommonJS script; compiled code that another V8 made of it, or of another text, is not taken, and nothing is lost but time
 * @returns what the script exports, which the caller has to know
 */
export function compiledModule<Exports>(file: string): CompiledModule<Exports> {
  const text = readFileSync(file);
  const script = new Script(Module.wrap(text.toString()), { filename: file, cachedData: kept(file, text) });
  const module = { exports: {} };
  const run = script.runInThisContext() as (exports: object, require: NodeJS.Require, module: object, file: string, folder: string) => void;
  run(module.exports, createRequire(file), module, file, path.dirname(file));
  return { exports: module.exports as Exports, script };
}

/**
 * Keeps what V8 has compiled so far beside the script, whole or not at all.
 *
 * @param script of {@link compiledModule}, after the functions that are to be kept have been called
 */
export function keepCompiled(file: string, script: Script): void {
  const code = script.createCachedData();
  writeFileSync(`${compiledFile(file)}.new`, Buffer.concat([digest(readFileSync(file), code), code]));
  renameSync(`${compiledFile(file)}.new`, compiledFile(file));
}

export function compiledFile(file: string): string {
  return `${file}.v8`;
}

/** V8 itself tells a script by its length alone, and runs code that was damaged into a loop without end. */
function kept(file: string, text: Buffer): Buffer | undefined {
  const bytes = read(compiledFile(file));
  const code = bytes.subarray(DIGEST_BYTES);
  return digest(text, code).equals(bytes.subarray(0, DIGEST_BYTES)) ? code : undefined;
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    // Not built here, or taken away: the script is compiled from its text.
    return Buffer.alloc(0);
  }
}

const DIGEST_BYTES = 32;

function digest(text: Buffer, code: Buffer): Buffer {
  return createHash('sha256').update(text).update(code).digest();
}
