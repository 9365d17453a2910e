/** How likely a slip of the generator makes one printed figure of another, and which figures it may have been. */
import { power, Rational } from '#test/core/numbers/rational';
import type { Slip, Slipped } from '#test/generate/injections';
import type { Options } from '#test/generate/options';
import { everyDraw } from '#test/generate/oracle/every-draw';
import type { Placed } from '#test/generate/sheet';

export interface Slips {
  readonly slips: Readonly<Record<string, Slip>>;
  readonly placed: readonly Placed[];
  readonly options: Options;
}

/** What stands in a cell: a figure and its decimals. */
export interface Seen {
  readonly printed: Rational;
  readonly places: number;
}

/** Each slip as likely as any other: the chance that it makes this of that. */
export function chanceOfSlip(figure: Placed, seen: Seen, { slips, placed, options }: Slips): number {
  const names = Object.keys(slips);
  return names.reduce((sum, name) => {
    const slip = slips[name];
    if (slip === undefined || (name === 'wrong share' && !mayBeShare(figure))) return sum;
    if (name === 'wrong share') return sum + shareChance(figure, seen) / names.length;
    everyDraw((random) => {
      last = slip(figure, { placed, options, random });
    }, (chance) => {
      if (isSeen(last, figure, seen)) sum += chance / names.length;
    });
    return sum;
  }, 0);
}

let last: Slipped | null = null;

function isSeen(slipped: Slipped | null, { places }: Placed, seen: Seen): boolean {
  return slipped !== null && slipped.printed.compare(seen.printed) === 0 && (slipped.places ?? places) === seen.places;
}

function mayBeShare({ indicator, role }: Placed): boolean {
  return indicator.rateOf !== undefined && role === 'actual';
}

/** Any figure from 1 to below 99: too many to be taken one by one. */
function shareChance({ places, printed }: Placed, seen: Seen): number {
  const all = 99 * 10 ** places;
  const steps = seen.printed.times(power(places));
  return seen.places === places && steps.d === 1n && steps.n >= 1n && steps.n <= BigInt(all) && printed.compare(seen.printed) !== 0 ? 1 / all : 0;
}

/** Every figure that some slip may have made this one of, by what was typed alone: more than there are, none left out. */
export function originsOf({ printed, places }: Seen): Rational[] {
  const digits = printed.size().times(power(places)).text(0);
  const shorter = ['0', '000'].filter((zeros) => digits.endsWith(zeros)).map((zeros) => digits.slice(0, -zeros.length));
  const texts = [...Array.from({ length: digits.length + 1 }, (_, at) => slipsAt(digits, at)).flat(), ...shorter, digits];
  const sizes = [...new Set(texts)].filter((text) => text !== '').map((text) => new Rational(BigInt(text)).times(power(-places)));
  return sizes.flatMap((size) => [size, new Rational(-size.n, size.d)]).filter((value) => value.compare(printed) !== 0);
}

const DIGITS = Array.from({ length: 10 }, (_, digit) => String(digit));

/** A digit changed, lost, added, or swapped with the next one. */
function slipsAt(digits: string, at: number): string[] {
  const [before, own, next, after] = [digits.slice(0, at), digits[at] ?? '', digits[at + 1] ?? '', digits.slice(at + 1)];
  return [...DIGITS.flatMap((digit) => [before + digit + after, before + digit + own + after]), before + after, before + next + own + digits.slice(at + 2)];
}
