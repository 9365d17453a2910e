/** Loads a script of the build with what V8 made of it when it was built: compiling takes a tenth of a second otherwise (decision 22). */
import { isAscii } from 'node:buffer';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { deflateSync, inflateSync } from 'node:zlib';

export interface CompiledModule<Exports> {
  readonly exports: Exports;
  readonly script: Script;
}

/**
 * A check lasts a second at most: optimising every warm function costs more than it saves (decision 5), and so do threads that sweep
 * the little that it leaves behind, and patterns that are compiled twice (decision 27).
 *
 * Before anything is loaded: V8 takes no compiled code that was made under other flags.
 */
export function tuneForShortWork(): void {
  for (const flag of ['--interrupt-budget=1000000', '--no-parallel-scavenge', '--no-regexp-tier-up']) setFlagsFromString(flag);
}

/**
 * @param file a CommonJS script; compiled code that another V8 made of it, or of another text, is not taken, and nothing is lost but time
 * @returns what the script exports, which the caller has to know
 */
export function compiledModule<Exports>(file: string): CompiledModule<Exports> {
  const text = readFileSync(file);
  const script = new Script(Module.wrap(isAscii(text) ? text.toString('latin1') : text.toString()), { filename: file, cachedData: kept(file, text) });
  const module = { exports: {} };
  const run = script.runInThisContext() as (exports: object, require: NodeJS.Require, module: object, file: string, folder: string) => void;
  run(module.exports, requireFor(file), module, file, path.dirname(file));
  return { exports: module.exports as Exports, script };
}

/** What stands beside a script is loaded as the script itself is. */
function requireFor(file: string): NodeJS.Require {
  const require = createRequire(file);
  const load = (id: string): unknown => (id.startsWith('./') ? compiledModule(path.join(path.dirname(file), id)).exports : require(id));
  return Object.assign(load, require);
}

/**
 * Keeps what V8 has compiled so far beside the script, whole or not at all.
 *
 * @param script of {@link compiledModule}, after the functions that are to be kept have been called
 */
export function keepCompiled(file: string, script: Script): void {
  const kept = Buffer.concat([script.createCachedData(), readFileSync(file)]);
  writeFileSync(`${compiledFile(file)}.new`, deflateSync(kept, { level: 0 }));
  renameSync(`${compiledFile(file)}.new`, compiledFile(file));
}

export function compiledFile(file: string): string {
  return `${file}.v8`;
}

/**
 * V8 itself tells a script by its length alone, and runs code that was damaged into a loop without end: so the code is kept with the
 * text it was made of, in a stream of zlib, whose sum is looked at while it is read.
 */
function kept(file: string, text: Buffer): Buffer | undefined {
  try {
    const stream = readFileSync(compiledFile(file));
    const both = inflateSync(stream, { chunkSize: stream.length });
    const length = both.length - text.length;
    return length > 0 && both.subarray(length).equals(text) ? both.subarray(0, length) : undefined;
  } catch {
    // Not built here, taken away, or damaged: the script is compiled from its text.
    return undefined;
  }
}
