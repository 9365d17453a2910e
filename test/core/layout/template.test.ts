import { describe, expect, test } from '@jest/globals';
import { knownTemplates } from '#app/known-templates';
import { readTemplate } from '#core/layout/read-template';
import { unitKind } from '#core/layout/units';
import lmhtxvn2020 from '#templates/lmhtxvn-2020';

const row = { id: 'I.1', ordinal: '1', name: 'Tổng số HTX', unit: 'HTX', kind: 'count', polarity: 'more' };
const part = { ...row, id: 'I.1.1', ordinal: '-', name: 'Nông nghiệp', parent: 'I.1' };

/** A template of one section with the given rows. */
function template(...rows: readonly object[]): object {
  return {
    version: 1, id: 'thu', name: { vi: 'Thử', en: 'Trial' }, title: ['PHỤ LỤC'], columns: [{ role: 'indicator', header: ['Chỉ tiêu'] }], requiredColumns: ['indicator'],
    sections: [{ id: 'I', ordinal: 'I', name: 'HỢP TÁC XÃ', rows }],
  };
}

describe('templates', () => {
  test('[L1] the published layout has 80 rows in five sections, two of them headings, each id once', () => {
    const [published] = knownTemplates();
    const rows = published?.sections.flatMap((section) => section.rows) ?? [];
    const figures = rows.filter(({ kind }) => kind !== 'heading');
    expect([published?.id, published?.sections.map(({ ordinal }) => ordinal), rows.length - figures.length, new Set(rows.map(({ id }) => id)).size]).toEqual(['lmhtxvn-2020', ['I', 'II', 'III', 'IV', 'V'], 2, 80]);
  });

  test('[L1] readTemplate › gives back what it was given', () => {
    expect(readTemplate(template(row, part)).sections[0]?.rows.map(({ id, parent }) => [id, parent ?? null])).toEqual([['I.1', null], ['I.1.1', 'I.1']]);
    expect(readTemplate(lmhtxvn2020).id).toBe('lmhtxvn-2020');
  });

  test.each([
    ['an id twice', template(row, row), /I\.1/],
    ['a part that is not there', template({ ...row, parts: ['I.9'] }), /I\.9/],
    ['itself as a part', template({ ...row, parts: ['I.1'] }), /I\.1/],
    ['a parent that is not there', template({ ...part, parent: 'I.7' }), /I\.7/],
    ['a rate of a row that is not there', template({ ...row, kind: 'rate', rateOf: { numerator: 'I.2', denominator: 'I.3' } }), /I\.2/],
    ['a flow of a row that is not there', template(row, part, { ...row, id: 'I.5', flow: { opened: 'I.1', closed: 'I.6' } }), /I\.6/],
    ['rows that hang under each other', template({ ...row, parent: 'I.1.1' }, part), /I\.1 hangs under more than 20 rows/],
    ['more rows than anybody reads', template(...Array.from({ length: 5001 }, (_, i) => ({ ...row, id: `I.${i}` }))), /5001 rows/],
    ['a text without end', template({ ...row, name: 'x'.repeat(501) }), /"name" must be a text of up to 500 characters/],
    ['an inferred relation that there is none of', template({ ...row, inferred: ['sums'] }), /"inferred" must be a list of parts, ofWhich/],
    ['another version', { ...template(row), version: 2 }, /version/],
    ['no sections', { ...template(row), sections: undefined }, /sections/],
    ['a row without a name', template({ ...row, name: 5 }), /name/],
    ['no object', 'mẫu', /template/],
  ])('[L1] readTemplate › refuses %s, and names it', (_what, json, names) => {
    expect(() => readTemplate(json)).toThrow(SyntaxError);
    expect(() => readTemplate(json)).toThrow(names);
  });

  test.each([
    ['HTX', 'count'], ['hợp tác xã', 'count'], ['Người', 'count'], ['LH HTX', 'count'], ['hộ', 'count'], ['Quỹ', 'count'], ['thành viên', 'count'],
    ['tỷ đồng', 'amount'], ['Triệu đồng', 'amount'], ['USD', 'amount'], ['Tr đồng', 'amount'],
    ['triệu đồng/năm', 'average'], ['Tr đồng/năm', 'average'], ['người/HTX', 'average'],
    ['%', 'rate'], ['‰', 'rate'], ['Tỷ lệ %', 'rate'], ['', null], ['kg', null],
  ])('[L1] unitKind › %p makes %p', (unit, kind) => {
    expect(unitKind(unit)).toBe(kind);
  });
});
