import { expect, test } from '@jest/globals';
import { assert, double, integer, property } from 'fast-check';
import { call, spill } from '#test/core/functions/call';

test('[U3] grades › A from 100 %, B from 90 %, exact at the limits', () => {
  expect([1.2, 1, '100%', 0.999_999, 0.9, '90,0%', 0.899_999, 0, -1].map((one) => call('GRADE', one))).toEqual(['A', 'A', 'A', 'B', 'B', 'B', 'C', 'C', 'C']);
  // 0.9 as a formula leaves it.
  expect(call('GRADE', 1 - 0.1)).toBe('B');
});

test('[U3] grades › less is better', () => {
  expect([0.5, 1, 1.000_001, '110%', 1.100_001].map((one) => call('GRADE', one, true))).toEqual(['A', 'A', 'B', 'B', 'C']);
  expect([call('GRADE', 1.05, 1), call('GRADE', 1.05, 0), call('GRADE', 1.05, '')]).toEqual(['B', 'A', 'A']);
  expect([call('GRADE', 1.05, 'có'), call('GRADE', 1.05, 2), call('GRADE', 1.05, { error: '#N/A' })]).toEqual(['#VALUE!', '#VALUE!', '#N/A']);
});

test('[U3] grades › thresholds of one’s own, the better one first', () => {
  expect(spill('GRADE', [[0.96], [0.9], [0.7]], false, [['95%', '80%']])).toEqual([['A'], ['B'], ['C']]);
  expect(spill('GRADE', [[0.4], [0.6], [0.8]], true, [[0.5], [0.7]])).toEqual([['A'], ['B'], ['C']]);
  expect(call('GRADE', 0.96, null, [[null, '']])).toBe('B');
  for (const bad of [[[0.8, 0.95]], [[0.9, 0.9]], [[0.9]], [[1, 0.9, 0.8]], [['cao', 0.9]]]) expect(call('GRADE', 0.96, false, bad)).toBe('#VALUE!');
  expect(call('GRADE', 0.96, true, [[1, 0.9]])).toBe('#VALUE!');
});

test('[U4] gaps › one total, a row of totals, a column of totals', () => {
  expect(call('GAP', 100, [[60], [22]])).toBe(18);
  expect(call('GAP', '1.000,5', [['600,2', null], ['400,3', '']])).toBe(0);
  expect(spill('GAP', [[10, 20]], [[4, 5], [6, 14]])).toEqual([[0, 1]]);
  expect(spill('GAP', [[10], [20]], [[4, 6], [5, 14]])).toEqual([[0], [1]]);
  expect(call('GAP', 0.3, [[0.1, 0.2]])).toBe(0);
});

test('[U4] gaps › blank parts add nothing, all blank say nothing, others leave the gap open', () => {
  expect([call('GAP', 5, [[null, '-', '']]), call('GAP', null, [[1]]), call('GAP', 5, [['…', 1]]), call('GAP', 5, [['HTX', 1]]), call('GAP', 5, [[{ error: '#REF!' }]])]).toEqual(['', '', '#N/A', '#VALUE!', '#REF!']);
  expect(spill('GAP', [[1, 2]], [[1, 2, 3]])).toEqual([['#VALUE!']]);
  expect(spill('GAP', [[1, 2], [3, 4]], [[1, 2], [3, 4]])).toEqual([['#VALUE!']]);
});

test('[U5] check › agrees in some rounding, and says what does not', () => {
  expect(call('CHECK', 102, 17, '120,0%')).toBe('');
  expect(call('CHECK', 102, 17, 1.2)).toBe('');
  expect(call('CHECK', 25_454, 836, '103,4%')).toBe('');
  expect(call('CHECK', 102, 17, 102 / 85)).toBe('');
  expect(call('CHECK', 102, 17, '20,0%')).toBe('Tỷ lệ ghi 20,0%; tính lại được 120,0%. Số ghi là mức tăng, không phải tỷ lệ.');
  expect(call('CHECK', 14_254, 1271, '117,0%')).toBe('Tỷ lệ ghi 117,0%; tính lại được 109,8%.');
  expect(call('CHECK', 25_454, 836, '103,3%')).toBe('Tỷ lệ ghi 103,3%; làm tròn là 103,4% (số ghi đã bị cắt bớt).');
  expect(call('CHECK', 25_454, 836, '103,5%')).toBe('Tỷ lệ ghi 103,5%; tính lại được 103,4%, lệch ở chữ số cuối.');
  expect(call('CHECK', 25_454, 836, 103.4)).toBe('Tỷ lệ ghi 10.340%; tính lại được 103%.');
});

test('[U5] check › a base that is not above 0 is said of whole figures, and left open of rounded ones', () => {
  expect(call('CHECK', 5, 8, '100%')).toBe('Thực hiện trừ đi tăng, giảm còn −3: năm trước không lớn hơn 0 nên không có tỷ lệ.');
  expect(call('CHECK', 5, 5, '100%')).toContain('còn 0: năm trước');
  expect(call('CHECK', '0,3', '0,3', '500%')).toBe('');
});

test('[U5] check › never accuses what rounding explains, and always sees what is far off', () => {
  assert(property(integer({ min: 200, max: 1_000_000 }), integer({ min: 150, max: 1_000_000 }), integer({ min: 0, max: 3 }), (actual, base, places) => {
    const ratio = Number((actual / base).toFixed(places + 2));
    expect(call('CHECK', actual, actual - base, ratio)).toBe('');
    expect(call('CHECK', actual, actual - base, actual / base)).toBe('');
    expect(call('CHECK', actual, actual - base, (actual / base) * 1.2 + 0.02)).not.toBe('');
  }));
});

test('[U6] text › as Vietnamese writes it, rounded half away from zero', () => {
  expect([call('TEXT', 1002.1), call('TEXT', 1_234_567.25, 1), call('TEXT', -0.5, 0), call('TEXT', 25_454), call('TEXT', 999.5, 0), call('TEXT', 1.005, 2), call('TEXT', 12, 2), call('TEXT', '103,3%')]).toEqual(['1.002,1', '1.234.567,3', '-1', '25.454', '1.000', '1,01', '12,00', '1,033']);
  expect([call('TEXT', 1, -1), call('TEXT', 1, 16), call('TEXT', 1, 1.5), call('TEXT', 1, 'hai'), call('TEXT', 1, { error: '#N/A' })]).toEqual(['#VALUE!', '#VALUE!', '#VALUE!', '#VALUE!', '#N/A']);
});

test('[U6] text and number › each gives the other back', () => {
  assert(property(double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (value) => {
    const fifteen = Number(value.toPrecision(15));
    const read = call('NUMBER', call('TEXT', fifteen));
    expect(Math.abs(Number(read) - fifteen)).toBeLessThanOrEqual(1e-12 + Math.abs(fifteen) * 1e-14);
  }));
  assert(property(integer({ min: -9_999_999, max: 9_999_999 }), integer({ min: 0, max: 4 }), (digits, places) => {
    const value = digits / 10 ** places;
    expect(call('NUMBER', call('TEXT', value))).toBe(value === 0 ? 0 : value);
  }));
});
