/** What single header cells announce: an ordinal, a column of names, a unit, figures of some kind. Spec: docs/spec.md, T1. */
import { remembered } from '#core/remembered';
import { folded } from '#core/table/vietnamese';

export type HeaderWord = 'ordinal' | 'name' | 'unit' | 'figure';

const ORDINAL = /^(tt|stt|so tt|so thu tu|thu tu)$/;
/** The English abbreviation; "Nợ" is a debt. */
const NUMBER = /^no\.?$/i;
const PLACE = '(?:tinh|thanh pho|thi xa|quan|huyen|xa|phuong|thi tran|dac khu|vung|dia phuong|don vi|dia ban|khu vuc)';
const NAME = new RegExp(String.raw`^(?:(?:cac )?(?:chi tieu|noi dung|danh muc|hang muc|nhiem vu|linh vuc|nganh|loai hinh|dien giai|tieu chi|muc tieu)\b.{0,40}|ten\b.{0,40}|(?:cac )?${PLACE}(?:\s*[,/\-;]\s*${PLACE})*)$`);
const UNIT = /^(?:don vi tinh|dvt|dv tinh|don vi do|d\.?v\.?t\.?|d\.? ?vi tinh|d\.? ?v\.? ?tinh|don vi tinh .{0,20})$/;
const FIGURE = /\b(?:nam|quy|thang|thuc hien|ke hoach|uoc|luy ke|so voi|so sanh|tang|giam|ty le|ti le|so luong|cung ky|gia tri|du kien|tong so|ty trong|co cau|(?:19|20)\d\d|th|uth|kh)\b|%./;

/** What a header cell announces; null for words that announce nothing known. */
export const headerWord = remembered(20_000, (text) => (text.length > 160 ? null : wordOf(folded(text), text)));

function wordOf(text: string, written: string): HeaderWord | null {
  if (ORDINAL.test(text) || NUMBER.test(written.trim())) return 'ordinal';
  if (UNIT.test(text)) return 'unit';
  if (NAME.test(text)) return 'name';
  return FIGURE.test(text) ? 'figure' : null;
}

/** A number that is a year rather than a figure. */
export function isYear(value: number): boolean {
  return value >= 1980 && value <= 2100 && value % 1 === 0;
}
