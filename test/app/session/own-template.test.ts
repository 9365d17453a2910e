import { expect, test } from '@jest/globals';
import { blankFile } from '#adapters/browser/blank-file';
import { plainUnpacker } from '#adapters/xlsx/plain-unpacker';
import { readWorkbook } from '#adapters/xlsx/read-workbook';
import { knownTemplates, ownTemplate } from '#app/known-templates';
import type { Session } from '#app/session/session';
import { OWN } from '#app/session/source-choices';
import { TEMPLATE_NAMESPACE } from '#app/template-namespace';
import { templateText } from '#core/layout/template-text';
import { inferredRelations } from '#core/learn/inferred-relations';
import type { Grid } from '#core/table/grid';
import { opened } from '#test/app/session/stage';
import { drawing } from '#test/draw/drawing';
import { MemoryHost } from '#test/hosts/memory-host';
import { newForms } from '#words/new-vi';

const TABLE = `
  TT  | Chỉ tiêu              | Đơn vị | Thực hiện năm 2020
  1   | Tổng số xã viên       | người  | 300
  1.1 | Xã viên nam           | người  | 180
  1.2 | Xã viên nữ            | người  | 120
  2   | Số lớp tập huấn       | lớp    | 14
`;
const grid = (total = 300, name = 'Biểu số 7'): Grid => drawing(TABLE.replace('| 300', `| ${total}`), name).grid;

async function over(...grids: readonly Grid[]): Promise<{ readonly host: MemoryHost; readonly session: Session }> {
  const host = new MemoryHost(grids);
  const session = opened(host);
  await session.open();
  return { host, session };
}

async function learning(...grids: readonly Grid[]): ReturnType<typeof over> {
  const stage = await over(...grids);
  await stage.session.template('check', (one) => one.learn());
  await stage.session.template('settings', (one) => one.keep(new Set()));
  return stage;
}

const file = (text: string, size = text.length): Pick<File, 'name' | 'size' | 'text'> => ({ name: 'mau.json', size, text: () => Promise.resolve(text) });

test('[V17] own template › what was understood is shown first; nothing is written before it is kept', async () => {
  const { host, session } = await over(grid());
  expect(session.state().facts.map(({ template }) => template)).toEqual([null]);
  await session.template('check', (one) => one.learn());
  const { learning: { learnt }, own } = session.state();
  expect(learnt).toMatchObject({ sheet: 'Biểu số 7', known: 0, template: { id: 'bieu-so-7' } });
  expect(learnt?.template.sections.flatMap(({ rows }) => rows).filter(({ inferred }) => inferred !== undefined).map(({ name, inferred }) => [name, inferred])).toEqual([['Tổng số xã viên', ['parts']]]);
  expect([own.text, host.dataKept.size]).toEqual([null, 0]);
  await session.template('check', (one) => one.forget());
  await session.template('settings', (one) => one.keep(new Set()));
  expect(host.dataKept.size).toBe(0);
});

test('[V17] own template › kept, the table is recognised by it at once, and by whoever opens the workbook', async () => {
  const { host, session } = await learning(grid());
  expect(session.state()).toMatchObject({ learning: { learnt: null }, own: { name: { vi: 'Biểu số 7' }, fault: null }, facts: [{ template: { id: 'bieu-so-7', matched: 4 } }] });
  expect(ownTemplate(host.dataKept.get(TEMPLATE_NAMESPACE) ?? null).template?.id).toBe('bieu-so-7');
  const another = opened(host);
  await another.open();
  expect(another.state()).toMatchObject({ own: { name: { vi: 'Biểu số 7' } }, facts: [{ template: { id: 'bieu-so-7' } }] });
});

test('[V17] own template › it is used whatever was chosen before; what was checked is checked again', async () => {
  const { host, session } = await over(grid(299));
  await session.choose({ template: 'lmhtxvn-2020' });
  await session.check();
  await session.template('check', (one) => one.learn());
  await session.template('settings', (one) => one.keep(new Set()));
  expect(session.state()).toMatchObject({ phase: 'checked', settings: { template: null }, facts: [{ template: { id: 'bieu-so-7' } }] });
  expect(session.state().counts).toMatchObject({ error: 0, warning: 1 });
  expect(host.kept.get('phuluc.settings')).toContain('"template":null');
});

test('[V17] own template › taken out, nothing of it is left, and the table is read as before', async () => {
  const { host, session } = await learning(grid());
  await session.template('settings', (one) => one.remove());
  expect([host.dataKept.size, session.state().own, session.state().facts[0]?.template]).toEqual([0, { text: null, name: null, fault: null }, null]);
});

test('[V17] own template › a hostile one is refused in a sentence, and the check goes on', async () => {
  for (const text of ['{', '[]', '{"version":1}', '['.repeat(100_000), 'x'.repeat(2_000_001), '{"__proto__":{"id":"x"}}']) {
    const host = new MemoryHost([grid(299)]);
    host.dataKept.set(TEMPLATE_NAMESPACE, text);
    const session = opened(host);
    await session.open();
    await session.check();
    const { own, trouble, phase, counts } = session.state();
    expect([own.name, own.fault === '', typeof own.fault, trouble, phase, counts.warning]).toEqual([null, false, 'string', null, 'checked', 1]);
  }
});

test('[V17] own template › from a file; one that holds none leaves what was kept', async () => {
  const [published] = knownTemplates();
  if (published === undefined) throw new Error('No template is known');
  const { host, session } = await learning(grid());
  await session.template('settings', (one) => one.take(file('{')));
  expect(session.state().learning.refused).toMatchObject({ file: 'mau.json' });
  await session.template('settings', (one) => one.take(file('', 11 * 1024 ** 2)));
  expect(session.state().learning.refused?.fault).toContain('10485760');
  await session.template('settings', (one) => one.take({ ...file(''), text: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }));
  expect(session.state().learning.refused?.fault).toBe('gone');
  expect(session.state().own.name?.vi).toBe('Biểu số 7');
  await session.template('settings', (one) => one.take(file(`\uFEFF${templateText({ ...published, id: 'tinh-ta', name: { vi: 'Tỉnh ta', en: 'Ours' } })}`)));
  expect(session.state()).toMatchObject({ own: { name: { vi: 'Tỉnh ta' } }, learning: { refused: null } });
  expect(ownTemplate(host.dataKept.get(TEMPLATE_NAMESPACE) ?? null).template?.id).toBe('tinh-ta');
});

test('[V17] own template › a sheet without a table teaches nothing; a workbook that cannot be written keeps nothing, and says so', async () => {
  const empty = await over(drawing('Không có gì', 'Trống').grid);
  await empty.session.template('check', (one) => one.learn());
  expect(empty.session.state().learning).toMatchObject({ learnt: null, notLearnt: 'no-table' });
  const { host, session } = await over(grid());
  await session.template('check', (one) => one.learn());
  host.refuse('keepData', 'read-only');
  await session.template('settings', (one) => one.keep(new Set()));
  expect(session.state()).toMatchObject({ own: { text: null }, trouble: { doing: 'settings', error: { reason: 'read-only' } } });
  await session.retry();
  expect(session.state()).toMatchObject({ own: { name: { vi: 'Biểu số 7' } }, trouble: null });
});

test('[V17] own template › a blank form is made by it, and brings it along in a file of its own', async () => {
  const { session } = await learning(grid());
  let bytes = new Uint8Array();
  await session.forms.create({ template: 'bieu-so-7', year: 2021, office: '', from: { earlier: OWN, plan: OWN }, isLocked: false }, { blank: () => Promise.resolve(blankFile()), messages: newForms.messages, open: (_, made) => {
    bytes = Uint8Array.from(made);
    return Promise.resolve();
  } });
  expect(session.state().trouble).toBeNull();
  const { customData } = await readWorkbook(bytes, 'moi.xlsx', plainUnpacker);
  expect(ownTemplate(customData?.(TEMPLATE_NAMESPACE) ?? null).template?.id).toBe('bieu-so-7');
});

test('[V17] own template › a relation that the reader unticks is left out, and not checked; the others give warnings', async () => {
  for (const [left, warnings] of [[[], 1], [['parts R.1'], 0], [['no such relation'], 1]] as const) {
    const { host, session } = await over(grid(299));
    await session.template('check', (one) => one.learn());
    const { learning: { learnt } } = session.state();
    expect(inferredRelations(learnt?.template ?? fail()).map(({ key }) => key)).toEqual(['parts R.1']);
    await session.template('settings', (one) => one.keep(new Set<string>(left)));
    await session.check();
    expect([left, session.state().counts]).toMatchObject([left, { error: 0, warning: warnings }]);
    const kept = ownTemplate(host.dataKept.get(TEMPLATE_NAMESPACE) ?? null).template;
    expect(kept === null ? null : inferredRelations(kept)).toHaveLength(warnings);
  }
});

function fail(): never {
  throw new Error('nothing was learnt');
}
