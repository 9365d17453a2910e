import { describe, expect, test } from '@jest/globals';
import { decodeLegacy, legacyEncoding } from '#core/table/legacy-text';
import { columnsOf, table, treeOf } from '#test/core/table/sheets';

describe('text of old fonts', () => {
  test.each([
    ['tcvn3', 'Tæng sè hîp t¸c x· n«ng nghiÖp', 'Tổng số hợp tác xã nông nghiệp'],
    ['tcvn3', '§¬n vÞ tÝnh: triÖu ®ång, tû ®ång', 'Đơn vị tính: triệu đồng, tỷ đồng'],
    ['tcvn3', 'Kú b¸o c¸o, luü kÕ, tû lÖ % so víi cïng kú', 'Kỳ báo cáo, luỹ kế, tỷ lệ % so với cùng kỳ'],
    ['tcvn3', 'L\u00AD¬ng cña ng\u00ADêi lao ®éng', 'Lương của người lao động'],
    ['vni', 'Toång soá hôïp taùc xaõ noâng nghieäp', 'Tổng số hợp tác xã nông nghiệp'],
    ['vni', 'Ñôn vò tính: trieäu ñoàng, tyû ñoàng', 'Đơn vị tính: triệu đồng, tỷ đồng'],
    ['vni', 'TOÅNG SOÁ HÔÏP TAÙC XAÕ', 'TỔNG SỐ HỢP TÁC XÃ'],
    ['vni', 'Löông cuûa ngöôøi lao ñoäng, luõy keá', 'Lương của người lao động, lũy kế'],
  ] as const)('[T8] %s: %s', (encoding, text, meant) => {
    expect(legacyEncoding(text)).toBe(encoding);
    expect(decodeLegacy(text, encoding)).toBe(meant);
  });

  test.each([
    ['Unicode', 'Tổng số hợp tác xã nông nghiệp'],
    ['Unicode of letters that Western Europe has too', 'Là, và, cà, hoà, toà, ngói, bò, dê'],
    ['no marks at all', 'Tong so hop tac xa nong nghiep'],
    ['another language', 'Café, crème brûlée, garçon, Zürich, Österreich'],
    ['reference marks', 'HTX ¹ ² ³, 50 m², 20 °C, ½'],
    ['too little', 'hîp t¸c'],
    ['figures', '1.254 103,3% −5'],
    ['nothing', ''],
  ])('[T8] %s is no old font', (_what, text) => {
    expect(legacyEncoding(text)).toBeNull();
  });

  test('[T8] a sheet in an old font is recognised as if it were Unicode, and says so', () => {
    const found = table(`
      TT | ChØ tiªu | §¬n vÞ tÝnh | Thùc hiÖn n¨m 2019 | Thùc hiÖn n¨m 2020
      1 | Tæng sè hîp t¸c x· | HTX | 100 | 120
      - | Trong ®ã: n÷ gi¸m ®èc | HTX | 20 | 30`);
    expect([found.legacy, columnsOf(found)]).toEqual(['tcvn3', 'A ordinal | B indicator | C unit | D actual-2019 | E actual']);
    expect(treeOf(found)).toBe('2 1 Tổng số hợp tác xã\n  3 - Trong đó: nữ giám đốc');
  });

  test('[T8] cells in Unicode beside cells of an old font are left as they are', () => {
    const found = table(`
      TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2020
      1 | Tæng sè hîp t¸c x· | HTX | 120
      2 | Số lượng thành viên | người | 900
      3 | Sè x· viªn, lîi nhuËn | người | 30`);
    expect([found.legacy, found.rows.map(({ name }) => name)]).toEqual(['tcvn3', ['Tổng số hợp tác xã', 'Số lượng thành viên', 'Số xã viên, lợi nhuận']]);
  });

  test('[T8] a Unicode sheet is not touched', () => {
    const found = table('TT | Chỉ tiêu | ĐVT | Năm 2020\n1 | Hoà giải, bò, dê, ngói | vụ | 5');
    expect([found.legacy, found.rows[0]?.name]).toEqual([null, 'Hoà giải, bò, dê, ngói']);
  });
});
