import { expect, test } from '@jest/globals';
import { grandparentFigure } from '#core/rules/grandparent-figure';
import { subsetOfWhole } from '#core/rules/subset-of-whole';
import { expectBroken, expectHolds, expectSilent } from '#test/draw/rule-harness';
import { vi } from '#words/vi';

const rows = (total: string, members: string): string => `
  I | HỢP TÁC XÃ | |
  1 | Tổng số HTX | HTX | ${total}
  4 | Số HTX là thành viên Liên minh HTX | HTX | ${members}`;

test('[R2] subset-of-whole › a subset is at most its whole, equal included', () => {
  expectHolds(subsetOfWhole, rows('254', '254'));
  const { facts } = expectBroken(subsetOfWhole, rows('[254]', '[255]'));
  expect(subsetOfWhole.say(facts, vi.words.print).what).toBe('Ghi 255, lớn hơn 254 của “Tổng số HTX” là số bao gồm nó.');
});

test('[R2] subset-of-whole › rounded wholes are not accused for their rounding', () => {
  expectHolds(subsetOfWhole, rows('250.000', '254.999'));
  expectBroken(subsetOfWhole, rows('[250.000]', '[255.001]'));
});

test('[R2] subset-of-whole › a blank side claims nothing', () => {
  expectSilent(subsetOfWhole, rows('254', ''));
});

test('[R3] grandparent-figure › a total that repeats the one above it, while its own parts say otherwise', () => {
  expectBroken(grandparentFigure, '1 | Tổng | HTX | [30]\n- | Nông nghiệp | HTX | [30]\n+ | Trồng trọt | HTX | 10\n+ | Chăn nuôi | HTX | 9\n- | Vận tải | HTX | 11');
  expectSilent(grandparentFigure, '1 | Tổng | HTX | 30\n- | Nông nghiệp | HTX | 30\n+ | Trồng trọt | HTX | 20\n+ | Chăn nuôi | HTX | 10\n- | Vận tải | HTX | 0');
});
