/** The published national appendix of 2020, in three forms, against what docs/published-2020.md works out by hand. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { diskFiles } from '#adapters/disk/workbook-files';
import { checkFiles } from '#app/check-files';
import { knownTemplates } from '#app/known-templates';
import type { Finding, SheetReport } from '#core/report';
import { expectValidReport } from '#test/report-schema';
import { vi } from '#words/vi';

interface Worked {
  readonly cell: string;
  readonly kind: string;
  readonly grade: 'exact' | 'truncated' | 'last-digit' | 'wrong';
  readonly expected: { readonly from: string; readonly to: string } | null;
}

const worked = JSON.parse(readFileSync('test/fixtures/phu-luc-2020.expected.json', 'utf8')) as Worked[];
const golden = JSON.parse(readFileSync('test/fixtures/phu-luc-2020.findings.json', 'utf8')) as unknown;
const FORMS = ['phu-luc-2020.tsv', 'phu-luc-2020.xlsx', 'phu-luc-2020-text.xlsx'];

async function sheetOf(form: string): Promise<SheetReport> {
  const report = await checkFiles([`test/fixtures/${form}`], { files: diskFiles(), texts: vi, options: { templates: knownTemplates() } });
  expectValidReport(report);
  const sheet = report.files[0]?.sheets[0];
  if (sheet === undefined) throw new Error(`${form} has no table`);
  return sheet;
}

/** Which of the product's rules speak of each kind that the document works out. */
const RULES: Readonly<Record<string, readonly string[]>> = {
  ratio: ['ratio-of-base'], attainment: ['attainment'], sum: ['sum-of-parts'], rate: ['rate-of-rows'], 'rate-change': ['change-of-rate'],
  'negative-base': ['negative-base'], 'of-which': ['subset-of-whole'], flow: ['stock-and-flow'],
};

describe.each(FORMS)('%s', (form) => {
  test('[C4] reads as the published layout', async () => {
    expect(await sheetOf(form)).toMatchObject({ table: 'A4:H105', template: { id: 'lmhtxvn-2020', confidence: 1 }, year: 2020, columns: { ordinal: 'A', indicator: 'B', unit: 'C', actual: 'D', change: 'E', ratio: 'F', 'plan-change': 'G', attainment: 'H' } });
  });

  test.each(worked.filter(({ kind }) => kind in RULES).map((one) => [`${one.cell} ${one.kind} is ${one.grade}`, one] as const))('[C4] %s', async (_, { cell, kind, grade, expected }) => {
    const { findings } = await sheetOf(form);
    const found = findings.filter((finding) => finding.cell === cell && RULES[kind]?.includes(finding.rule));
    expect(found.map(gradeOf)).toEqual(grade === 'exact' ? [] : [grade === 'wrong' ? 'accused' : 'noted']);
    if (grade !== 'exact' && expected !== null) expect(found[0]?.expected).toEqual(expected);
  });

  test('[C4] gives the findings of the golden file, and no others but those about how text is written', async () => {
    const { findings } = await sheetOf(form);
    expect(findings.filter(({ rule }) => rule !== 'mixed-notation').map(brief)).toEqual(golden);
    const written = findings.filter(({ rule }) => rule === 'mixed-notation').map(({ cell, found }) => `${cell} ${found ?? ''}`);
    expect(written).toEqual(form === 'phu-luc-2020.xlsx' ? [] : ['D101 1437']);
  });
});

function gradeOf({ severity }: Finding): 'noted' | 'accused' {
  return severity === 'note' ? 'noted' : 'accused';
}

function brief({ rule, severity, cell, related, what, expected }: Finding): object {
  return { rule, severity, cell, related, what, expected };
}

test('[C4] 17 errors: 14 ratios, a sum, a rate, a negative base', async () => {
  const { findings } = await sheetOf('phu-luc-2020.xlsx');
  const counts: Record<string, number> = {};
  for (const { rule } of findings.filter(({ severity }) => severity === 'error')) counts[rule] = (counts[rule] ?? 0) + 1;
  expect(counts).toEqual({ 'ratio-of-base': 11, attainment: 3, 'sum-of-parts': 1, 'rate-of-rows': 1, 'negative-base': 1 });
});
