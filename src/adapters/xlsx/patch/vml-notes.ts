/** The boxes of notes: shapes in the old drawing language, without which Excel shows no note. [MS-OI29500] 2.1.1810 and ECMA-376 part 4, 19. */
import type { Splice } from '#adapters/xlsx/patch/splice';
import { maskedXml } from '#adapters/xlsx/patch/part-text';
import { LAST_COLUMN, LAST_ROW } from '#core/table/cell-reference';

export interface NotePlace {
  readonly row: number;
  readonly column: number;
  /** Lines of text that it should show. */
  readonly lines: number;
}

const NAMESPACES = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';
const SHAPE_TYPE = '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
/** Shape ids come in blocks, and a block belongs to one drawing. */
const BLOCK = 1024;
const MOST_LINES = 24;
const COLUMNS_WIDE = 3;

export function newDrawing(): string {
  return `<xml ${NAMESPACES}></xml>`;
}

/** The last block of ids that a drawing has for itself. */
export function lastShapeBlock(text: string): number {
  const lists = [...text.matchAll(/<o:idmap\b[^>]*\bdata="([\d,\s]*)"/g)].flatMap(([, data = '']) => data.split(',').map(Number));
  const shapes = [...text.matchAll(/_x0000_s(\d{1,9})\b/g)].map(([, id]) => Math.floor(Number(id) / BLOCK));
  return [...lists, ...shapes].reduce((last, one) => Math.max(last, one), 0);
}

/**
 * @param block one that no drawing of the workbook has, and after which none has any
 */
export function addNoteShapes(text: string, places: readonly NotePlace[], block: number): readonly Splice[] {
  const masked = maskedXml(text);
  const end = masked.lastIndexOf('</');
  const open = masked.indexOf('>', masked.search(/<[\w:]/)) + 1;
  const isDeclared = ['v', 'o', 'x'].every((prefix) => masked.slice(0, open).includes(`xmlns:${prefix}=`));
  const blocks = Array.from({ length: Math.ceil(places.length / (BLOCK - 1)) }, (_, i) => block + i);
  const type = masked.includes('"_x0000_t202"') ? '' : SHAPE_TYPE.replace('<v:shapetype', isDeclared ? '<v:shapetype' : `<v:shapetype ${NAMESPACES}`);
  const shapes = places.map((place, i) => {
    const id = (block + Math.floor(i / (BLOCK - 1))) * BLOCK + 1 + (i % (BLOCK - 1));
    return shape(place, id, isDeclared ? '' : ` ${NAMESPACES}`);
  });
  return [...idMap(masked, blocks, { open, isDeclared }), { from: end, to: end, text: type + shapes.join('') }];
}

/** The blocks are added to the drawing's list of them; one is made where it has none. */
function idMap(masked: string, blocks: readonly number[], { open, isDeclared }: { readonly open: number; readonly isDeclared: boolean }): readonly Splice[] {
  const known = /<o:idmap\b[^>]*?\bdata="[\d,\s]*/.exec(masked);
  if (known !== null) {
    const at = known.index + known[0].length;
    return [{ from: at, to: at, text: `${known[0].endsWith('"') ? '' : ','}${blocks.join(',')}` }];
  }
  const layout = `<o:shapelayout${isDeclared ? '' : ` ${NAMESPACES}`} v:ext="edit"><o:idmap v:ext="edit" data="${blocks.join(',')}"/></o:shapelayout>`;
  return [{ from: open, to: open, text: layout }];
}

function shape({ row, column, lines }: NotePlace, id: number, namespaces: string): string {
  const style = "position:absolute;margin-left:60pt;margin-top:2pt;width:220pt;height:60pt;z-index:1;visibility:hidden";
  const client = `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor(row, column, lines)}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData>`;
  return `<v:shape${namespaces} id="_x0000_s${id}" type="#_x0000_t202" style="${style}" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>${client}</v:shape>`;
}

/** Left column and offset, top row and offset, right, bottom: beside the cell, or as near as the sheet's edge lets it. */
function anchor(row: number, column: number, lines: number): string {
  const height = Math.min(MOST_LINES, Math.max(3, lines));
  const left = Math.min(column + 1, LAST_COLUMN - COLUMNS_WIDE);
  const top = Math.min(Math.max(0, row - 1), LAST_ROW - height);
  return [left, 15, top, 10, left + COLUMNS_WIDE, 15, top + height, 4].join(', ');
}

const SHAPE = /<v:shape\b[\s\S]*?<\/v:shape\s*>/g;

/** What takes the boxes of these cells away, and how many shapes of any kind are left then. */
export function withoutNoteShapes(text: string, places: readonly Pick<NotePlace, 'row' | 'column'>[]): { readonly splices: readonly Splice[]; readonly left: number } {
  const wanted = new Set(places.map(({ row, column }) => `${row} ${column}`));
  const shapes = [...text.matchAll(SHAPE)];
  const gone = shapes.filter(([xml]) => {
    const row = /<x:Row>\s*(\d+)/.exec(xml)?.[1];
    const column = /<x:Column>\s*(\d+)/.exec(xml)?.[1];
    return /ObjectType="Note"/.test(xml) && wanted.has(`${row ?? ''} ${column ?? ''}`);
  });
  return { splices: gone.map(({ index, 0: { length } }) => ({ from: index, to: index + length, text: '' })), left: shapes.length - gone.length };
}
