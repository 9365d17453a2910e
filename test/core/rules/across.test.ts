import { expect, test } from '@jest/globals';
import { pastSumOfParts } from '#core/rules/past-sum-of-parts';
import { sameFigure } from '#core/rules/same-figure';
import { stockAndFlow } from '#core/rules/stock-and-flow';
import { drawing, tablesIn } from '#test/draw/drawing';
import { expectBroken, expectHolds, expectSilent, expectUnchecked } from '#test/draw/rule-harness';
import { vi } from '#words/vi';

const flow = (stock: string, opened: string, closed: string): string => `
  I | HỢP TÁC XÃ | | | |
  1 | Tổng số HTX   | HTX | ${stock}
  5 | Thành lập mới | HTX | ${opened}
  6 | Giải thể      | HTX | ${closed}`;

test('[R13] stock-and-flow › a stock changes by what was opened less what was closed', () => {
  expectHolds(stockAndFlow, flow('254 | 13 | 105,4%', '21 | |', '8 | |'));
  const { facts } = expectBroken(stockAndFlow, flow('254 | [36] | 116,5%', '[21] | |', '[8] | |'));
  expect(stockAndFlow.say(facts, vi.words.print).what).toBe('So với năm 2019 ghi +36, nhưng thành lập mới 21 trừ giải thể 8 là 13.');
});

test('[R13] stock-and-flow › could not check without one of them', () => {
  expectUnchecked(stockAndFlow, flow('254 | 13 | 105,4%', '21 | |', ' | |'), 'D5 empty');
  expectSilent(stockAndFlow, flow('254 | | ', '21 | |', '8 | |'));
});

test('[R14] same-figure › an indicator that stands twice has one figure', () => {
  expectHolds(sameFigure, '1 | Tổng số HTX | HTX | 254\n2 | Giải thể | HTX | 8\n3 | Tổng số HTX | HTX | 254');
  const { facts } = expectBroken(sameFigure, '1 | Tổng số HTX | HTX | [254]\n2 | Giải thể | HTX | 8\n3 | Tổng số HTX | HTX | [245]');
  expect(sameFigure.say(facts, vi.words.print).what).toBe('Ghi 245, nhưng chỉ tiêu này ở D2 ghi 254.');
});

test('[R14] same-figure › the same name under another parent is another indicator', () => {
  expectSilent(sameFigure, '1 | Tổng số | HTX | 30\n- | Nông nghiệp | HTX | 19\n2 | Hiệu quả | HTX | 20\n- | Nông nghiệp | HTX | 12');
});

test('[R14] same-figure › two sheets are compared only when they are the same report', () => {
  const sheet = (title: string, figure: string): string => `${title} | | |\nTT | Chỉ tiêu | ĐVT | Thực hiện 2020\n1 | Tổng số HTX | HTX | ${figure}`;
  const tables = (second: string) => [sheet('Phụ lục A', '254'), sheet(second, '245')].flatMap((text, i) => tablesIn(drawing(text, `S${i}`)));
  const found = (all: ReturnType<typeof tables>) => all.flatMap((table) => [...sameFigure.check(table, all, [])]).filter(({ is }) => is === 'broken');
  expect(found(tables('Phụ lục A')).map((one) => (one.is === 'broken' ? one.facts.place : ''))).toEqual(["'S0'!D3"]);
  expect(found(tables('Phụ lục B'))).toEqual([]);
});

test('[R12] past-sum-of-parts › changes of parts add up to the change of their total', () => {
  expectHolds(pastSumOfParts, '1 | Tổng số HTX | HTX | 30 | 5 |\n- | Nông nghiệp | HTX | 19 | 7 |\n- | Vận tải | HTX | 11 | -2 |');
  expectBroken(pastSumOfParts, '1 | Tổng số HTX | HTX | 30 | [5] |\n- | Nông nghiệp | HTX | 19 | [7] |\n- | Vận tải | HTX | 11 | [2] |');
});

test('[R12] past-sum-of-parts › a blank change says nothing of the others', () => {
  expectSilent(pastSumOfParts, '1 | Tổng số HTX | HTX | 30 | 5 |\n- | Nông nghiệp | HTX | 19 | 7 |\n- | Vận tải | HTX | 11 | |');
});
