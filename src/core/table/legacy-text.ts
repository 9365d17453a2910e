/**
 * Vietnamese text of the years before Unicode: TCVN3 (fonts named .Vn…) and VNI.
 *
 * A sheet tells no font here, so the words themselves have to: those that are Vietnamese syllables in one of these
 * encodings and none as they stand. Spec: docs/spec.md, T8.
 */
import { remembered } from '#core/remembered';

export type LegacyEncoding = 'tcvn3' | 'vni';

const TCVN3 = pairs('µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ¨©ª«¬\u00AD®¡¢§£¤¥¦', 'àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵăâêôơưđĂÂĐÊÔƠƯ');

const ACUTE = '\u0301', GRAVE = '\u0300', HOOK = '\u0309', TILDE = '\u0303', DOT = '\u0323', CIRCUMFLEX = '\u0302', BREVE = '\u0306';

/** What a VNI letter adds to the vowel before it. */
const VNI_MARKS = new Map([
  ['ù', ACUTE], ['ø', GRAVE], ['û', HOOK], ['õ', TILDE], ['ï', DOT],
  ['â', CIRCUMFLEX], ['á', CIRCUMFLEX + ACUTE], ['à', CIRCUMFLEX + GRAVE], ['å', CIRCUMFLEX + HOOK], ['ã', CIRCUMFLEX + TILDE], ['ä', CIRCUMFLEX + DOT],
  ['ê', BREVE], ['é', BREVE + ACUTE], ['è', BREVE + GRAVE], ['ú', BREVE + HOOK], ['ü', BREVE + TILDE], ['ë', BREVE + DOT],
]);
const VNI_LETTERS = pairs('ñôöíìæóòî', 'đơưíìỉĩịỵ');

/** Letter by letter: all of them lie in the first plane. */
function pairs(from: string, to: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (let i = 0; i < from.length; i += 1) map.set(from.charAt(i), to.charAt(i));
  return map;
}

/** The text as its old font shows it. */
export function decodeLegacy(text: string, encoding: LegacyEncoding): string {
  return encoding === 'tcvn3' ? text.replaceAll(/[\u00A1-\u00FF]/g, (letter) => TCVN3.get(letter) ?? letter) : fromVni(text);
}

/** A vowel and its mark, or a letter of its own; capitals likewise. */
const VNI = /([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ñôöíìæóòî]/gi;

function fromVni(text: string): string {
  return text.replaceAll(VNI, (found, vowel?: string, mark?: string) => {
    const base = vowel ?? found;
    const letter = VNI_LETTERS.get(base.toLowerCase()) ?? base.toLowerCase();
    const cased = base === base.toLowerCase() ? letter : letter.toUpperCase();
    return (cased + (VNI_MARKS.get((mark ?? '').toLowerCase()) ?? '')).normalize('NFC');
  });
}

const ONSET = '(?:ngh|ng|nh|n|gh|gi|g|kh|k|ch|c|ph|p|th|tr|t|qu|b|d|đ|h|l|m|r|s|v|x)?';
const RHYME = '(?:[aăâeêioôơuưy]|ia|iê|yê|ua|uô|ưa|ươ|oa|oă|oe|uâ|uê|uy|uơ|uyê|uya)(?:ch|nh|ng|c|m|n|p|t|[iouy])?';
const SYLLABLE = new RegExp(`^${ONSET}${RHYME}$`);
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** A Vietnamese syllable with one tone at most. */
function isSyllable(word: string): boolean {
  const letters = word.toLowerCase().normalize('NFD');
  const tones = letters.match(TONES)?.length ?? 0;
  return tones <= 1 && SYLLABLE.test(letters.replaceAll(TONES, '').normalize('NFC'));
}

/** Words that must speak for an encoding at least, and how many of them outweigh one that cannot be written in it. */
const FEWEST = 3;
const AGAINST = 9;

/**
 * The encoding that a text was written in, where its words leave no doubt; null for Unicode and for too little text.
 *
 * @param text the more of it the better: headers and names of a whole sheet
 */
export function legacyEncoding(text: string): LegacyEncoding | null {
  if (isUnicode(text)) return null;
  const words = [...new Set(text.match(/[\p{L}\u00A1-\u00FF]+/gu))].filter((word) => /[\u00A1-\u00FF]/.test(word)).map(judged);
  const votes = (['tcvn3', 'vni'] as const).map((encoding) => ({
    encoding,
    against: words.filter((word) => !word[encoding]).length,
    hits: words.filter((word) => word[encoding] && !word.unicode).length,
  }));
  const [best] = votes.toSorted((a, b) => b.hits - a.hits);
  return best !== undefined && best.hits >= FEWEST && best.hits >= AGAINST * best.against ? best.encoding : null;
}

/** Letters that neither encoding has, and Vietnamese has in Unicode: ă, đ, ơ, ộ. */
export function isUnicode(text: string): boolean {
  return /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u0300-\u0323\u1EA0-\u1EF9]/.test(text);
}

/** Whether a word is a Vietnamese syllable as it stands, and read in each encoding. */
type Judgement = Readonly<Record<LegacyEncoding | 'unicode', boolean>>;

/** Vietnamese has some 7000 syllables, and the files of a folder share most of theirs. */
const judged = remembered(20_000, (word): Judgement => ({
  unicode: isSyllable(word), tcvn3: isSyllable(decodeLegacy(word, 'tcvn3')), vni: isSyllable(decodeLegacy(word, 'vni')),
}));
