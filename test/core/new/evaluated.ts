/** Works out the plain formulas of new forms: IF, COUNT, SUM, the four operations, comparisons, cells of other sheets. */

import { address, placeOf } from '#core/table/grid';

export type Value = number | string | null;
export type CellValueAt = (sheet: string, cell: string) => Value;

const TOKEN = /\s*('(?:[^']|'')+'![A-Z]+\d+(?::[A-Z]+\d+)?|[A-Z]+\d+(?::[A-Z]+\d+)?|[A-Z]+(?=\()|"(?:[^"]|"")*"|\d+(?:\.\d+)?|<=|>=|<>|[-+*/(),<>=])/y;

/** @throws {SyntaxError} for what new forms do not write */
export function evaluated(formula: string, sheet: string, valueAt: CellValueAt): Value {
  return new Evaluation(tokens(formula), sheet, valueAt).whole();
}

function tokens(formula: string): string[] {
  const found: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    const [, token] = TOKEN.exec(formula) ?? [];
    if (token === undefined) throw new SyntaxError(`Cannot read formula ${formula}`);
    found.push(token);
  }
  return found;
}

class Evaluation {
  readonly #tokens: string[];
  readonly #sheet: string;
  readonly #valueAt: CellValueAt;

  constructor(all: string[], sheet: string, valueAt: CellValueAt) {
    this.#tokens = all;
    this.#sheet = sheet;
    this.#valueAt = valueAt;
  }

  whole(): Value {
    const [value = null] = this.#compared();
    if (this.#tokens.length > 0) throw new SyntaxError(`Cannot read what follows: ${this.#tokens.join(' ')}`);
    return value;
  }

  #compared(): Value[] {
    const left = this.#sum();
    const operator = this.#tokens[0] ?? '';
    if (!['<', '>', '<=', '>=', '='].includes(operator)) return left;
    this.#tokens.shift();
    const [a, b] = [this.#number(left), this.#number(this.#sum())];
    const holds = { '<': a < b, '>': a > b, '<=': a <= b, '>=': a >= b, '=': a === b }[operator];
    return [holds === true ? 1 : 0];
  }

  #sum(): Value[] {
    let left = this.#product();
    while (this.#tokens[0] === '+' || this.#tokens[0] === '-') {
      const sign = this.#tokens.shift() === '+' ? 1 : -1;
      left = [this.#number(left) + sign * this.#number(this.#product())];
    }
    return left;
  }

  #product(): Value[] {
    let left = this.#term();
    while (this.#tokens[0] === '*' || this.#tokens[0] === '/') {
      const times = this.#tokens.shift() === '*';
      const right = this.#number(this.#term());
      left = [times ? this.#number(left) * right : this.#number(left) / right];
    }
    return left;
  }

  #term(): Value[] {
    const token = this.#tokens.shift() ?? '';
    if (/^\d/.test(token)) return [Number(token)];
    if (token.startsWith('"')) return [token.slice(1, -1)];
    if (/^[A-Z]+$/.test(token)) return [this.#called(token)];
    return this.#cells(token);
  }

  /** Every argument is worked out; what an error would be elsewhere is only thrown where it is used. */
  #called(name: string): Value {
    const given: (Value[] | RangeError)[] = [];
    do {
      this.#tokens.shift();
      given.push(this.#argument());
    } while (this.#tokens[0] === ',');
    this.#tokens.shift();
    if (name === 'IF') return only(given[only(given[0]) === 1 ? 1 : 2]);
    const numbers = given.flatMap((one) => (one instanceof RangeError ? [] : one)).filter((value) => typeof value === 'number');
    if (name === 'COUNT') return numbers.length;
    if (name === 'SUM') return numbers.reduce((sum, value) => sum + value, 0);
    throw new SyntaxError(`Cannot work out ${name}`);
  }

  #argument(): Value[] | RangeError {
    const before = [...this.#tokens];
    try {
      return this.#compared();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#skip(before);
      return error;
    }
  }

  /** Goes on behind an argument that is an error. */
  #skip(before: readonly string[]): void {
    let depth = 0;
    const end = before.findIndex((token) => {
      if (token === '(') depth += 1;
      if (token === ')') depth -= 1;
      return depth < 0 || (depth === 0 && token === ',');
    });
    this.#tokens.splice(0, this.#tokens.length, ...before.slice(end));
  }

  #cells(token: string): Value[] {
    const [, quoted, first, last = first] = /^(?:'(.+)'!)?([A-Z]+\d+)(?::([A-Z]+\d+))?$/.exec(token) ?? [];
    if (first === undefined || last === undefined) throw new SyntaxError(`Cannot read ${token}`);
    const sheet = quoted === undefined ? this.#sheet : quoted.replaceAll("''", "'");
    const [from, to] = [placeOf(first), placeOf(last)];
    return Array.from({ length: to.row - from.row + 1 }, (_, i) => this.#valueAt(sheet, address(from.row + i, from.column)));
  }

  #number([value]: Value[]): number {
    if (typeof value === 'string') throw new RangeError('#VALUE!');
    return value ?? 0;
  }
}

/** The value of an argument that is used. */
function only(argument: Value[] | RangeError | undefined): Value {
  if (argument instanceof RangeError) throw argument;
  return argument?.[0] ?? null;
}
