/** LibreOffice as a second opinion, where it is installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from '@jest/globals';

/** Its command; undefined where it is not installed. */
export const OFFICE = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0);
const made: string[] = [];

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** Has the office program open workbooks, calculate everything and save them; what it saved, by name, without those that it would not open. */
export function recalculated(office: string, workbooks: Readonly<Record<string, Uint8Array>>): ReadonlyMap<string, Uint8Array> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'phuluc-office-'));
  made.push(folder);
  const always = '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>';
  mkdirSync(path.join(folder, 'profile/user'), { recursive: true });
  writeFileSync(path.join(folder, 'profile/user/registrymodifications.xcu'), `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">${always}</oor:items>`);
  for (const [name, bytes] of Object.entries(workbooks)) writeFileSync(path.join(folder, name), bytes);
  const files = Object.keys(workbooks).map((name) => path.join(folder, name));
  spawnSync(office, ['--headless', '--norestore', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', path.join(folder, 'out'), ...files], { timeout: 240_000 });
  const saved = Object.keys(workbooks).map((name) => [name, path.join(folder, 'out', `${path.parse(name).name}.xlsx`)] as const);
  return new Map(saved.filter(([, file]) => existsSync(file)).map(([name, file]) => [name, new Uint8Array(readFileSync(file))]));
}
