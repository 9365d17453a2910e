/**
 * The custom functions as their doc comments describe them: what Excel's list of functions and docs/functions.md are made from.
 *
 * Our own reader of comments, and why: docs/decisions/0010-custom-functions.md.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const root = path.dirname(import.meta.dirname);
const SOURCE = 'src/faces/functions/functions.ts';
const VIETNAMESE = 'src/faces/functions/descriptions.vi.json';

/** The functions with their texts in English and Vietnamese. */
export function readFunctions() {
  const functions = functionsIn(readFileSync(path.join(root, SOURCE), 'utf8'), SOURCE);
  const vietnamese = JSON.parse(readFileSync(path.join(root, VIETNAMESE), 'utf8'));
  return { en: functions, vi: translated(functions, vietnamese) };
}

/**
 * Every exported function of a source, which has to say all that Excel shows.
 *
 * @throws {SyntaxError} where a name, a description or an example is missing, or a parameter is described that the function does not have
 */
export function functionsIn(text, file) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const exported = source.statements.filter((one) => ts.isFunctionDeclaration(one) && one.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword));
  return exported.map((one) => described(one, file));
}

function described(declaration, file) {
  const tags = ts.getJSDocTags(declaration);
  const texts = (name) => tags.filter(({ tagName }) => tagName.text === name).map(({ comment }) => plain(comment));
  const [id] = texts('customfunction');
  const comment = declaration.jsDoc?.at(-1);
  const found = {
    id,
    description: plain(comment?.comment),
    parameters: declaration.parameters.map((parameter) => parameterOf(parameter)),
    returns: texts('returns')[0],
    examples: texts('example').map((one) => exampleOf(one)),
  };
  const lacks = lackingOf(found);
  const named = tags.filter((tag) => ts.isJSDocParameterTag(tag)).map(({ name }) => name.getText());
  if (named.join(' ') !== found.parameters.map(({ name }) => name).join(' ')) lacks.push('its parameters in the order of the function');
  if (lacks.length > 0) throw new SyntaxError(`Cannot describe function "${declaration.name?.text ?? '?'}" of ${file}: its comment lacks ${lacks.join(', ')}`);
  return found;
}

function parameterOf(parameter) {
  const [tag] = ts.getJSDocParameterTags(parameter);
  return { name: parameter.name.getText(), description: plain(tag?.comment), ...(tag?.isBracketed && { optional: true }) };
}

function lackingOf({ id, description, parameters, returns, examples }) {
  const checks = {
    'a name after @customfunction': /^[A-Z][A-Z0-9_.]*$/.test(id ?? ''),
    'a description': Boolean(description),
    '@returns': Boolean(returns),
    'an @example "=HTX.… → …"': examples.length > 0 && examples.every(({ formula, result }) => formula.startsWith(`=HTX.${id}(`) && result !== ''),
  };
  for (const { name, description: text } of parameters) checks[`a description of "${name}"`] = Boolean(text);
  return Object.entries(checks).filter(([, holds]) => !holds).map(([what]) => what);
}

function exampleOf(text) {
  const [formula = '', result = ''] = text.split('→').map((one) => one.trim());
  return { formula, result };
}

function plain(comment) {
  return (ts.getTextOfJSDocComment(comment) ?? '').replaceAll(/\s+/g, ' ').trim();
}

/**
 * The same functions in another language; names, order and examples stay.
 *
 * @throws {SyntaxError} where a text is missing, or one is left that nothing asks for
 */
export function translated(functions, texts) {
  const lacks = [];
  const take = (text, what) => text || (lacks.push(what), '');
  const own = functions.map((one) => {
    const { id } = one;
    return {
      ...one,
      description: take(texts[id]?.description, id),
      returns: take(texts[id]?.returns, `${id}, what it returns`),
      parameters: one.parameters.map((parameter) => ({ ...parameter, description: take(texts[id]?.parameters?.[parameter.name], `${id}, ${parameter.name}`) })),
    };
  });
  if (lacks.length > 0) throw new SyntaxError(`Cannot translate the custom functions: ${lacks.join('; ')} is missing in ${VIETNAMESE}`);
  const known = new Set(functions.flatMap(({ id, parameters }) => [id, ...parameters.map(({ name }) => `${id}, ${name}`)]));
  const left = Object.entries(texts).flatMap(([id, text]) => [id, ...Object.keys(text.parameters ?? {}).map((name) => `${id}, ${name}`)]).filter((one) => !known.has(one));
  if (left.length > 0) throw new SyntaxError(`Cannot translate the custom functions: ${left.join('; ')} stands in ${VIETNAMESE}, and no function has it`);
  return own;
}

/**
 * Excel's list of functions, `functions.json`.
 *
 * Errors in cells are handed to the functions: one bad cell must not take the answers of a whole column with it.
 */
export function metadataOf(functions) {
  const range = { type: 'any', dimensionality: 'matrix' };
  return {
    allowErrorForDataTypeAny: true,
    functions: functions.map(({ id, description, parameters }) => ({
      id, name: id, description, parameters: parameters.map((parameter) => ({ ...parameter, ...range })), result: range,
    })),
  };
}
