/**
 * Walks the tags of plain XML from left to right. Prefixes are dropped: `<x:c>` is a `c`.
 *
 * It builds nothing: 100 000 rows are some three million tags, and a tree of them would not fit.
 */
/* eslint-disable unicorn/prefer-code-point -- what is compared is ASCII, and each character of a sheet passes here */
import { decodeXml } from '#adapters/xlsx/xml-text';

const SLASH = 47;
const COLON = 58;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

function isQuote(code: number): boolean {
  return code === DOUBLE_QUOTE || code === SINGLE_QUOTE;
}

export class XmlCursor {
  /** The local name of the tag under the cursor. */
  name = '';
  /** `</c>` */
  closing = false;
  /** `<c/>` */
  empty = false;
  /** Where the tag under the cursor begins. */
  from = 0;
  private readonly text: string;
  private nameEnd = 0;
  private end = 0;

  /**
   * @param text as {@link plainXml} leaves it, decoded
   * @param from where to begin, outside any tag
   */
  constructor(text: string, from = 0) {
    this.text = text;
    this.end = from;
  }

  /** Just after the tag under the cursor. */
  get to(): number {
    return this.end;
  }

  /** Goes to the next tag; false where none is left. */
  next(): boolean {
    const { text } = this;
    let open = text.indexOf('<', this.end);
    while (open >= 0 && text.charCodeAt(open + 1) === QUESTION) open = text.indexOf('<', open + 1);
    if (open < 0) return false;
    this.from = open;
    this.closing = text.charCodeAt(open + 1) === SLASH;
    this.readName(this.closing ? open + 2 : open + 1);
    this.end = this.tagEnd();
    this.empty = text.charCodeAt(this.end - 2) === SLASH;
    return true;
  }

  /**
   * Steps over what a pattern finds right after this tag; null where it finds nothing, and the cursor stays.
   *
   * @param pattern sticky, and matching whole tags
   */
  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.end;
    const found = pattern.exec(this.text);
    if (found !== null) this.end = pattern.lastIndex;
    return found;
  }

  /** Goes to the next tag inside this element; false on its end, which an empty element is itself. */
  nextWithin(element: string): boolean {
    if (this.empty && this.name === element) return false;
    return this.next() && !(this.closing && this.name === element);
  }

  /** Whether the cursor is on the opening tag of this element. */
  opens(name: string): boolean {
    return !this.closing && this.name === name;
  }

  /** The text from this tag to the next, entities unresolved; '' after `<v/>`. */
  textAfter(): string {
    if (this.empty) return '';
    const next = this.text.indexOf('<', this.end);
    return this.text.slice(this.end, next === -1 ? undefined : next);
  }

  /**
   * An attribute of the tag under the cursor, or null.
   *
   * @param name without a prefix; `:id` asks for the one that has some prefix, as in `r:id`
   */
  attribute(name: string): string | null {
    const { text } = this;
    let at = this.nameEnd;
    while (at < this.end) {
      while (isSpace(text.charCodeAt(at))) at += 1;
      const from = at;
      while (at < this.end && text.charCodeAt(at) !== EQUALS) at += 1;
      const open = this.quoteAfter(at);
      const close = open < 0 ? -1 : text.indexOf(text.charAt(open), open + 1);
      if (close < 0) return null;
      if (this.isNamed(from, at, name)) return decodeXml(text.slice(open + 1, close));
      at = close + 1;
    }
    return null;
  }

  private isNamed(from: number, equals: number, name: string): boolean {
    let to = equals;
    while (to > from && isSpace(this.text.charCodeAt(to - 1))) to -= 1;
    const start = name.charCodeAt(0) === COLON ? to - name.length : from;
    return start >= from && to - start === name.length && this.text.startsWith(name, start);
  }

  private quoteAfter(from: number): number {
    for (let at = from; at < this.end; at += 1) if (isQuote(this.text.charCodeAt(at))) return at;
    return -1;
  }

  private readName(from: number): void {
    const { text } = this;
    let start = from;
    let at = from;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === GREATER || code === SLASH || isSpace(code)) break;
      if (code === COLON) start = at + 1;
    }
    this.nameEnd = at;
    this.name = text.slice(start, at);
  }

  /** Just after the `>` that ends this tag; one inside quotes does not. */
  private tagEnd(): number {
    const { text } = this;
    for (let at = this.nameEnd; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === GREATER) return at + 1;
      if (isQuote(code)) at = this.closingQuote(at);
    }
    throw new SyntaxError(`Cannot read XML: the tag "${this.name.slice(0, 40)}" has no end`);
  }

  private closingQuote(open: number): number {
    const close = this.text.indexOf(this.text.charAt(open), open + 1);
    return close === -1 ? this.text.length : close;
  }
}
