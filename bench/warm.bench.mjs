/** The published appendix checked again and again in one warm process, without reading the file: rules, words and report, then diagnoses too. */
import { readFileSync } from 'node:fs';
import { line, median } from './measure.mjs';

const { plainUnpacker } = await import('#adapters/xlsx/plain-unpacker');
const { readWorkbook } = await import('#adapters/xlsx/read-workbook');
const { knownTemplates } = await import('#app/known-templates');
const { checkWorkbook } = await import('#core/check');
const { vi } = await import('#words/vi');

const bytes = new Uint8Array(readFileSync('test/fixtures/phu-luc-2020.xlsx'));
const { sheets } = await readWorkbook(bytes, 'phu-luc-2020.xlsx', plainUnpacker);
const { DiagnosisMemory } = await import('#core/localise/memory');

function once(memory) {
  const from = process.hrtime.bigint();
  checkWorkbook(sheets, { templates: knownTemplates() }, vi.words, { memory });
  return Number(process.hrtime.bigint() - from) / 1e6;
}

console.log('The 2020 appendix, 80 indicators, warm (median and least of 200)');
// A memory that knows every contradiction leaves the rules and their words, and what a re-check costs the panel.
for (const [what, memory, bar] of [['check with its 17 diagnoses', null, 12], ['the same with diagnoses remembered: the rules', new DiagnosisMemory(), 5]]) {
  for (let i = 0; i < 300; i += 1) once(memory);
  const times = Array.from({ length: 200 }, () => once(memory));
  line(what, `${median(times).toFixed(2)} / ${Math.min(...times).toFixed(2)} ms`, `bar ≤ ${bar} ms`);
}
