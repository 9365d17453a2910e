import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { gridOf, type Area } from '#core/table/grid';
import { mergesIn, mergesTouching } from '#core/table/merges';

const area = fc.tuple(fc.nat(12), fc.nat(12), fc.nat(3), fc.nat(3)).map(([top, left, down, across]): Area => ({ top, left, bottom: top + down, right: left + across }));
const holds = ({ top, left, bottom, right }: Area, row: number, column: number): boolean => row >= top && row <= bottom && column >= left && column <= right;
const meets = (a: Area, b: Area): boolean => a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;

test('[T2] merges › each cell finds the merge over it, in any order of the file', () => {
  fc.assert(fc.property(fc.array(area, { maxLength: 20 }), fc.nat(12), fc.nat(6), (areas, top, height) => {
    const merges = areas.filter((one, i) => areas.every((other, j) => j >= i || !meets(one, other)));
    const grid = { ...gridOf('Biểu', []), merges };
    const near = mergesIn(grid, top, top + height);
    expect(new Set(mergesTouching(grid, top, top + height))).toEqual(new Set(merges.filter((one) => one.top <= top + height && one.bottom >= top)));
    for (let row = top; row <= top + height; row += 1) {
      for (let column = 0; column < 16; column += 1) expect(near(row, column)).toEqual(merges.find((one) => holds(one, row, column)) ?? null);
    }
  }));
});

test('[T2] merges › of two that overlap one is found', () => {
  const merges = [{ top: 0, left: 1, bottom: 0, right: 3 }, { top: 0, left: 0, bottom: 0, right: 2 }];
  const near = mergesIn({ ...gridOf('Biểu', []), merges }, 0, 0);
  expect([near(0, 0)?.left, near(0, 2)?.left, near(0, 3)]).toEqual([0, 0, null]);
});
