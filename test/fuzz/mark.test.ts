import { expect, test } from '@jest/globals';
import { nodeUnpacker } from '#adapters/disk/node-unpacker';
import { diskStore } from '#adapters/disk/workbook-store';
import { readWorkbook } from '#adapters/xlsx/read-workbook';
import { knownTemplates } from '#app/known-templates';
import { markFile, unmarkFile } from '#app/mark-file';
import { UnreadableFileError } from '#ports/workbook-files';
import type { WorkbookStore } from '#ports/workbook-store';
import { changedParts } from '#test/adapters/xlsx/patch/harness';
import { mutant } from '#test/fuzz/mutations';
import { vi } from '#words/vi';

const MUTANTS = 250;

/** Files in memory. */
function memory(files: Map<string, Uint8Array>): WorkbookStore {
  return {
    ...diskStore(),
    bytes: (file) => Promise.resolve(files.get(file) ?? new Uint8Array()),
    save: (file, bytes) => Promise.resolve(void files.set(file, bytes)),
  };
}

test('[M1][M2] a mutated workbook is marked, read again and given back, or refused with its reason', async () => {
  const outcomes = { marked: 0, refused: 0 };
  for (let seed = 1; seed <= MUTANTS; seed += 1) {
    const files = new Map([['a.xlsx', mutant(seed).bytes]]);
    const store = memory(files);
    try {
      await markFile('a.xlsx', 'b.xlsx', 'a.xlsx', { store, texts: vi, options: { templates: knownTemplates() } });
      await unmarkFile('b.xlsx', 'c.xlsx', store);
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw new Error(`Mutant ${seed} was neither marked nor refused`, { cause: error });
      // What was written must be readable: a refusal is that of the mutant, never of the copy.
      expect([seed, files.has('b.xlsx')]).toEqual([seed, false]);
      outcomes.refused += 1;
      continue;
    }
    outcomes.marked += 1;
    await readWorkbook(files.get('b.xlsx') ?? new Uint8Array(), 'b.xlsx', nodeUnpacker);
    expect([seed, changedParts(files.get('a.xlsx') ?? new Uint8Array(), files.get('c.xlsx') ?? new Uint8Array())]).toEqual([seed, []]);
  }
  expect(outcomes.marked).toBeGreaterThan(MUTANTS / 4);
  expect(outcomes.refused).toBeGreaterThan(MUTANTS / 10);
}, 120_000);
