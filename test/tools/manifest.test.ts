/** The manifests, and ways of breaking them. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { COMMANDS } from '#faces/commands/names';
import { DEVELOPMENT_ID, manifestFaults, manifestVersion, PRODUCTION_ID, shortcutsFaults } from '#tools/manifest-faults';
import { productionManifest } from '#tools/production-manifest';
import { hasSchemas, schemaFaults } from '#tools/schema-faults';

const DEVELOPMENT = readFileSync('manifest.xml', 'utf8');
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
const PRODUCTION = productionManifest(DEVELOPMENT, 'https://intranet.example/phu-luc', version);
/** Files of the site that the build makes; the others stand in assets/. */
const BUILT = new Set(['taskpane.html', 'functions.js', 'functions.json', 'functions.vi-VN.json']);

function files(name: string): Uint8Array | null {
  if (BUILT.has(name)) return new Uint8Array();
  const file = path.join('assets', name);
  return existsSync(file) ? new Uint8Array(readFileSync(file)) : null;
}

function faults(xml: string, isProduction = true, more: Partial<Parameters<typeof manifestFaults>[1]> = {}): readonly string[] {
  return manifestFaults(xml, { files, commands: COMMANDS, version, isProduction, ...more });
}

test('[E1] manifest › that for development and that for an address are without fault, and differ where they must', () => {
  expect([faults(DEVELOPMENT, false), faults(PRODUCTION)]).toEqual([[], []]);
  expect(PRODUCTION).toContain('<SourceLocation DefaultValue="https://intranet.example/phu-luc/taskpane.html" />');
  expect(PRODUCTION).not.toMatch(/localhost|development|bản thử|<!--/);
  expect([DEVELOPMENT.includes(DEVELOPMENT_ID), PRODUCTION.includes(PRODUCTION_ID)]).toEqual([true, true]);
  expect(productionManifest(DEVELOPMENT, 'https://intranet.example/phu-luc/', version)).toBe(PRODUCTION);
  expect([manifestVersion('0.1.0'), manifestVersion('2.3.4-beta.1')]).toEqual(['1.1.0.0', '3.3.4.0']);
});

(hasSchemas() ? test : test.skip)('[E1] manifest › Microsoft’s schema agrees (skipped without its files: docs/manifest.md)', async () => {
  expect([await schemaFaults(DEVELOPMENT), await schemaFaults(PRODUCTION)]).toEqual([[], []]);
  await expect(schemaFaults(PRODUCTION.replace('lifetime="long"', 'lifetime="forever"'))).resolves.not.toEqual([]);
}, 60_000);

test('[E1] manifest › none is made for an address that Office would not load', () => {
  for (const address of ['intranet', 'http://intranet.example/', 'https://localhost:3000/', 'https://intranet.example/?a=1', 'https://a:b@intranet.example/', '']) {
    expect(() => productionManifest(DEVELOPMENT, address, version)).toThrow('Cannot make a manifest for');
  }
});

const LONG = 'x'.repeat(300);
const BREAKS: readonly (readonly [name: string, from: string, to: string, told: string])[] = [
  ['an id that is no GUID', PRODUCTION_ID, 'phu-luc', 'is no GUID'],
  ['the id of the manifest for development', PRODUCTION_ID, DEVELOPMENT_ID, 'for ever'],
  ['a version that is not the package’s', '<Version>1.1.0.0<', '<Version>1.0.0.0<', 'package 0.1.0 makes it'],
  ['more permissions or less', 'ReadWriteDocument', 'ReadDocument', 'the least that can write'],
  ['an address without https', 'https://intranet.example/phu-luc/functions.js', 'http://intranet.example/phu-luc/functions.js', 'is not https'],
  ['this machine', 'https://intranet.example/phu-luc/help.html', 'https://localhost:3000/help.html', 'is this machine'],
  ['another site', 'https://intranet.example/phu-luc/phu-luc-16.png', 'https://cdn.example/phu-luc-16.png', 'is not under'],
  ['a gap that nobody filled', 'https://intranet.example/phu-luc/functions.js', 'https://intranet.example/phu-luc/{functions}.js', 'a gap'],
  ['a resource that is not there', '<Label resid="Check.Label"', '<Label resid="Check.Labl"', 'which ShortStrings do not have'],
  ['a resource in the wrong list', '<Description resid="Check.Text"', '<Description resid="Check.Label"', 'which LongStrings do not have'],
  ['a resource that nothing asks for', '<Title resid="Started.Title"', '<Title resid="Check.Label"', 'is asked for by nothing'],
  ['a resource twice', 'id="Icon.32" D', 'id="Icon.16" D', 'stands twice'],
  ['an id of a resource that is too long', 'String id="Started.Text"', 'String id="Started.Text.That.Nobody.Would.Ever.Want"', 'more than 32 characters'],
  ['a text that is too long', 'Value="Mở khung Phụ lục bên cạnh bảng."', `Value="${LONG}"`, 'has 300 characters'],
  ['a name that is too long', 'DisplayName DefaultValue="Phụ lục"', `DisplayName DefaultValue="${LONG}"`, 'DisplayName has 300'],
  ['a text without Vietnamese', '<bt:Override Locale="vi-VN" Value="Kiểm tra" />', '', 'Check.Label has no Vietnamese'],
  ['a namespace that is translated', 'DefaultValue="HTX" />', 'DefaultValue="HTX"><bt:Override Locale="vi-VN" Value="HỢP" /></bt:String><bt:String id="x" DefaultValue="x" />', 'a name in every workbook'],
  ['an icon that is not there', 'phu-luc-80.png', 'phu-luc-81.png', 'is not there'],
  ['an icon of another size', '/phu-luc-80.png', '/phu-luc-64.png', 'is 64 × 64, and stands for 80 × 80'],
  ['an icon that is no PNG', '/phu-luc-80.png', '/help.html', 'is no PNG'],
  ['an icon without a size', '<bt:Image size="32" resid="Icon.32" />', '', 'lacks the size 32'],
  ['a button that runs nothing', '<FunctionName>check<', '<FunctionName>chek<', 'which no code gives'],
  ['two controls of one id', 'id="Phuluc.Open"', 'id="Phuluc.Check"', 'The id "Phuluc.Check" stands twice'],
  ['a button that opens a second panel', '<TaskpaneId>Phuluc.Pane</TaskpaneId>', '', 'no TaskpaneId'],
  ['a page that does not stay', 'lifetime="long"', 'lifetime="short"', 'is not long'],
  ['two pages', '<Runtime resid="Page.Url" lifetime="long" />', '<Runtime resid="Page.Url" lifetime="long" /><Runtime resid="Page.Url" lifetime="long" />', 'not exactly one'],
  ['commands on another page', '<FunctionFile resid="Page.Url" />', '<FunctionFile resid="Help.Url" />', 'is another page'],
  ['a file that the site does not have', 'functions.vi-VN.json', 'functions.vi.json', 'is not in the site'],
  ['shortcuts that are not there', 'shortcuts.json', 'keys.json', 'keys.json is not in the site'],
];

test.each(BREAKS)('[E1] manifest › %s is told', (_, from, to, told) => {
  expect(PRODUCTION).toContain(from);
  expect(faults(PRODUCTION.replace(from, to)).join('\n')).toContain(told);
});

test('[E1] shortcuts › those of the site are without fault; each way of breaking them is told', () => {
  const own = readFileSync('assets/shortcuts.json', 'utf8');
  expect(shortcutsFaults(own, COMMANDS)).toEqual([]);
  expect(faults(PRODUCTION, true, { files: (name) => (name === 'shortcuts.json' ? new TextEncoder().encode('{') : files(name)) })).toEqual(['The shortcuts are no JSON']);
  const broken = (from: string, to: string): string => shortcutsFaults(own.replace(from, to), COMMANDS).join('\n');
  expect(broken('"id": "check"', '"id": "chek"')).toMatch(/runs nothing[\s\S]*asks for the action "check"/);
  expect(broken('"default": "Ctrl+Alt+Shift+K"', '"default": "K"')).toContain('is no key with');
  expect(broken('"default": "Ctrl+Alt+Shift+K", ', '')).toContain('has no default');
  expect(broken('Shift+K", "mac"', 'Shift+P", "mac"')).toContain('stands twice');
});
