/** The years that a template's texts leave open: `{year}` is the one reported, `{year-1}` the one before, `{year+1}` the next. */

const YEAR_PARAMETER = /\{year([+-][1-9])?\}/g;

/** Puts the year reported into a text; `…` where it is not known. */
export function inYear(text: string, year: number | null): string {
  return text.replaceAll(YEAR_PARAMETER, (_, offset?: string) => (year === null ? '…' : String(year + +(offset ?? '0'))));
}

/** Which years of a text move with the year reported, as numbers of years from it. */
export interface MovingYears {
  readonly offsets: readonly number[];
  /** Also years beside a slash or a dash, which are dates and spans in a name, and two sides of a comparison in a header. */
  readonly joined: boolean;
}

/** Takes the year reported, and years near it, out of a text; braces, which would stand for years, become parentheses. */
export function withoutYear(text: string, year: number | null, { offsets, joined }: MovingYears): string {
  const open = text.replaceAll('{', '(').replaceAll('}', ')');
  if (year === null) return open;
  const years = joined ? /(?<!\d)(?:19|20)\d\d(?!\d)/g : /(?<![\d.,/–-])(?:19|20)\d\d(?![\d/–-]|[.,]\d)/g;
  return open.replaceAll(years, (found) => {
    const offset = +found - year;
    if (!offsets.includes(offset)) return found;
    return offset === 0 ? '{year}' : `{year${offset > 0 ? '+' : ''}${offset}}`;
  });
}
