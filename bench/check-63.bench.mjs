/** 63 provinces' workbooks: checked by the command line, against exceljs merely reading them. */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inTurn, line, root, scratch } from './measure.mjs';

const folder = path.join(scratch, 'provinces');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (let i = 1; i <= 63; i += 1) cpSync(path.join(root, 'test/fixtures/phu-luc-2020.xlsx'), path.join(folder, `tinh-${String(i).padStart(2, '0')}.xlsx`));

console.log('63 workbooks of 99 rows, 34 findings each (whole processes, medians of 9)');
for (const format of ['text', 'json']) {
  const { a, b, ratio } = inTurn(9, ['dist/cli/phuluc.cjs', 'check', folder, '--format', format], ['bench/read-exceljs.mjs', folder]);
  line(`phuluc check as ${format} / exceljs reading only, CPU`, `${a.cpu.toFixed(0)} / ${b.cpu.toFixed(0)} ms`);
  line('  ratio', ratio('cpu').toFixed(2), 'bar < 1');
  line('  peak memory, phuluc / exceljs', `${a.peak.toFixed(0)} / ${b.peak.toFixed(0)} MB`);
}
