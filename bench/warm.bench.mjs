/** The published appendix checked again and again in one warm process: rules, words and report, without reading the file. */
import { readFileSync } from 'node:fs';
import { line, median } from './measure.mjs';

const { plainUnpacker } = await import('#adapters/xlsx/plain-unpacker');
const { readWorkbook } = await import('#adapters/xlsx/read-workbook');
const { knownTemplates } = await import('#app/known-templates');
const { checkWorkbook } = await import('#core/check');
const { vi } = await import('#words/vi');

const bytes = new Uint8Array(readFileSync('test/fixtures/phu-luc-2020.xlsx'));
const { sheets } = await readWorkbook(bytes, 'phu-luc-2020.xlsx', plainUnpacker);
const once = () => {
  const from = process.hrtime.bigint();
  checkWorkbook(sheets, { templates: knownTemplates() }, vi.words);
  return Number(process.hrtime.bigint() - from) / 1e6;
};
for (let i = 0; i < 300; i += 1) once();
const times = Array.from({ length: 200 }, once);
console.log('The 2020 appendix, 80 indicators, warm (median and least of 200)');
line('check', `${median(times).toFixed(2)} / ${Math.min(...times).toFixed(2)} ms`, 'bar ≤ 5 ms');
