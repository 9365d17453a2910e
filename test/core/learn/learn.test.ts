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
import { labelledLayouts } from '#test/layouts/labelled';
import { read } from '#test/adapters/xlsx/patch/harness';
import { filledGrids } from '#test/core/new/filled';
import { drawing } from '#test/draw/drawing';
import { appendix } from '#test/generate/appendix';
import { randomLayout, type LayoutFigure, type RandomLayout } from '#test/generate/random-layout';
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

test('[L7] learned layout › what is inferred gives warnings, and errors once its mark is taken away', () => {
  const { grid } = drawing(OWN.replace('| 70      |', '| 71      |'));
  const { template } = relearned(tableIn(drawing(OWN).grid));
  const severities = (one: Template): string[] => checkWorkbook([grid], { templates: [], template: one }, vi.words).flatMap(({ findings }) => findings.filter(({ rule }) => rule === 'sum-of-parts').map(({ severity }) => severity));
  expect(severities(template)).toEqual(['warning']);
  const confirmed = { ...template, sections: template.sections.map((section) => ({ ...section, rows: section.rows.map((row) => ({ ...row, inferred: [] })) })) };
  expect(severities(confirmed)).toEqual(['error']);
  const rate = drawing(OWN.replace('| 62,5 ', '| 52,5 ')).grid;
  const ofRate = (one: Template): string[] => checkWorkbook([rate], { templates: [], template: one }, vi.words).flatMap(({ findings }) => findings.filter(({ rule }) => rule === 'rate-of-rows').map(({ severity }) => severity));
  expect([ofRate(template), ofRate(confirmed)]).toEqual([['warning'], ['error']]);
});

test('[L7] learned layout › a rate that two denominators would give, or that its rows do not give, is left alone', () => {
  const rows = (rate: string, second: string): string => `TT | Chỉ tiêu | ĐVT | TH 2024\n1 | Tổng số HTX | HTX | 120\n2 | Số HTX có trụ sở | HTX | ${second}\n3 | HTX hoạt động tốt | HTX | 75\n | Tỷ lệ | % | ${rate}`;
  const rateOf = (text: string): unknown => rowsOf(relearned(tableIn(drawing(text).grid)).template).at(-1)?.rateOf;
  expect(rateOf(rows('62,5', '110'))).toEqual({ numerator: 'R.3', denominator: 'R.1' });
  expect(rateOf(rows('62,5', '120'))).toBeUndefined();
  expect(rateOf(rows('26,5', '110'))).toBeUndefined();
});

test('[L6] learned layout › on a sheet of a known template its rows keep ids, units and relations, and the check finds the same', async () => {
  const { sheets } = await read(new Uint8Array(readFileSync('test/fixtures/phu-luc-2020.xlsx')));
  const [grid] = sheets;
  if (grid === undefined) throw new Error('No sheet');
  const { template, known } = relearned(tableIn(grid, knownTemplates()));
  expect(known).toBe(80);
  const [published] = knownTemplates() as readonly [Template];
  expect(rowsOf(template).map(({ id }) => id)).toEqual(rowsOf(published).map(({ id }) => id));
  expect(rowsOf(template).every(({ inferred }) => inferred === undefined)).toBe(true);
  expect(template.columns).toEqual(published.columns);
  expect(template.title).toEqual(['PHỤ LỤC', published.title[1], '(kèm theo Báo cáo số …… ngày …… của BCH Liên minh HTX Việt Nam)']);
  expect(found(checkWorkbook(sheets, { templates: [], template }, vi.words))).toEqual(found(checkWorkbook(sheets, { templates: knownTemplates() }, vi.words)));
});

test('[L6] learned layout › relations to rows that a sheet of a known template lacks are left out, and rows of its own are added', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const { grid } = appendix(seed, { absent: 0.2, interrupted: 0, right: 0 });
    const table = tableIn(grid, knownTemplates());
    if (table.recognition === null) continue;
    const { template } = relearned(table);
    expect([seed, tableIn(grid, [template]).recognition?.confidence]).toEqual([seed, 100]);
  }
  const own = drawing('IV | HOẠT ĐỘNG QUỸ HỖ TRỢ HTX | |\n1 | Thành lập Quỹ Hỗ trợ HTX địa phương | Quỹ | 55\n2 | Vốn của Quỹ | tỷ đồng | 300').grid;
  const [published] = knownTemplates() as readonly [Template];
  const [table] = tablesOf(own, { templates: [], template: published });
  if (table === undefined) throw new Error('No table');
  expect(rowsOf(relearned(table).template).map(({ id, name }) => `${id} ${name}`)).toEqual(['IV.1 Thành lập Quỹ Hỗ trợ HTX địa phương', 'IV.2 Vốn của Quỹ']);
});

/** The first figure, typed wrongly. */
function slipped({ figures }: RandomLayout): LayoutFigure | undefined {
  const [first] = figures.values();
  return first && { ...first, value: first.value * 3 + 7 };
}

test('[L6] learned layout › random layouts are recognised wholly by what was learnt from them, and the check finds the same, errors included', () => {
  const failed: string[] = [];
  let warned = 0;
  for (let seed = 1; seed <= 150; seed += 1) {
    const layout = randomLayout(seed);
    const { template } = relearned(tableIn(layout.gridWith()));
    const grid = layout.gridWith(seed % 2 === 0 ? undefined : slipped(layout));
    const table = tableIn(grid, [template]);
    const [before, after] = [found(checkWorkbook([grid], { templates: [] }, vi.words)), found(checkWorkbook([grid], { templates: [], template }, vi.words))];
    warned += before.length;
    if (table.recognition?.confidence !== 100 || before.join('\n') !== after.join('\n')) failed.push([`seed ${seed}`, drawn(grid), ...before, '', ...after].join('\n'));
  }
  expect(failed.slice(0, 1).join('\n')).toBe('');
  expect(warned).toBeGreaterThan(50);
});

test('[L6] learned layout › each layout of the labelled set gives a template that fits the schema and its own sheet', () => {
  for (const { file, grids } of labelledLayouts()) {
    for (const grid of grids) {
      for (const table of tablesOf(grid, { templates: knownTemplates() })) {
        const { template } = relearned(table);
        const again = tablesOf(grid, { templates: [], template })[table.index];
        const indicators = table.rows.filter(({ kind }) => kind === 'indicator').length;
        const matched = [...(again?.recognition?.matches.keys() ?? [])].filter(({ kind }) => kind === 'indicator').length;
        expect([file, table.range, matched]).toEqual([file, table.range, indicators]);
      }
    }
  }
});

test('[L6] learned layout › a form made from it is read as the layout that it was learnt from', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const table = tableIn(randomLayout(seed).gridWith());
    const { template } = relearned(table);
    const { forms: [form] } = newBook({ template, year: 2031, base: 'columns', sources: [], office: '', isLocked: false, taken: [] });
    const [grid] = form === undefined ? [] : filledGrids([form], () => 1);
    expect([seed, grid && tableIn(grid, [template]).recognition?.confidence]).toEqual([seed, 100]);
  }
});

test('[L6] learned layout › hostile words stay within what a template holds', () => {
  const names = ['__proto__', 'constructor', '{year}', '{{{', 'x'.repeat(600), '=cmd|x', '\u0000\u202E', '<script>', '…', 'năm 2020 {year-9}'];
  const text = names.map((name, i) => [String(i + 1), name, i % 2 === 0 ? '__proto__' : 'y'.repeat(90), 5 + i]);
  const grid = gridOf('Bảng', [['TT', 'Chỉ tiêu', 'ĐVT', 'TH 2020'], ...text]);
  const { template } = relearned(tableIn(grid));
  expect(rowsOf(template)).toHaveLength(names.length);
  expect(rowsOf(template).map(({ name }) => name).slice(0, 4)).toEqual(['__proto__', 'constructor', '(year)', '(((']);
  expect(tableIn(grid, [template]).recognition?.confidence).toBeGreaterThanOrEqual(80);
});

test('[L1] template text › reads back as the template that it was written from', () => {
  for (const template of knownTemplates()) expect(templateText(readTemplate(JSON.parse(templateText(template))))).toBe(templateText(template));
});
