import { expect, test } from '@jest/globals';
import { checkWorkbook } from '#core/check';
import { readTemplate } from '#core/layout/read-template';
import { tablesOf } from '#core/layout/table';
import type { Template } from '#core/layout/template';
import { templateText } from '#core/layout/template-text';
import { inferredRelations, withoutRelations } from '#core/learn/inferred-relations';
import { learned } from '#core/learn/learn';
import { drawing } from '#test/draw/drawing';
import { en } from '#words/en';
import { relationLines } from '#words/learned-relations';
import { vi } from '#words/vi';

const TABLE = `
TT | Chỉ tiêu                | ĐVT     | TH 2023 | TH 2024
1  | Tổng số HTX             | HTX     | 100     | 120
-  | Nông nghiệp             | HTX     | 70      | 80
-  | Phi nông nghiệp         | HTX     | 30      | 40
2  | HTX thành lập mới       | HTX     | 12      | 26
3  | HTX giải thể            | HTX     | 4       | 6
4  | HTX hoạt động tốt       | HTX     | 60      | 75
   | Tỷ lệ HTX hoạt động tốt | %       | 60      | 62,5
5  | Doanh thu bình quân     | tr đồng | 900     | 990
   | Trong đó: bán lẻ        | tr đồng | 400     | 430`;
const grid = (text = TABLE): ReturnType<typeof drawing>['grid'] => drawing(text).grid;

function learnt(): Template {
  const [table] = tablesOf(grid(), { templates: [] });
  if (table === undefined) throw new Error('no table');
  return learned(table, { id: 'mau', name: 'Mẫu' }).template;
}

test('[L8] inferred relations › each is one line in plain words, with a key of its own', () => {
  const lines = relationLines(learnt(), vi.learn.relation);
  expect(lines.map(({ line }) => line)).toEqual([
    '1 Tổng số HTX = Nông nghiệp + Phi nông nghiệp',
    '1 Tổng số HTX = số năm trước + 2 HTX thành lập mới − 3 HTX giải thể',
    'Tỷ lệ HTX hoạt động tốt = 4 HTX hoạt động tốt / 1 Tổng số HTX × 100%',
    'Trong đó: bán lẻ: không quá 5 Doanh thu bình quân',
  ]);
  expect(new Set(lines.map(({ key }) => key)).size).toBe(4);
  expect(relationLines(learnt(), en.learn.relation).map(({ key }) => key)).toEqual(lines.map(({ key }) => key));
});

test('[L8] inferred relations › whichever are left out, the others stay, marked as they were, and the template is read again', () => {
  const all = inferredRelations(learnt()).map(({ key }) => key);
  for (let choice = 0; choice < 1 << all.length; choice += 1) {
    const left = new Set(all.filter((_, i) => (choice & (1 << i)) !== 0));
    const template = readTemplate(JSON.parse(templateText(withoutRelations(learnt(), left))) as unknown);
    expect(inferredRelations(template).map(({ key }) => key)).toEqual(all.filter((key) => !left.has(key)));
    const kept = template.sections.flatMap(({ rows }) => rows).flatMap((row) => (['parts', 'ofWhich', 'rateOf', 'flow'] as const).filter((name) => JSON.stringify(row[name] ?? []) !== '[]').map((name) => `${name} ${row.id}`));
    expect(kept.toSorted()).toEqual(all.filter((key) => !left.has(key)).toSorted());
  }
});

test('[L8] inferred relations › what is left out is not checked, nor inferred anew; what nobody inferred stays', () => {
  const wrong = grid(TABLE.replace('30      | 40', '30      | 41').replace('60      | 62,5', '60      | 72,5'));
  const rulesBy = (template: Template): string[] => checkWorkbook([wrong], { templates: [template], template }, vi.words).flatMap(({ findings }) => findings.map(({ rule, severity }) => `${rule} ${severity}`));
  const all = inferredRelations(learnt());
  expect(rulesBy(learnt())).toEqual(expect.arrayContaining(['sum-of-parts warning', 'rate-of-rows warning']));
  expect(rulesBy(withoutRelations(learnt(), new Set(all.flatMap(({ key, relation }) => (relation === 'parts' ? [key] : [])))))).toEqual(['rate-of-rows warning']);
  expect(rulesBy(withoutRelations(learnt(), new Set(all.map(({ key }) => key))))).toEqual([]);
  const declared: Template = { ...learnt(), sections: learnt().sections.map((section) => ({ ...section, rows: section.rows.map((row) => ({ ...row, inferred: [] })) })) };
  expect(withoutRelations(declared, new Set(all.map(({ key }) => key)))).toEqual(declared);
});
