/** A formula inside a sentence. */
import { cutText } from '#core/cut-text';

/** Longer ones are known by their beginning. */
const MOST = 120;

/** With its `=`, cut where it is long. */
export function quoted(formula: string): string {
  return `=${cutText(formula, MOST)}`;
}
