/** 63 provinces' workbooks: checked by the command line, against exceljs merely reading them. */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inTurn, line, root, scratch } from './measure.mjs';

const folder = path.join(scratch, 'provinces');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (let i = 1; i <= 63; i += 1) cpSync(path.join(root, 'test/fixtures/phu-luc-2020.xlsx'), path.join(folder, `tinh-${String(i).padStart(2, '0')}.xlsx`));

const check = ['dist/cli/phuluc.cjs', 'check', folder, '--format', 'json'];
const { a, b, ratio } = inTurn(5, check, ['bench/read-exceljs.mjs', folder]);
console.log('63 workbooks of 99 rows (whole processes, medians of 5)');
line('phuluc check, CPU', `${a.cpu.toFixed(0)} ms`);
line('exceljs, reading only, CPU', `${b.cpu.toFixed(0)} ms`);
line('ratio', ratio('cpu').toFixed(2), 'bar < 1');
line('peak memory, phuluc / exceljs', `${a.peak.toFixed(0)} / ${b.peak.toFixed(0)} MB`);
