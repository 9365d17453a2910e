/** A table whose letters are codes of an old font (TCVN3, VNI): without that font nobody can read them. Spec: docs/spec.md, F16. */
import { defineRule } from '#core/rule';
import { fault } from '#core/rules/layout-outcomes';

interface Facts {
  readonly encoding: 'TCVN3' | 'VNI';
}

const NAMES = { tcvn3: 'TCVN3', vni: 'VNI' } as const;

export const legacyFont = defineRule({
  id: 'legacy-font',
  group: 'layout',
  severity: 'note',

  *check(table) {
    const { indicator } = table.columns;
    if (table.legacy !== null) yield fault({ table, row: null, column: indicator }, [], { encoding: NAMES[table.legacy] }, indicator.header);
  },

  say({ encoding }: Facts) {
    return {
      what: `Chữ trong bảng dùng bảng mã cũ ${encoding}${encoding === 'TCVN3' ? ' (phông .VnTime)' : ' (phông VNI-Times)'}, không phải Unicode.`,
      why: 'Máy không có phông cũ sẽ không đọc được chữ, và nơi tổng hợp không nhận ra tên chỉ tiêu.',
      todo: 'Chuyển bảng sang Unicode (ví dụ bằng UniKey, mục Chuyển mã) rồi lưu lại.',
    };
  },

  examples: {
    holds: ['1 | Tổng số hợp tác xã | HTX | 254'],
    breaks: ['TT | [ChØ tiªu] | §¬n vÞ tÝnh | Thùc hiÖn n¨m 2020\n1 | Tæng sè hîp t¸c x· | HTX | 254\n2 | Sè thµnh lËp míi trong n¨m | HTX | 8\n3 | Sè gi¶i thÓ | HTX | 3'],
  },
});
