/** The looks of a file's cells as the grid has them. */
import { BooleanNumber, BorderStyleTypes, HorizontalAlign, VerticalAlign, WrapStrategy, type IBorderStyleData, type IStyleData } from '@univerjs/core';
import type { CellLook, FontLook, LineLook, Side } from '#adapters/xlsx/look/cell-looks';

const LINES: Readonly<Record<string, BorderStyleTypes>> = {
  thin: BorderStyleTypes.THIN, hair: BorderStyleTypes.HAIR, dotted: BorderStyleTypes.DOTTED, dashed: BorderStyleTypes.DASHED, dashDot: BorderStyleTypes.DASH_DOT,
  dashDotDot: BorderStyleTypes.DASH_DOT_DOT, double: BorderStyleTypes.DOUBLE, medium: BorderStyleTypes.MEDIUM, mediumDashed: BorderStyleTypes.MEDIUM_DASHED,
  mediumDashDot: BorderStyleTypes.MEDIUM_DASH_DOT, mediumDashDotDot: BorderStyleTypes.MEDIUM_DASH_DOT_DOT, slantDashDot: BorderStyleTypes.SLANT_DASH_DOT, thick: BorderStyleTypes.THICK,
};
const SIDES: Readonly<Record<Side, 't' | 'b' | 'l' | 'r'>> = { top: 't', bottom: 'b', left: 'l', right: 'r' };
const HORIZONTAL: Readonly<Record<string, HorizontalAlign>> = { left: HorizontalAlign.LEFT, center: HorizontalAlign.CENTER, centerContinuous: HorizontalAlign.CENTER, right: HorizontalAlign.RIGHT, justify: HorizontalAlign.JUSTIFIED };
const VERTICAL: Readonly<Record<string, VerticalAlign>> = { top: VerticalAlign.TOP, center: VerticalAlign.MIDDLE, bottom: VerticalAlign.BOTTOM };
const BLACK = '000000';

/** @param format of the cells, null for General */
export function gridStyle(look: CellLook | undefined, format: string | null): IStyleData {
  return { ...(look !== undefined && looked(look)), ...(format !== null && { n: { pattern: format } }) };
}

function looked({ font, fill, lines, horizontal, vertical, wrap }: CellLook): IStyleData {
  const [ht, vt] = [HORIZONTAL[horizontal ?? ''], VERTICAL[vertical ?? 'bottom']];
  return {
    ...fontStyle(font),
    ...(fill !== null && { bg: rgb(fill) }),
    ...(Object.keys(lines).length > 0 && { bd: Object.fromEntries(Object.entries(lines).map(([side, line]) => [SIDES[side as Side], lineStyle(line)])) }),
    ...(ht !== undefined && { ht }),
    ...(vt !== undefined && { vt }),
    ...(wrap && { tb: WrapStrategy.WRAP }),
  };
}

function fontStyle({ name, size, bold, italic, underline, colour }: FontLook): IStyleData {
  return {
    ...(name !== null && { ff: name }), ...(size !== null && { fs: size }),
    ...(bold && { bl: BooleanNumber.TRUE }), ...(italic && { it: BooleanNumber.TRUE }), ...(underline && { ul: { s: BooleanNumber.TRUE } }),
    ...(colour !== null && { cl: rgb(colour) }),
  };
}

function lineStyle({ style, colour }: LineLook): IBorderStyleData {
  return { s: LINES[style] ?? BorderStyleTypes.THIN, cl: rgb(colour ?? BLACK) };
}

function rgb(colour: string): { readonly rgb: string } {
  return { rgb: `#${colour}` };
}
