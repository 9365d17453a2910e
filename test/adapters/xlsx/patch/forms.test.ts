import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { NewForm } from '#core/new/form';
import { changedParts, edited, part, read } from '#test/adapters/xlsx/patch/harness';

const APPENDIX = new Uint8Array(readFileSync('test/fixtures/phu-luc-2020.xlsx'));

test('[K7] sheets › a form put in front of a workbook leaves its other parts as they are', async () => {
  const cell = { value: 5, formula: null, look: 'input', indent: 1, format: '#,##0' } as const;
  const form: NewForm = {
    name: 'Biểu', hidden: false, isLocked: true, widths: [12, 9], heights: new Map([[1, 33]]), header: { first: 0, last: 0 }, merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
    rows: [[{ ...cell, value: '=Tên', look: 'title', format: null }, null], [cell, { ...cell, value: null, formula: 'A2&"<"', look: 'heading' }]],
    inputs: [{ rule: 'count', isStrict: true, area: { top: 1, bottom: 1, left: 0, right: 0 }, formula: 'A2<"&"' }],
  };
  const text = { title: 'T'.repeat(40), text: '"<'.repeat(200) };
  const after = edited(APPENDIX, (workbook) => { expect(workbook.addFormInFront(form, { count: text, amount: text, signed: text, rate: text })).toBe('Biểu'); });
  expect(changedParts(APPENDIX, after).filter((name) => !/styles|sharedStrings|workbook\.xml|Content_Types/.test(name))).toEqual(['+xl/worksheets/sheet2.xml']);
  const xml = part(after, 'xl/worksheets/sheet2.xml');
  expect(xml).toContain('<row r="2" ht="33" customHeight="1">');
  expect(xml).toMatch(/<\/sheetData><sheetProtection [^>]+\/><mergeCells count="1"><mergeCell ref="A1:B1"\/><\/mergeCells><dataValidations count="1"><dataValidation type="custom"/);
  expect(xml).toContain('<formula1>A2&lt;"&amp;"</formula1>');
  expect(/errorTitle="(T+)" error="([^"]+)"/.exec(xml)?.slice(1).map((one) => one.replaceAll(/&\w+;/g, '.').length)).toEqual([32, 225]);
  expect(part(after, 'xl/styles.xml')).toMatch(/<alignment[^>]*indent="1"[^>]*\/><protection locked="0"\/><\/xf>/);
  const { sheets } = await read(after);
  expect(sheets.map(({ name }) => name)).toEqual(['Biểu', 'Phụ lục 2020']);
  expect([sheets[0]?.cell(0, 0), sheets[0]?.cell(1, 1).formula]).toEqual([{ value: '=Tên', formula: null, format: null }, 'A2&"<"']);
});
