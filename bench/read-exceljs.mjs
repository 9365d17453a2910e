/** What `check` is measured against: exceljs reading the same workbooks, and nothing else. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';

const [folder] = process.argv.slice(2);
for (const name of readdirSync(folder)) await new ExcelJS.Workbook().xlsx.readFile(path.join(folder, name));
