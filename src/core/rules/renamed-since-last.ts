/** A row that last year's table has under another name. Spec: docs/spec.md, R18. */
import { seriesOf } from '#core/complete/series';
import { cellFrom } from '#core/relations/relation';
import { defineRule } from '#core/rule';
import { fault, nameSpot } from '#core/rules/layout-outcomes';

interface Facts {
  readonly was: string;
  readonly where: string;
}

export const renamedSinceLast = defineRule({
  id: 'renamed-since-last',
  group: 'across',
  severity: 'note',

  *check(table, all, sources) {
    for (const { last, renamed } of seriesOf(table, all, sources)) {
      for (const { rows: [row], were: [was] } of renamed) {
        if (row === undefined || was === undefined) continue;
        const [at, before] = [nameSpot(table, row), nameSpot(last, was)];
        yield fault<Facts>(at, [before], { was: was.name, where: cellFrom(before, at) }, row.name);
      }
    }
  },

  say({ was, where }: Facts) {
    return {
      what: `Năm trước chỉ tiêu này tên là “${was}” (${where}).`,
      why: 'Hai dòng cùng chỗ, cùng đơn vị, và tên gần giống hoặc số liệu năm trước khớp nhau.',
      todo: 'Giữ tên như năm trước, hoặc ghi chú việc đổi tên để nơi nhận so sánh được.',
    };
  },

  examples: {
    holds: ['TT | Chỉ tiêu | ĐVT | Thực hiện năm 2020 | Tăng, giảm so với năm 2019\n1 | Số HTX trồng trọt | HTX | 102 | 17\n2 | Lao động | người | 900 | 10\nTT | Chỉ tiêu | ĐVT | Thực hiện năm 2019\n1 | Số HTX trồng trọt | HTX | 85\n2 | Lao động | người | 890'],
    breaks: ['TT | Chỉ tiêu | ĐVT | Thực hiện năm 2020 | Tăng, giảm so với năm 2019\n1 | [Số HTX trồng trọt] | HTX | 102 | 17\n2 | Lao động | người | 900 | 10\nTT | Chỉ tiêu | ĐVT | Thực hiện năm 2019\n1 | [Số HTX ngành trồng trọt] | HTX | 85\n2 | Lao động | người | 890'],
  },
});
