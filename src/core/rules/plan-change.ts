/** A plan change is the actual less the plan, where the plan has a column of its own. Spec: docs/spec.md, R6. */
import { changeOutcomes, sayChange } from '#core/rules/change';
import { defineRule } from '#core/rule';

export const planChange = defineRule({
  id: 'plan-change',
  group: 'ratios',
  severity: 'error',
  check: (table) => changeOutcomes(table, 'plan'),
  say: sayChange,
  examples: {
    holds: ['TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2020 | Thực hiện năm 2020 | Chênh lệch so với kế hoạch\n5 | Thành lập mới | HTX | 2.500 | 2.138 | -362'],
    breaks: ['TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2020 | Thực hiện năm 2020 | Chênh lệch so với kế hoạch\n5 | Thành lập mới | HTX | [2.500] | [2.138] | [362]'],
  },
});
