/** A formula inside a sentence. */
import { cutText } from '#core/cut-text';
import type { Print } from '#core/print';

/** Longer ones are known by their beginning. */
const MOST = 120;

/** As the reader's Excel shows it, cut where it is long. @param formula in en-US and without `=` */
export function quoted(formula: string, print: Print): string {
  return cutText(print.formula(formula), MOST);
}
