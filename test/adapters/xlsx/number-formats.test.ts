import { expect, test } from '@jest/globals';
import { isDateFormat, numberFormats } from '#adapters/xlsx/number-formats';
import { XmlCursor } from '#adapters/xlsx/xml-cursor';

test.each(['dd/mm/yyyy', 'd-mmm', 'h:mm', '[h]:mm:ss', '[$-42A]dd/mm/yyyy', 'mm:ss.0', '"Ngày "dd'])('[X4] number-formats › sees a date in %s', (format) => {
  expect(isDateFormat(format)).toBe(true);
});

test.each([null, '0.00%', '#,##0', '#,##0 "đồng"', '[Red]0', '0.00E+00', '@', String.raw`0\d`, '_(* #,##0_)', '[>=1000]0'])('[X4] number-formats › sees no date in %s', (format) => {
  expect(isDateFormat(format)).toBe(false);
});

test('[X6] number-formats › takes the styles of cells alone, not changes to styles', () => {
  const xml =
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0"/><numFmt numFmtId="3" formatCode="0 &quot;HTX&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>' +
    '<cellXfs><xf numFmtId="164"/><xf numFmtId="3"><alignment/></xf><xf/></cellXfs><dxfs><dxf><numFmt numFmtId="164" formatCode="0%"/></dxf></dxfs></styleSheet>';
  expect(numberFormats(new XmlCursor(xml))).toEqual(['0.0', '0 "HTX"', null]);
});
