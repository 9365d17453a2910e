/**
 * The vote of a column on its notation: does "25.454" mean 25454, or 25 and a fraction?
 *
 * Every text that only one notation can read is a vote. The majority reads the texts that both can; a tie leaves them
 * ambiguous, which is said. A text that only one notation allows is always read by that one.
 * Spec: docs/spec.md, N3.
 */
import { equal, type Decimal } from '#core/numbers/decimal';
import type { Gap } from '#core/numbers/figure';
import type { Notation, NumberText } from '#core/numbers/number-text';

/** How many texts only one notation can read. */
export interface Vote {
  readonly vi: number;
  readonly en: number;
}

export const NO_VOTE: Vote = { vi: 0, en: 0 };

/** The notation of the texts that a text decides by itself, else null. */
export function notationOf({ vi, en }: NumberText): Notation | null {
  if (vi === null) return 'en';
  return en === null ? 'vi' : null;
}

export function tally(texts: Iterable<NumberText>): Vote {
  let vi = 0;
  let en = 0;
  for (const text of texts) {
    const notation = notationOf(text);
    if (notation === 'vi') vi += 1;
    if (notation === 'en') en += 1;
  }
  return { vi, en };
}

/**
 * The notation that reads a column's ambiguous texts.
 *
 * @param column the column's own votes; without any, the `table`'s decide, and without those the Vietnamese notation
 * @returns null on a tie
 */
export function elected(column: Vote, table: Vote): Notation | null {
  const vote = column.vi + column.en > 0 ? column : table;
  if (vote.vi + vote.en === 0 || vote.vi > vote.en) return 'vi';
  return vote.en > vote.vi ? 'en' : null;
}

/** What a text says under the elected notation. */
export function settled(text: NumberText, notation: Notation | null): Decimal | Gap {
  const { vi, en } = text;
  if (vi === null || en === null) return vi ?? en ?? 'unreadable';
  if (equal(vi, en)) return vi;
  if (notation === null) return 'ambiguous';
  return notation === 'vi' ? vi : en;
}
