/** The published national appendix of 2020, in three forms, against what docs/published-2020.md works out by hand. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { diskFiles } from '#adapters/disk/workbook-files';
import { checkFiles } from '#app/check-files';
import { knownTemplates } from '#app/known-templates';
import type { Diagnosis, Finding, SheetReport } from '#core/report';
import { expectValidReport } from '#test/report-schema';
import { en } from '#words/en';
import { vi } from '#words/vi';

interface Worked {
  readonly cell: string;
  readonly kind: string;
  readonly grade: 'exact' | 'truncated' | 'last-digit' | 'wrong';
  readonly expected: { readonly from: string; readonly to: string } | null;
}

const worked = JSON.parse(readFileSync('test/fixtures/phu-luc-2020.expected.json', 'utf8')) as Worked[];
const golden = JSON.parse(readFileSync('test/fixtures/phu-luc-2020.findings.json', 'utf8')) as unknown;
const goldenDiagnoses = JSON.parse(readFileSync('test/fixtures/phu-luc-2020.diagnoses.json', 'utf8')) as unknown;
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

describe.each(FORMS)('%s', (form) => {
  test('[C4][D3] names the wrong cells of the golden file, with their causes and figures', async () => {
    const { diagnoses, findings } = await sheetOf(form);
    expect(briefly(diagnoses, findings)).toEqual(goldenDiagnoses);
  });
});

/** By cell and without their confidence: how a form writes its figures moves that by a hundredth. */
function briefly(diagnoses: readonly Diagnosis[], findings: readonly Finding[]): object[] {
  const names = new Map(findings.map(({ id, rule, cell }) => [id, `${rule} ${cell}`]));
  const repair = (cells: Diagnosis['cells']): string => cells.map(({ cell, found, proposal, cause }) => `${cell} ${found ?? ''} → ${proposal ?? ''} ${cause}`).join(', ');
  const lines = diagnoses.map(({ cells, explains, what, todo, alternatives }) => ({ repair: repair(cells), explains: explains.map((id) => names.get(id)), what, todo, alternatives: alternatives.map((one) => repair(one.cells)) }));
  return lines.toSorted((a, b) => (a.repair < b.repair ? -1 : 1));
}

test('[C4][D5] 17 diagnoses explain the 17 errors, and none the flows, the units or a note', async () => {
  const { diagnoses, findings } = await sheetOf('phu-luc-2020.xlsx');
  expect(diagnoses).toHaveLength(17);
  const explained = diagnoses.flatMap(({ explains }) => explains);
  expect(new Set(explained).size).toBe(explained.length);
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ id }) => id);
  expect(explained.filter((id) => !errors.includes(id)).map((id) => findings.find((one) => one.id === id)?.cell)).toEqual(['E32']);
  expect(errors.filter((id) => !explained.includes(id))).toEqual([]);
});

test('[C4][D3] the causes that the printed figures prove are named', async () => {
  const { diagnoses } = await sheetOf('phu-luc-2020.xlsx');
  const causes = new Map(diagnoses.map(({ cells: [first] }) => [first?.cell, first?.cause]));
  const proved = { F53: 'growth-for-ratio', F74: 'growth-for-ratio', F61: 'wrong-base', F66: 'copied-from-neighbour', G32: 'tenfold', E36: 'level-for-change', D101: 'transposed-digits' };
  for (const [cell, cause] of Object.entries(proved)) expect([cell, causes.get(cell)]).toEqual([cell, cause]);
});

test('[D4] reads as one sentence, in both languages', async () => {
  const sentence = async (texts: typeof vi): Promise<string | undefined> => {
    const report = await checkFiles(['test/fixtures/phu-luc-2020.xlsx'], { files: diskFiles(), texts, options: { templates: knownTemplates() } });
    return report.files[0]?.sheets[0]?.diagnoses.find(({ cells: [first] }) => first?.cell === 'F53')?.what;
  };
  expect(await sentence(vi)).toBe('Tỷ lệ so với năm 2019 ghi 20,0%; theo số liệu của biểu phải là 120,0% (102 / 85); 20,0% là mức tăng.');
  expect(await sentence(en)).toBe('The ratio to 2019 says 20.0%; by the table\'s own figures it is 120.0% (102 / 85); 20.0% is the growth.');
});

test('[D4] says of a tie that it is one, and chooses none', async () => {
  const { diagnoses } = await sheetOf('phu-luc-2020.xlsx');
  const sum = diagnoses.find(({ cells: [first] }) => first?.cell === 'D75');
  expect(sum?.what).toBe('Tổng ghi 119.399, nhưng 2 phần cộng lại được 119.381 (lệch +18).');
  expect(sum?.todo).toBe('Đối chiếu số liệu gốc rồi chọn một: sửa D75 thành 50.786; hoặc sửa D76 thành 68.631.');
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
