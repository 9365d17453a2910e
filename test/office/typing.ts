/** What Excel makes of what is put into a cell: the reason why a text must be told to stay one. */
import type { BookCell } from '#test/office/book-cell';

type Made = Pick<BookCell, 'value' | 'type' | 'formula' | 'quoted'> & { readonly format?: string };

const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#SPILL!', '#CALC!']);
const NUMBER = /^[+-]?(\d+|\d{1,3}(,\d{3})+)?(\.\d*)?(e[+-]?\d+)?$/i;
const DATE = /^\d{1,4}[/-]\d{1,2}([/-]\d{1,4})?$/;
const MONTH = /^(\d{1,2}[ -])?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]\d{1,4}$/i;
const TIME = /^\d{1,2}:\d{2}(:\d{2})?( ?[ap]m?)?$/i;

/** @throws {SyntaxError} for a formula that Excel does not take */
export function typed(value: string | number | boolean, format: string): Made {
  if (format === '@') return textOf(typeof value === 'boolean' ? String(value).toUpperCase() : String(value));
  if (typeof value === 'number') return { value, type: 'Double', formula: null, quoted: false };
  if (typeof value === 'boolean') return { value, type: 'Boolean', formula: null, quoted: false };
  return entered(value);
}

function entered(text: string): Made {
  if (text.startsWith("'")) return { ...textOf(text.slice(1), ''), quoted: true };
  if (/^[=+@-]./.test(text) && !NUMBER.test(text) && !DATE.test(text.slice(1))) return formulaOf(text);
  return constantOf(text.trim()) ?? textOf(text, '');
}

/** In a cell of texts an apostrophe before a text is taken off likewise. */
function textOf(text: string, prefix = "'"): Made {
  const own = prefix !== '' && text.startsWith(prefix) ? text.slice(1) : text;
  return { value: own, type: own === '' ? 'Empty' : 'String', formula: null, quoted: own !== text };
}

/** Whoever plugs an engine in calculates; here every formula gives 0. */
function formulaOf(text: string): Made {
  const formula = `=${text.replace(/^[=@]/, '')}`;
  const bare = formula.replaceAll(/"[^"]*"/g, '""');
  if (bare.split('(').length !== bare.split(')').length || /[=+*/^&-]$|[(,][*/,)]/.test(bare.slice(1))) throw new SyntaxError(`Excel does not take ${formula}`);
  return { value: 0, type: 'Double', formula, quoted: false };
}

function constantOf(text: string): Made | null {
  if (/^(true|false)$/i.test(text)) return { value: text.toLowerCase() === 'true', type: 'Boolean', formula: null, quoted: false };
  if (ERRORS.has(text.toUpperCase())) return { value: text.toUpperCase(), type: 'Error', formula: null, quoted: false };
  return /\d/.test(text) ? figureOf(text) : null;
}

function figureOf(text: string): Made | null {
  const made = (value: number): Made => ({ value, type: 'Double', formula: null, quoted: false });
  if (NUMBER.test(text)) return made(Number(text.replaceAll(',', '')));
  if (text.endsWith('%') && NUMBER.test(text.slice(0, -1))) return { ...made(Number(text.slice(0, -1)) / 100), format: '0%' };
  if (DATE.test(text) || MONTH.test(text)) return { ...made(44_000), format: 'd-mmm' };
  return TIME.test(text) ? { ...made(0.5), format: 'h:mm' } : null;
}

/** Whether a text that is typed stays one, without an apostrophe. */
export function staysText(text: string, format: string): boolean {
  try {
    return typed(text, format).value === text;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
