/** Colours as a workbook names them: outright, by an old list, or by its theme. ECMA-376, 18.8.3, 18.8.27, 20.1.6. */
import type { XmlCursor } from '#adapters/xlsx/xml-cursor';

/** The first 64 of the old list, in pairs of four rows of eight twice over. */
const BASIC = '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF';
const INDEXED = `${BASIC} ${BASIC} 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF
000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99
3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333`.split(/\s+/);

/** Of a workbook without a theme: light, dark, and Excel's six accents of 2013. */
const USUAL_THEME = ['FFFFFF', '000000', 'E7E6E6', '44546A', '4472C4', 'ED7D31', 'A5A5A5', 'FFC000', '5B9BD5', '70AD47', '0563C1', '954F72'];
/** Cells count light before dark, the theme itself the other way round. */
const THEME_ORDER = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'];

export type Theme = readonly string[];

/** @param cursor over the theme's part; null for a workbook without */
export function readTheme(cursor: XmlCursor | null): Theme {
  if (cursor === null) return USUAL_THEME;
  const found = new Map<string, string>();
  let slot = '';
  while (cursor.next() && !(cursor.closing && cursor.name === 'clrScheme')) {
    if (THEME_ORDER.includes(cursor.name)) slot = cursor.name;
    else found.set(slot, found.get(slot) ?? valueAt(cursor));
  }
  return USUAL_THEME.map((usual, i) => plainColour(found.get(THEME_ORDER[i] ?? '') ?? '') ?? usual);
}

/** A colour of the system is written with the one that it had last. */
function valueAt(cursor: XmlCursor): string {
  return cursor.attribute('lastClr') ?? cursor.attribute('val') ?? '';
}

/** RRGGBB of the element under the cursor; null for automatic, and for what is none. */
export function colourAt(cursor: XmlCursor, theme: Theme): string | null {
  const [rgb, indexed, themed] = [cursor.attribute('rgb'), cursor.attribute('indexed'), cursor.attribute('theme')];
  const base = rgb === null ? (indexed === null ? (themed === null ? null : theme[Number(themed)]) : INDEXED[Number(indexed)]) : plainColour(rgb);
  const tint = Number(cursor.attribute('tint') ?? 0);
  return base === undefined || base === null ? null : tinted(base, Number.isFinite(tint) ? tint : 0);
}

/** Without its opacity, which cells do not have. */
function plainColour(text: string): string | null {
  const [, colour] = /^(?:[\da-f]{2})?([\da-f]{6})$/i.exec(text) ?? [];
  return colour?.toUpperCase() ?? null;
}

/** Lighter for a tint above 0, darker for one below: each channel a part of the way. */
function tinted(colour: string, tint: number): string {
  const channels = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const moved = channels.map((channel) => Math.round(tint < 0 ? channel * (1 + Math.max(tint, -1)) : channel + (255 - channel) * Math.min(tint, 1)));
  return moved.map((channel) => channel.toString(16).padStart(2, '0')).join('').toUpperCase();
}
