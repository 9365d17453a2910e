/** How cells look, by the number of their style: as far as a grid beside the panel shows it. ECMA-376, 18.8. */
import { colourAt, readTheme, type Theme } from '#adapters/xlsx/look/colours';
import { isTrue, type WorkbookParts } from '#adapters/xlsx/workbook-parts';
import type { XmlCursor } from '#adapters/xlsx/xml-cursor';
import type { ZipPackage } from '#adapters/xlsx/zip-package';

export interface FontLook {
  readonly name: string | null;
  /** In points. */
  readonly size: number | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  /** RRGGBB, likewise below. */
  readonly colour: string | null;
}

export type Side = 'top' | 'bottom' | 'left' | 'right';

export interface LineLook {
  /** As the format names it: `thin`, `medium`, `dashed`. */
  readonly style: string;
  readonly colour: string | null;
}

export interface CellLook {
  readonly font: FontLook;
  readonly fill: string | null;
  readonly lines: Readonly<Partial<Record<Side, LineLook>>>;
  readonly horizontal: string | null;
  readonly vertical: string | null;
  readonly wrap: boolean;
}

const SIDES: ReadonlySet<string> = new Set<Side>(['top', 'bottom', 'left', 'right']);
const NO_FONT: FontLook = { name: null, size: null, bold: false, italic: false, underline: false, colour: null };

/** The look of each style of a workbook, in their order. */
export function cellLooks(zip: ZipPackage, { styles, theme }: Pick<WorkbookParts, 'styles' | 'theme'>): readonly CellLook[] {
  if (styles === null) return [];
  const colours = readTheme(theme === null ? null : zip.cursor(theme));
  const lists: Lists = { fonts: [], fills: [], borders: [], looks: [] };
  const cursor = zip.cursor(styles);
  // The same elements stand in lists of changes to styles, which are left out.
  while (cursor.next()) {
    if (cursor.opens('fonts')) lists.fonts = itemsOf(cursor, 'fonts', 'font', () => fontAt(cursor, colours));
    else if (cursor.opens('fills')) lists.fills = itemsOf(cursor, 'fills', 'fill', () => fillAt(cursor, colours));
    else if (cursor.opens('borders')) lists.borders = itemsOf(cursor, 'borders', 'border', () => linesAt(cursor, colours));
    else if (cursor.opens('cellXfs')) lists.looks = itemsOf(cursor, 'cellXfs', 'xf', () => lookAt(cursor, lists));
  }
  return lists.looks;
}

interface Lists {
  fonts: FontLook[];
  fills: (string | null)[];
  borders: CellLook['lines'][];
  looks: CellLook[];
}

function itemsOf<T>(cursor: XmlCursor, list: string, item: string, read: () => T): T[] {
  const found: T[] = [];
  while (cursor.nextWithin(list)) if (cursor.opens(item)) found.push(read());
  return found;
}

function fontAt(cursor: XmlCursor, theme: Theme): FontLook {
  const font = { ...NO_FONT };
  while (cursor.nextWithin('font')) if (!cursor.closing) Object.assign(font, FONT_PARTS[cursor.name]?.(cursor, theme));
  return font;
}

type FontPart = (cursor: XmlCursor, theme: Theme) => Partial<FontLook>;

const FONT_PARTS: Readonly<Record<string, FontPart>> = {
  b: (cursor) => ({ bold: isOn(cursor) }),
  i: (cursor) => ({ italic: isOn(cursor) }),
  u: (cursor) => ({ underline: cursor.attribute('val') !== 'none' }),
  sz: (cursor) => ({ size: sizeOf(Number(cursor.attribute('val'))) }),
  name: (cursor) => ({ name: cursor.attribute('val') }),
  color: (cursor, theme) => ({ colour: colourAt(cursor, theme) }),
};

/** Excel's own limits. */
function sizeOf(points: number): number | null {
  return points >= 1 && points <= 409 ? points : null;
}

function isOn(cursor: XmlCursor): boolean {
  return isTrue(cursor.attribute('val') ?? '1');
}

function fillAt(cursor: XmlCursor, theme: Theme): string | null {
  let fill: string | null = null;
  let isSolid = false;
  while (cursor.nextWithin('fill')) {
    if (cursor.opens('patternFill')) isSolid = cursor.attribute('patternType') === 'solid';
    else if (isSolid && cursor.opens('fgColor')) fill = colourAt(cursor, theme);
  }
  return fill;
}

function linesAt(cursor: XmlCursor, theme: Theme): CellLook['lines'] {
  const lines: Partial<Record<Side, LineLook>> = {};
  let open: Side | null = null;
  while (cursor.nextWithin('border')) {
    if (cursor.closing) continue;
    if (isSide(cursor.name)) {
      open = cursor.name;
      const style = cursor.attribute('style') ?? 'none';
      if (style !== 'none') lines[open] = { style, colour: null };
    } else if (cursor.name === 'color') colour(lines, open, colourAt(cursor, theme));
  }
  return lines;
}

function colour(lines: Partial<Record<Side, LineLook>>, side: Side | null, of: string | null): void {
  const line = side === null ? undefined : lines[side];
  if (side !== null && line !== undefined) lines[side] = { ...line, colour: of };
}

function isSide(name: string): name is Side {
  return SIDES.has(name);
}

function lookAt(cursor: XmlCursor, { fonts, fills, borders }: Lists): CellLook {
  const of = (attribute: string): number => Number(cursor.attribute(attribute) ?? 0);
  const look = { font: fonts[of('fontId')] ?? NO_FONT, fill: fills[of('fillId')] ?? null, lines: borders[of('borderId')] ?? {}, horizontal: null as string | null, vertical: null as string | null, wrap: false };
  while (cursor.nextWithin('xf')) {
    if (!cursor.opens('alignment')) continue;
    look.horizontal = cursor.attribute('horizontal');
    look.vertical = cursor.attribute('vertical');
    look.wrap = isTrue(cursor.attribute('wrapText'));
  }
  return look;
}
