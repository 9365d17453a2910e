import { expect, test } from '@jest/globals';
import { complete, type Completed, type CompleteOptions } from '#core/complete/complete';
import { cellOf } from '#core/relations/relation';
import { drawing, tablesIn } from '#test/draw/drawing';

function done(text: string, options: Partial<CompleteOptions> = {}): Completed {
  return complete(tablesIn(drawing(text)), { as: 'values', sources: [], ...options });
}

/** "F2: E2 negative-base"; the number of the others behind it. */
function blocked({ blocked: cells, lacking }: Completed): string {
  return [...cells.map(({ at, by, because }) => `${cellOf(at)}: ${cellOf(by)} ${because}`), lacking].join(', ');
}

const HEADER = 'TT | Chỉ tiêu | ĐVT | Thực hiện năm 2020 | So với năm 2019: số lượng | Tỷ lệ so với năm 2019';
const WITH_BASE = 'TT | Chỉ tiêu | ĐVT | Thực hiện năm 2019 | Thực hiện năm 2020 | Tăng, giảm so với năm 2019 | Tỷ lệ so với năm 2019';

test('[G8] complete › a change that leaves a base of 0 or below stands in the way of the ratio', () => {
  expect(blocked(done(`${HEADER}\n1 | Tổng số HTX | HTX | 102 | 110 |\n2 | Tổng số THT | tổ | 50 | 50 |\n3 | Thành viên | người | 50 | 49 |`))).toBe('F2: E2 negative-base, F3: E3 zero-base, 0');
});

test('[G8] complete › so does a base in its own column, but not of the change', () => {
  const all = done(`${WITH_BASE}\n1 | Tổng số HTX | HTX | 0 | 17 | |`);
  expect([blocked(all), all.completions.map(({ at }) => cellOf(at)).join(',')]).toEqual(['G2: D2 zero-base, 0', 'F2']);
});

test('[G8] complete › a cell that holds no readable figure is named; one that is empty, or says that there is none, is not', () => {
  expect(blocked(done(`${HEADER}\n1 | Tổng số HTX | HTX | 07 - 09 | 2 |\n2 | Tổng số THT | tổ | 50 | #REF! |\n3 | Thành viên | người | 50 | |\n4 | Lao động | người | … | |\n5 | Vốn | tỷ đồng | - | 3 |`))).toBe('F2: D2 range, F3: E3 error-value, 5');
});

test('[G8] complete › what is filled in is not in the way, and a row without unit and figures is a heading', () => {
  expect(blocked(done(`${HEADER}\n1 | Tổng số HTX | HTX | 102 | 17 |\n2 | Trong đó | | | |\n3 | Khác | | | 5 |`))).toBe('1');
});

test('[G2] complete › a rounded ratio that leaves several figures replaces none of them', () => {
  const found = (text: string): string => done(`${HEADER}\n${text}`).disagreements.map(({ at, content }) => `${cellOf(at)} ${content}`).join(', ');
  expect(found('1 | Tổng số HTX | HTX | 14.254 | 1.271 | 117,0%')).toBe('F2 109,8%');
  expect(found('1 | Tổng số LHHTX | LHHTX | 17 | -3 | 106,3%')).toBe('E2 1, F2 85,0%');
});

test('[G9] complete › what differs is written as its column writes, or as a formula under a number format', () => {
  const table = `${WITH_BASE}\n1 | Tổng số HTX | HTX | 85 | 102 | 12 | 20,0%\n2 | Tổng số THT | tổ | 40 | 50 | 10 | 125,0%`;
  expect(done(table).disagreements.map(({ at, content, formula, format }) => [cellOf(at), content, formula, format])).toEqual([['F2', '17', null, null], ['G2', '120,0%', null, null]]);
  expect(done(table, { as: 'formulas' }).disagreements.map(({ at, content, formula, body, format }) => [cellOf(at), content, formula, body, format])).toEqual([
    ['F2', 17, 'IF(OR(E2="",D2=""),"",NUMBERVALUE(E2,",",".")-NUMBERVALUE(D2,",","."))', 'NUMBERVALUE(E2,",",".")-NUMBERVALUE(D2,",",".")', '#,##0'],
    ['G2', 1.2, 'IF(OR(E2="",D2=""),"",NUMBERVALUE(E2,",",".")/NUMBERVALUE(D2,",","."))', 'NUMBERVALUE(E2,",",".")/NUMBERVALUE(D2,",",".")', '0.0%'],
  ]);
});

test('[G12] complete › by the functions of the add-in, guarded likewise; where there is none, plain Excel', () => {
  const formulas = (text: string): (string | null)[] => done(text, { as: 'formulas', htx: true }).completions.map(({ formula }) => formula);
  expect(formulas(`${WITH_BASE}\n1 | Tổng số HTX | HTX | 85# | 102# | |`)).toEqual(['IF(OR(E2="",D2=""),"",HTX.CHANGE(E2,D2))', 'IF(OR(E2="",D2=""),"",HTX.RATIO(E2,D2))']);
  expect(formulas(`${HEADER}\n1 | Tổng số HTX | HTX | 102# | 17# |`)).toEqual(['IF(OR(D2="",E2=""),"",HTX.RATIO(D2,D2-E2))']);
  expect(formulas('TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2020 | Thực hiện năm 2020 | Tỷ lệ so với kế hoạch 2020\n1 | Tổng số HTX | HTX | 85# | 102# |')).toEqual(['IF(OR(E2="",D2=""),"",HTX.ATTAINMENT(E2,D2))']);
  expect(formulas('TT | Chỉ tiêu | ĐVT | Thực hiện năm 2019 | Thực hiện năm 2020 | Tốc độ tăng trưởng so với năm 2019 (%)\n1 | Tổng số HTX | HTX | 85# | 102# |\n2 | THT | tổ | 80# | 60# | -25.0#')).toEqual(['IF(OR(E2="",D2=""),"",100*HTX.GROWTH(E2,D2))']);
  expect(formulas('TT | Chỉ tiêu | ĐVT | Thực hiện năm 2019 | Thực hiện năm 2020\n1 | Tổng số lớp | lớp | 15# |\n- | Nông nghiệp | lớp | 5# | 6#\n- | Vận tải | lớp | 5# | 6#\n- | Khác | lớp | 5# | 6#')).toEqual(['IF(COUNTBLANK(E3:E5)>0,"",SUM(E3:E5))']);
});
