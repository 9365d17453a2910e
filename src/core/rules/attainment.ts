/**
 * Attainment is the actual over the plan, always that way round: how much of the plan was reached.
 *
 * The plan stands in a column of its own, or is implied: actual − plan change. Spec: docs/spec.md, R6.
 */
import { ratioOutcomes } from '#core/rules/comparing';
import { sayRatio } from '#core/rules/ratio-sentence';
import { defineRule } from '#core/rule';

export const attainment = defineRule({
  id: 'attainment',
  group: 'ratios',
  severity: 'error',
  check: (table) => ratioOutcomes(table, 'plan'),
  say: sayRatio,
  examples: {
    holds: ['5 | Thành lập mới | HTX | 2.138 | | | -362 | 85,5%'],
    breaks: ['5 | Thành lập mới | HTX | [2.138] | | | [-362] | [83,1%]'],
  },
});
