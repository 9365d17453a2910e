/** The custom functions as Excel calls them, through Microsoft's own library. */
import { beforeAll, expect, test } from '@jest/globals';
import { FunctionCaller, type Result } from '#test/office/function-caller';
import { withComma, worked } from '#test/core/functions/examples';
import { functionsIn, metadataOf, readFunctions, translated } from '#tools/functions-metadata';
import { functionsEn } from '#words/functions-en';
import { functionsVi } from '#words/functions-vi';

let excel: FunctionCaller;

beforeAll(async () => {
  excel = new FunctionCaller();
  await import('#faces/functions/main');
});

/** Excel's numbers for #N/A, #DIV/0!, #NUM! and #VALUE!. */
const CODES = { notAvailable: 1, divisionByZero: 5, invalidNumber: 6, invalidValue: 7 };

async function valueOf(result: Promise<Result>): Promise<unknown> {
  const given = await result;
  return 'value' in given ? given.value : given;
}

test('[U8] functions › the list of functions names what the code has, in both languages alike', () => {
  const { en, vi } = readFunctions();
  expect(excel.names().toSorted()).toEqual(en.map(({ id }) => id).toSorted());
  const ids = (list: typeof en): unknown => metadataOf(list).functions.map(({ id, name, parameters, result }) => ({ id, name, result, parameters: parameters.map((one) => ({ ...one, description: '' })) }));
  expect(ids(vi)).toEqual(ids(en));
  for (const one of [...en, ...vi]) expect(one.description.length + Math.max(...one.parameters.map(({ description }) => description.length))).toBeLessThan(250);
});

test('[U8] functions › numbers, Vietnamese text, ranges', async () => {
  expect(await valueOf(excel.call('RATIO', [[102]], [[85]]))).toEqual([[1.2]]);
  expect(await valueOf(excel.call('RATIO', [['1.002,1'], ['25.454']], [['1.000'], [24_618]]))).toEqual([[1.0021], [25_454 / 24_618]]);
  expect(await valueOf(excel.call('INDICATOR', [['TT', 'Chỉ tiêu', 'Thực hiện'], ['1', 'Tổng số HTX', 25_454]], [['tổng số hợp tác xã']], [['Thực hiện']]))).toEqual([[25_454]]);
  expect(await valueOf(excel.call('GAP', [[100]], [[60], [22]]))).toEqual([[18]]);
});

test('[U8] functions › a blank as 0, as null and as an empty text', async () => {
  expect(await Promise.all([[[0]], [[null]], [['']]].map((blank) => valueOf(excel.call('RATIO', blank, [[5]]))))).toEqual([[[0]], [['']], [['']]]);
  expect(await Promise.all([[[null]], [['']]].map((blank) => valueOf(excel.call('RATIO', [[5]], blank))))).toEqual([[['']], [['']]]);
  expect(await excel.call('RATIO', [[5]], [[0]])).toMatchObject({ code: CODES.divisionByZero });
  expect(await valueOf(excel.call('GRADE', [[0.95]], null, null))).toEqual([['B']]);
  expect(await valueOf(excel.call('TEXT', [[1002.15]], null))).toEqual([['1.002,15']]);
});

test('[U8] functions › one error is the cell’s, with its sentence; in a range it takes no other cell with it', async () => {
  expect(await excel.call('RATIO', [['HTX']], [[5]])).toEqual({ code: CODES.invalidValue, message: '“HTX” không đọc được thành số.' });
  expect(await excel.call('RATIO', [['…']], [[5]])).toEqual({ code: CODES.notAvailable, message: 'Số liệu chưa thu thập được.' });
  expect(await excel.call('RATIO', [[5]], [[-1]])).toMatchObject({ code: CODES.invalidNumber });
  expect(await valueOf(excel.call('RATIO', [[102], ['HTX'], [null]], [[85], [5], [5]]))).toMatchObject([[1.2], [{ errorType: 'Value', message: '“HTX” không đọc được thành số.' }], ['']]);
});

test('[U8] functions › an error in a cell is handed on, and leaves the other rows alone', async () => {
  const error = (code: string): object => ({ type: 'CustomFunctionError', code });
  expect(await valueOf(excel.call('RATIO', [[102], [error('#N/A')], [error('#REF!')]], [[85], [5], [5]]))).toMatchObject([[1.2], [{ errorType: 'NotAvailable' }], [{ errorType: 'Value', message: 'Ô được dùng đang báo lỗi #REF!.' }]]);
  expect(await excel.call('RATIO', [[error('#DIV/0!')]], [[5]])).toMatchObject({ code: CODES.divisionByZero });
});

test('[U8] functions › a call that is taken back disturbs none', async () => {
  excel.callAndCancel('RATIO', [[1]], [[2]]);
  expect(await valueOf(excel.call('RATIO', [[1]], [[2]]))).toEqual([[0.5]]);
});

test('[U8] functions › speak the language of Office, Vietnamese where that is a third', async () => {
  const said = async (language: string): Promise<unknown> => {
    const { Office } = globalThis as unknown as { readonly Office: { readonly context: { displayLanguage: string } } };
    const { displayLanguage } = Office.context;
    Object.assign(Office.context, { displayLanguage: language });
    const answer = await valueOf(excel.call('CHECK', [[102]], [[17]], [['20,0%']]));
    Object.assign(Office.context, { displayLanguage });
    return answer;
  };
  expect(await said('vi-VN')).toEqual([['Tỷ lệ ghi 20,0%; tính lại được 120,0%. Số ghi là mức tăng, không phải tỷ lệ.']]);
  expect(await said('ja-JP')).toEqual(await said('vi-VN'));
  expect(await said('en-GB')).toEqual([['The ratio says 20.0%; it works out at 120.0%. The figure is the growth, not the ratio.']]);
});

test('[U8] functions › every example is true, and reads the same with the other separators', () => {
  const examples = readFunctions().en.flatMap((one) => one.examples);
  expect(examples.length).toBeGreaterThan(13);
  for (const { formula, result } of examples) expect([formula, worked(formula, functionsEn)]).toEqual([formula, result]);
  expect(withComma('=HTX.CAGR(0.5, "1.002,1", {1,2.5;3,4}, TRUE)')).toBe(String.raw`=HTX.CAGR(0,5; "1.002,1"; {1\2,5;3\4}; TRUE)`);
});

const COMMENT = `/**
 * Doubles.
 * @customfunction TWICE
 * @param number What to double
 * @returns The double
 * @example =HTX.TWICE(2) → 4
 */
export function twice(number: unknown[][]): unknown[][] { return number; }`;

test.each([
  ['a name', ' * @customfunction TWICE\n', 'a name after @customfunction'],
  ['a description', ' * Doubles.\n', 'a description'],
  ['what comes back', ' * @returns The double\n', '@returns'],
  ['an example', ' * @example =HTX.TWICE(2) → 4\n', 'an @example'],
  ['a parameter', ' * @param number What to double\n', 'a description of "number"'],
])('[U8] functions › a comment without %s is no list of functions', (_, line, lacks) => {
  expect(functionsIn(COMMENT, 'a.ts')).toHaveLength(1);
  expect(() => functionsIn(COMMENT.replace(line, ''), 'a.ts')).toThrow(lacks);
});

test('[U8] functions › a missing translation, or one of nothing, is told', () => {
  const functions = functionsIn(COMMENT, 'a.ts');
  const whole = { TWICE: { description: 'Gấp đôi.', parameters: { number: 'Số' }, returns: 'Số gấp đôi' } };
  expect(translated(functions, whole)[0]?.parameters[0]?.description).toBe('Số');
  expect(() => translated(functions, {})).toThrow('TWICE; TWICE, what it returns; TWICE, number is missing');
  expect(() => translated(functions, { ...whole, THRICE: { description: 'Gấp ba.' } })).toThrow('THRICE stands in');
});

test('[U8] functions › every problem has a sentence in both languages', () => {
  for (const texts of [functionsVi, functionsEn]) {
    for (const is of ['error', 'unreadable', 'range', 'ambiguous', 'not-collected', 'not-applicable', 'zero-base', 'negative-base', 'negative', 'zero-years', 'too-large', 'outside', 'bad-shape', 'bad-choice', 'bad-thresholds', 'bad-decimals', 'no-row', 'no-column', 'many-columns', 'many-rows'] as const) {
      expect(texts.problem({ is, error: '#N/A', text: 'x'.repeat(500), asked: 'y', ids: ['I.1'] })).toMatch(/^.{10,200}[.]$/u);
    }
    expect(texts.problem({ is: 'many-rows', asked: 'Nông nghiệp', ids: [] })).not.toContain(':');
    expect(texts.contradiction({ is: 'base', base: { digits: 0n, places: 0 } })).toMatch(/\.$/);
  }
});
