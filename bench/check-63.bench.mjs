/** 63 provinces' workbooks: checked by the command line, against exceljs merely reading them. */
import { inTurn, line } from './measure.mjs';
import { drawnProvinces, publishedProvinces } from './provinces.mjs';

const SETS = [
  ['63 different workbooks of some 90 rows, none to three errors each', await drawnProvinces()],
  ['63 copies of the published appendix, 17 errors each', publishedProvinces()],
];
for (const [title, folder] of SETS) {
  console.log(`${title} (whole processes, medians of 9)`);
  for (const format of ['text', 'json']) {
    const { a, b, ratio } = inTurn(9, ['dist/cli/phuluc.cjs', 'check', folder, '--format', format], ['bench/read-exceljs.mjs', folder]);
    line(`phuluc check as ${format} / exceljs reading only, CPU`, `${a.cpu.toFixed(0)} / ${b.cpu.toFixed(0)} ms`);
    line('  ratio', ratio('cpu').toFixed(2), 'bar < 1');
    line('  peak memory, phuluc / exceljs', `${a.peak.toFixed(0)} / ${b.peak.toFixed(0)} MB`);
  }
}
