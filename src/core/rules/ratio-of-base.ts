/**
 * A ratio is the actual over last year's base; a growth is that ratio less 100 %.
 *
 * The base stands in a column of its own, or is implied: actual − change. Spec: docs/spec.md, R4.
 */
import { sayRatio } from '#core/rules/ratio-sentence';
import { ratioOutcomes } from '#core/rules/comparing';
import { defineRule } from '#core/rule';

export const ratioOfBase = defineRule({
  id: 'ratio-of-base',
  group: 'ratios',
  severity: 'error',
  check: (table) => ratioOutcomes(table, 'earlier'),
  say: sayRatio,
  examples: {
    holds: ['1 | Tổng số HTX | HTX | 25.454 | + 836 | 103,4%', '1 | Vốn điều lệ | tỷ đồng | 44,2 | 9,6 | 127,7%'],
    breaks: ['1 | Tổng số LHHTX | LHHTX | [102] | [17] | [20,0%]', '1 | Số HTX hiệu quả | HTX | [14.254] | [1.271] | [117,0%]'],
  },
});
