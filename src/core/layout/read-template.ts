/**
 * Reads a template from JSON: its shape first, then what only a look at the whole can tell.
 *
 * The schema in templates/template.schema.json says the same for editors; this is what the product relies on.
 */
import { checkTemplate, RELATIONS, type Indicator, type Section, type Template } from '#core/layout/template';

/** @throws {SyntaxError} naming the first field that is not as it should be */
export function readTemplate(json: unknown): Template {
  const template = object(json, 'the template');
  const made: Template = {
    version: 1,
    id: text(template, 'id', 'the template'),
    name: names(template),
    title: texts(template, 'title'),
    columns: list(template, 'columns').map((column) => ({ role: text(column, 'role', 'a column'), header: texts(column, 'header') })),
    requiredColumns: texts(template, 'requiredColumns'),
    sections: list(template, 'sections').map(section),
  };
  if (template['version'] !== 1) throw fault('the template', 'version', '1');
  return checkTemplate(made);
}

type Json = Readonly<Record<string, unknown>>;

function fault(where: string, field: string, wanted: string): SyntaxError {
  return new SyntaxError(`Cannot read ${where}: "${field}" must be ${wanted}`);
}

function object(json: unknown, where: string): Json {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new SyntaxError(`Cannot read ${where}: write it as an object`);
  return json as Json;
}

function text(json: Json, field: string, where: string): string {
  const value = json[field];
  if (typeof value !== 'string' || value.length > LONGEST_TEXT) throw fault(where, field, `a text of up to ${LONGEST_TEXT} characters`);
  return value;
}

/** Names and ids stand in findings, each time whole. */
const LONGEST_TEXT = 500;

function texts(json: Json, field: string): string[] {
  const value = json[field] ?? [];
  if (!Array.isArray(value) || value.some((one) => typeof one !== 'string' || one.length > LONGEST_TEXT)) throw fault('the template', field, `a list of texts of up to ${LONGEST_TEXT} characters`);
  return value as string[];
}

function list(json: Json, field: string): Json[] {
  const value = json[field];
  if (!Array.isArray(value)) throw fault('the template', field, 'a list');
  return value.map((one) => object(one, `an entry of "${field}"`));
}

function names(json: Json): Template['name'] {
  const name = object(json['name'], 'the name');
  return { vi: text(name, 'vi', 'the name'), en: text(name, 'en', 'the name') };
}

function section(json: Json): Section {
  const id = text(json, 'id', 'a section');
  const where = `section ${id}`;
  return { id, ordinal: text(json, 'ordinal', where), name: text(json, 'name', where), aliases: texts(json, 'aliases'), rows: list(json, 'rows').map(indicator) };
}

const KINDS = ['count', 'amount', 'average', 'rate', 'heading'] as const;
const POLARITIES = ['more', 'less', 'neutral'] as const;

function indicator(json: Json): Indicator {
  const id = text(json, 'id', 'a row');
  const where = `row ${id}`;
  const parent = json['parent'] ?? null;
  if (parent !== null && typeof parent !== 'string') throw fault(where, 'parent', 'an id or null');
  return {
    id, parent,
    ordinal: text(json, 'ordinal', where), name: text(json, 'name', where), aliases: texts(json, 'aliases'),
    unit: text(json, 'unit', where), units: texts(json, 'units'),
    kind: oneOf(json, 'kind', where, KINDS), polarity: oneOf(json, 'polarity', where, POLARITIES),
    ...(json['parts'] === undefined ? {} : { parts: texts(json, 'parts') }),
    ofWhich: texts(json, 'ofWhich'),
    ...pair(json, 'rateOf', where, 'numerator', 'denominator'),
    ...pair(json, 'flow', where, 'opened', 'closed'),
    ...inferred(json, where),
    negative: json['negative'] === true,
    requiredFigures: texts(json, 'requiredFigures'),
    ...plausible(json, where),
  };
}

function inferred(json: Json, where: string): Pick<Indicator, 'inferred'> {
  if (json['inferred'] === undefined) return {};
  const names = texts(json, 'inferred').map((name) => RELATIONS.find((one) => one === name));
  const known = names.filter((name) => name !== undefined);
  if (known.length < names.length) throw fault(where, 'inferred', `a list of ${RELATIONS.join(', ')}`);
  return { inferred: known };
}

function plausible(json: Json, where: string): Pick<Indicator, 'plausible'> {
  if (json['plausible'] === undefined) return {};
  const range = object(json['plausible'], `"plausible" of ${where}`);
  const per = range['per'] === undefined ? null : text(range, 'per', where);
  return { plausible: { per, unit: text(range, 'unit', where), from: figure(range, 'from', where), to: figure(range, 'to', where) } };
}

/** A canonical decimal as text; an exponent could ask for millions of digits. */
function figure(json: Json, field: string, where: string): string {
  const value = text(json, field, where);
  if (!/^-?\d{1,30}(?:\.\d{1,30})?$/.test(value)) throw fault(where, field, 'a figure such as "1234.5"');
  return value;
}

function oneOf<const Value extends string>(json: Json, field: string, where: string, values: readonly Value[]): Value {
  const value = values.find((one) => one === json[field]);
  if (value === undefined) throw fault(where, field, `one of ${values.join(', ')}`);
  return value;
}

/** An optional field that names two rows. */
function pair<const Field extends string, const First extends string, const Second extends string>(json: Json, field: Field, where: string, first: First, second: Second): { readonly [F in Field]?: { readonly [K in First | Second]: string } } {
  if (json[field] === undefined) return {};
  const value = object(json[field], `"${field}" of ${where}`);
  return { [field]: { [first]: text(value, first, where), [second]: text(value, second, where) } } as { readonly [F in Field]?: { readonly [K in First | Second]: string } };
}
