/** A text made to fit where only so much of it has room. */

/** At most so many UTF-16 units, no pair cut in two, with "…" where something is missing. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
