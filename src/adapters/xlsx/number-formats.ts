/** Number formats by the index that a cell's `s` attribute gives. */
import type { XmlCursor } from '#adapters/xlsx/xml-cursor';

/** The formats that have a number and no text in the file, as en-US writes them; ECMA-376, 18.8.30. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [1, '0'], [2, '0.00'], [3, '#,##0'], [4, '#,##0.00'],
  [5, '"$"#,##0_);("$"#,##0)'], [6, '"$"#,##0_);[Red]("$"#,##0)'], [7, '"$"#,##0.00_);("$"#,##0.00)'], [8, '"$"#,##0.00_);[Red]("$"#,##0.00)'],
  [9, '0%'], [10, '0.00%'], [11, '0.00E+00'], [12, '# ?/?'], [13, '# ??/??'],
  [14, 'm/d/yyyy'], [15, 'd-mmm-yy'], [16, 'd-mmm'], [17, 'mmm-yy'], [18, 'h:mm AM/PM'], [19, 'h:mm:ss AM/PM'], [20, 'h:mm'], [21, 'h:mm:ss'], [22, 'm/d/yyyy h:mm'],
  [37, '#,##0_);(#,##0)'], [38, '#,##0_);[Red](#,##0)'], [39, '#,##0.00_);(#,##0.00)'], [40, '#,##0.00_);[Red](#,##0.00)'],
  [41, '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)'], [42, '_("$"* #,##0_);_("$"* (#,##0);_("$"* "-"_);_(@_)'],
  [43, '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)'], [44, '_("$"* #,##0.00_);_("$"* (#,##0.00);_("$"* "-"??_);_(@_)'],
  [45, 'mm:ss'], [46, '[h]:mm:ss'], [47, 'mm:ss.0'], [48, '##0.0E+0'], [49, '@'],
]);

/** The format of each style, null for General. */
export function numberFormats(cursor: XmlCursor): readonly (string | null)[] {
  const own = new Map<number, string>();
  const formats: (string | null)[] = [];
  // Both elements stand in other lists too, where they mean changes to a style.
  while (cursor.next()) {
    if (cursor.opens('numFmts')) readOwn(cursor, own);
    else if (cursor.opens('cellXfs')) readStyles(cursor, (id) => formats.push(formatOf(id, own)));
  }
  return formats;
}

function readOwn(cursor: XmlCursor, own: Map<number, string>): void {
  while (cursor.nextWithin('numFmts')) if (cursor.opens('numFmt')) own.set(numberOf(cursor), cursor.attribute('formatCode') ?? '');
}

function readStyles(cursor: XmlCursor, take: (numFmtId: number) => void): void {
  while (cursor.nextWithin('cellXfs')) if (cursor.opens('xf')) take(numberOf(cursor));
}

function numberOf(cursor: XmlCursor): number {
  return Number(cursor.attribute('numFmtId') ?? 0);
}

function formatOf(id: number, own: ReadonlyMap<number, string>): string | null {
  const format = own.get(id) ?? BUILT_IN.get(id) ?? '';
  return format === '' || format.toLowerCase() === 'general' ? null : format;
}

/** What shows no figure: quoted text, escaped characters, fillers, colours and conditions. Elapsed time, [h], stays. */
const UNSHOWN = /"[^"]*"|[\\_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;

/** Whether a format shows a serial number as a date or a time. */
export function isDateFormat(format: string | null): boolean {
  return format !== null && /[dmyhs]/i.test(format.replaceAll(UNSHOWN, ''));
}
