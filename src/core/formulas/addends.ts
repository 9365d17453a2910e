/**
 * What a formula adds up, where adding is all that it does: `D8+D9`, `SUM(D8:D11)`, `=+D8+SUM(D9:D11)`, guarded or rounded.
 *
 * Spec: docs/spec.md, O4.
 */
import { areaOf } from '#core/table/cell-reference';
import type { Area } from '#core/table/grid';

export interface Addend extends Area {
  /** As written: `D8:D11`. */
  readonly text: string;
  /** SUM passes over texts, `+` makes figures of them, NUMBERVALUE reads them in a notation of its own. */
  readonly by: 'sum' | 'plus' | 'value';
}

/** Excel's own limits: what goes beyond them is no formula of a sheet. */
const LONGEST = 8192;
const DEEPEST = 64;

/** null for a formula that does anything else, or reads another sheet or whole columns. */
export function addendsOf(formula: string): readonly Addend[] | null {
  return formula.length > LONGEST ? null : added(formula.replaceAll(/\s/g, ''), { by: 'plus', depth: 0 });
}

interface Around {
  readonly by: Addend['by'];
  readonly depth: number;
}

function added(text: string, around: Around): readonly Addend[] | null {
  const terms = around.depth > DEEPEST ? [] : split(text, '+').filter((term) => term !== '');
  return terms.length === 0 ? null : together(terms.map((term) => addend(term, around)));
}

function together(lists: readonly (readonly Addend[] | null)[]): readonly Addend[] | null {
  return lists.includes(null) ? null : lists.flatMap((list) => list ?? []);
}

function addend(term: string, { by, depth }: Around): readonly Addend[] | null {
  const area = areaOf(term);
  if (area !== null) return [{ ...area, text: term, by }];
  const taken = takenIn(term);
  return taken && together(taken.terms.map((one) => added(one, { by: taken.by ?? by, depth: depth + 1 })));
}

const CALL = /^([A-Z]*)\((.+)\)$/i;

function takenIn(term: string): Taken | null {
  const [, name = '', inside = ''] = CALL.exec(term) ?? [];
  const take = inside !== '' && isClosed(inside) ? TAKES.get(name.toUpperCase()) : undefined;
  return take?.(split(inside, ',')) ?? null;
}

interface Taken {
  readonly terms: readonly string[];
  readonly by?: Addend['by'];
}

/** Of each function the arguments that are added; null where it does something else. */
const TAKES: ReadonlyMap<string, (given: readonly string[]) => Taken | null> = new Map<string, (given: readonly string[]) => Taken | null>([
  ['', (given) => (given.length === 1 ? { terms: given } : null)],
  ['SUM', (terms) => ({ terms, by: 'sum' })],
  ['SUBTOTAL', ([kind, ...terms]) => (kind === '9' || kind === '109' ? { terms, by: 'sum' } : null)],
  ['ROUND', ([first = '']) => ({ terms: [first] })],
  ['N', ([first = '']) => ({ terms: [first] })],
  ['NUMBERVALUE', ([first = '']) => ({ terms: [first], by: 'value' })],
  ['IFERROR', ([first = '']) => ({ terms: [first] })],
  ['IF', ([, yes = '', no = '']) => (yes === '""' ? { terms: [no] } : no === '""' || no === '' ? { terms: [yes] } : null)],
]);

/** Its brackets pair up, none closes before it opens: `(D8)+(D9)` is no call. */
function isClosed(inside: string): boolean {
  let depth = 0;
  for (const { 0: sign } of inside.matchAll(/"[^"]*"|[()]/g)) {
    if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Cut at a sign that stands in no bracket and no quotes. */
function split(text: string, sign: '+' | ','): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: token, index } of text.matchAll(/"[^"]*"|'[^']*'|[(){}+,]/g)) {
    if (token === '(' || token === '{') depth += 1;
    else if (token === ')' || token === '}') depth -= 1;
    else if (token === sign && depth === 0) {
      parts.push(text.slice(from, index));
      from = index + 1;
    }
  }
  return [...parts, text.slice(from)];
}
