/**
 * A change is the actual less last year's base, where the base has a column of its own. Spec: docs/spec.md, R5.
 *
 * Without such a column the change *is* what implies the base, and nothing can be held against it.
 */
import { changeOutcomes, sayChange } from '#core/rules/change';
import { defineRule } from '#core/rule';

export const changeOfBase = defineRule({
  id: 'change-of-base',
  group: 'ratios',
  severity: 'error',
  check: (table) => changeOutcomes(table, 'earlier'),
  say: sayChange,
  examples: {
    holds: ['TT | Chỉ tiêu | ĐVT | Thực hiện năm 2019 | Thực hiện năm 2020 | Tăng, giảm so với năm 2019\n1 | Tổng số HTX | HTX | 85 | 102 | 17'],
    breaks: ['TT | Chỉ tiêu | ĐVT | Thực hiện năm 2019 | Thực hiện năm 2020 | Tăng, giảm so với năm 2019\n1 | Tổng số HTX | HTX | [85] | [102] | [71]'],
  },
});
