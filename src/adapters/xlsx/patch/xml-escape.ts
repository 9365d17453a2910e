/** Puts text into XML so that a reader gets the same text back, whatever it holds. */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' };

/** Half of a pair stands for no character, and no encoding can carry it. */
const LONE_SURROGATE = /[\uD800-\uDFFF]/gu;
/** What XML cannot hold, and `\r`, which every reader turns into `\n`. */
const UNWRITABLE = /[\0-\u0008\v\f\r\u000E-\u001F\uFFFE\uFFFF]/g;
/** A text that would be taken for an escape. */
const LOOKS_ESCAPED = /_(?=x[\da-f]{4}_)/gi;

/** Character data: `>` too, so that no `]]>` can arise. */
export function escapeText(text: string): string {
  return wellFormed(text).replaceAll(/[&<>]/g, entity);
}

/** The value of an attribute in double quotes; line ends and tabs are kept. */
export function escapeAttribute(text: string): string {
  return wellFormed(text).replaceAll(/[&<>"\t\n\r]/g, entity);
}

/** The text of a cell, a note or a formula: what XML cannot hold stands as `_x000D_` (ECMA-376, ST_Xstring). */
export function escapeCellText(text: string): string {
  return escapeText(xstring(text));
}

/** The same in an attribute, as names of table columns are written. */
export function escapeCellAttribute(text: string): string {
  return escapeAttribute(xstring(text).replaceAll('\n', '_x000a_'));
}

function xstring(text: string): string {
  return text.replaceAll(LOOKS_ESCAPED, '_x005F_').replaceAll(UNWRITABLE, escapedUnit);
}

function escapedUnit(unit: string): string {
  return `_x${(unit.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** U+FFFD for what stands for no character: a half pair, and controls that are no text in this place. */
function wellFormed(text: string): string {
  return text.replaceAll(LONE_SURROGATE, '\uFFFD').replaceAll(/[\0-\u0008\v\f\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD');
}

function entity(character: string): string {
  return ENTITIES[character] ?? character;
}
