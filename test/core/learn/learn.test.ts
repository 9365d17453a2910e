import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from '@jest/globals';
import { knownTemplates } from '#app/known-templates';
import { checkWorkbook } from '#core/check';
import { readTemplate } from '#core/layout/read-template';
import { tablesOf, type Table } from '#core/layout/table';
import type { Indicator, Template } from '#core/layout/template';
import { templateText } from '#core/layout/template-text';
import { learned, type Learned } from '#core/learn/learn';
import { newBook } from '#core/new/new-book';
import type { SheetReport } from '#core/report';
import { gridOf, type Grid } from '#core/table/grid';
import { read } from '#test/adapters/xlsx/patch/harness';
import { drawing } from '#test/draw/drawing';
import { appendix } from '#test/generate/appendix';
import { randomLayout } from '#test/generate/random-layout';
import { drawn } from '#test/generate/sheet';
import { vi } from '#words/vi';

const SCHEMA = JSON.parse(readFileSync('templates/template.schema.json', 'utf8')) as object;
const fits = new Ajv2020({ strict: false }).compile(SCHEMA);

function tableIn(grid: Grid, templates: readonly Template[] = []): Table {
  const [table] = tablesOf(grid, { templates });
  if (table === undefined) throw new Error(`No table in\n${drawn(grid)}`);
  return table;
}

/** Learnt, written, held against the schema, and read again. */
function relearned(table: Table): Learned {
  const made = learned(table, { id: 'mau', name: 'Mẫu' });
  const json = JSON.parse(templateText(made.template)) as unknown;
  expect([fits(json), fits.errors]).toEqual([true, null]);
  return { ...made, template: readTemplate(json) };
}

function rowsOf({ sections }: Template): readonly Indicator[] {
  return sections.flatMap(({ rows }) => rows);
}

/** Everything found but what only a template can tell. */
function found(reports: readonly SheetReport[]): string[] {
  return reports.flatMap(({ findings }) => findings.map(({ rule, cell, severity, expected, related }) => `${cell} ${rule} ${severity} ${JSON.stringify(expected)} ${related.join(' ')}`));
}

const OWN = `
TT | Chỉ tiêu                      | ĐVT     | TH 2023 | KH 2024 | Ước TH 2024 | ƯTH 2024/TH 2023 (%) | KH 2025 | Ghi chú
A  | KINH TẾ TẬP THỂ               |         |         |         |             |                      |         |
1  | Tổng số HTX                   | HTX     | 100     | 118     | 120         | 120                  | 130     |
-  | Nông nghiệp                   | HTX     | 70      | 80      | 80          | 114,3                | 85      |
-  | Phi nông nghiệp               | HTX     | 30      | 38      | 40          | 133,3                | 45      |
2  | HTX thành lập mới             | HTX     | 12      | 25      | 26          | 216,7                | 20      |
3  | HTX giải thể                  | HTX     | 4       | 7       | 6           | 150                  | 10      |
4  | HTX hoạt động tốt năm 2024    | HTX     | 60      | 66      | 75          | 125                  | 80      |
   | Tỷ lệ HTX hoạt động tốt       | %       | 60      | 55,9    | 62,5        | 104,2                | 61,5    |
5  | Doanh thu bình quân           | tr đồng | 900     | 950     | 990         | 110                  | 1000    |
   | Trong đó: bán cho xã viên     | tr đồng | 400     | 420     | 430         | 107,5                | 440     |`;

test('[L6] learned layout › columns, sections, rows, units and kinds are the sheet\'s; the years move with the report', () => {
  const { template, known } = relearned(tableIn(drawing(OWN).grid));
  expect(known).toBe(0);
  expect(template.columns.map(({ role, header }) => `${role}: ${header.join(' › ')}`)).toEqual([
    'ordinal: TT', 'indicator: Chỉ tiêu', 'unit: ĐVT', 'actual: TH {year-1}', 'plan: KH {year}', 'estimate: Ước TH {year}', 'ratio: ƯTH {year}/TH {year-1} (%)', 'plan: KH {year+1}', 'other: Ghi chú',
  ]);
  expect(rowsOf(template).map(({ id, ordinal, name, unit, kind, parent }) => [id, ordinal, name, unit, kind, parent ?? ''].join(' | '))).toEqual([
    'A.1 | 1 | Tổng số HTX | HTX | count | ', 'A.1.1 | - | Nông nghiệp | HTX | count | A.1', 'A.1.2 | - | Phi nông nghiệp | HTX | count | A.1',
    'A.2 | 2 | HTX thành lập mới | HTX | count | ', 'A.3 | 3 | HTX giải thể | HTX | count | ', 'A.4 | 4 | HTX hoạt động tốt năm {year} | HTX | count | ',
    'A.4.1 |  | Tỷ lệ HTX hoạt động tốt | % | rate | A.4', 'A.5 | 5 | Doanh thu bình quân | tr đồng | amount | ', 'A.5.1 |  | Trong đó: bán cho xã viên | tr đồng | amount | A.5',
  ]);
  expect(template.requiredColumns).toEqual(['indicator', 'unit', 'actual', 'ratio']);
});

test('[L7] learned layout › relations are inferred, and marked so', () => {
  const { template } = relearned(tableIn(drawing(OWN).grid));
  const relations = rowsOf(template).filter(({ inferred }) => inferred !== undefined).map(({ id, parts, ofWhich, rateOf, flow, inferred }) => ({ id, parts, ofWhich: ofWhich?.length === 0 ? undefined : ofWhich, rateOf, flow, inferred }));
  expect(relations).toEqual([
    { id: 'A.1', parts: ['A.1.1', 'A.1.2'], flow: { opened: 'A.2', closed: 'A.3' }, inferred: ['parts', 'flow'] },
    { id: 'A.4.1', rateOf: { numerator: 'A.4', denominator: 'A.1' }, inferred: ['rateOf'] },
    { id: 'A.5', ofWhich: ['A.5.1'], inferred: ['ofWhich'] },
  ]);
});

test('x', async () => {
  const { sheets } = await read(new Uint8Array(readFileSync('test/fixtures/phu-luc-2020.xlsx')));
  const { template } = relearned(tableIn(sheets[0]!, knownTemplates()));
  const before = found(checkWorkbook(sheets, { templates: knownTemplates() }, vi.words));
  const after = found(checkWorkbook(sheets, { templates: [], template }, vi.words));
  expect(after).toEqual(before);
  let bad = 0;
  for (let seed = 1; seed <= 200; seed += 1) {
    const grid = randomLayout(seed).gridWith();
    const table = tableIn(grid);
    const { template: own } = relearned(table);
    const again = tableIn(grid, [own]);
    const a = found(checkWorkbook([grid], { templates: [] }, vi.words)), b = found(checkWorkbook([grid], { templates: [], template: own }, vi.words));
    if (JSON.stringify(a) !== JSON.stringify(b) || again.recognition?.confidence !== 100) { bad += 1; if (bad < 4) console.log(seed, again.recognition?.confidence, drawn(grid), a, b, templateText(own).slice(0, 1500)); }
  }
  console.log(bad);
});
