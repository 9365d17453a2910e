/** What a mutant puts where a workbook has something sensible. */

export const TEXTS: readonly string[] = [
  '', ' ', '\u00A0', '-', '…', 'x', '#REF!', '=1+1', '+1', '@SUM(A1)', '__proto__', 'constructor', 'hasOwnProperty', 'toString',
  'TT', 'STT', 'Chỉ tiêu', 'Đơn vị tính', 'ĐVT', 'Thực hiện năm 2020', 'Kế hoạch 2020', 'Tỷ lệ so với năm 2019 (%)', 'Tăng, giảm', 'So sánh với', 'Số lượng', 'Năm 0000', 'Năm 99999',
  'I', 'A', '1', '1.1', '1.1.1.1.1.1.1.1.1.1.1.1.1.1', 'a)', '+', '+ + + + + + + + +', '*', '“', '"', 'nt', 'Trong đó:', 'T. đó', 'Ghi chú', 'Tổng cộng', 'HỢP TÁC XÃ',
  'HTX', '%', 'tỷ đồng', 'Tr đồng/năm', 'người/HTX/tỷ', '/', '1.002,1', '1,002.1', '25.454', '- 998.175', '(381)', '103,3%', '07 - 09', '1e308', '0x10', '１２３', '½', '∞', 'NaN',
  '9'.repeat(300), '0'.repeat(5000), `0,${'0'.repeat(300)}1`, 'ắ'.repeat(32_767), 'y '.repeat(8000), '1.'.repeat(8000), ' '.repeat(32_000), '- '.repeat(9000),
  'Tổng số\u0000HTX', '\u001B[2J', '\u202Egnôs', '\u200B\u200C\uFEFF', '\uD800', '\uDC00x', '😀'.repeat(40), 'Tổng số HTX'.normalize('NFD'), 'Toång soá HTX', 'Tæng sè HTX', 'a\nb\tc\r\nd',
];

export const NUMBERS: readonly string[] = [
  '0', '-0', '-1', '1e308', '-1e308', '1.7976931348623157E+308', '1e309', '5e-324', '1e-320', '0.1', '100', '1000', '999999999999999', '9007199254740993', '123456789012345678901234567890', '43831', '2020', '1.0000000000000002', 'NaN', 'Infinity', '1,5', '0x1F', ' 7 ', '', '+5', '.5', '5.', '1e', '9'.repeat(400),
];

export const REFERENCES: readonly string[] = ['A1', 'XFD1048576', 'XFE1', 'A0', 'A1048577', 'ZZZZ9', '1', 'A', '$B$2', 'a1', 'A1:XFD1048576', 'B2:A1', 'A1:A1', 'D4:D3', '', '-1', '1e9', 'A1 B2', 'R1C1'];

export const FORMATS: readonly string[] = ['', 'General', '@', '0', '0.0%', '#,##0,,,', `0.${'0'.repeat(200)}`, '%%%%', 'yyyy-mm-dd', '[h]:mm', '[>=1e9]0;[<0]-0;@', '[Red]', '"', '\\', ';;;', '0.0E+00', '# ?/?', '_(* #,##0_)', '[$-42A]d', '0'.repeat(255)];

export const FRAGMENTS: readonly string[] = [
  '<f>SUM(A1:XFD1048576)</f>', '<f t="shared" si="99"/>', '<f t="shared" si="0" ref="A1:Z9">A1</f>', '<f t="dataTable" ref="A1:B2"/>', '<f></f>', '<v/>', '<v>1</v>', '<is><t>x</t></is>', '<c/>', '<c r="A1"/>', '<row/>', '<row r="5"/>', '</row>', '<mergeCell ref="A1:H900"/>', '<mergeCell ref="D7:E7"/>',
  '<col min="1" max="16384" hidden="1"/>', '<!-- x -->', '<![CDATA[<v>1</v>]]>', '<?xml?>', '<!DOCTYPE x>', '&ha;', '&#0;', '&#x110000;', '<', '>', '&', '"', '\u0000', '<x:c xmlns:x="urn:x"/>', '<extLst><ext/></extLst>',
];
