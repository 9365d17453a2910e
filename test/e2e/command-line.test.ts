import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'phuluc-built-'));
const built = path.join(scratch, 'cli');
const APPENDIX = 'test/fixtures/phu-luc-2020.xlsx';
const SOURCE = `
  import { main } from '#faces/cli/program';
  await main(process.argv.slice(1));`;

beforeAll(() => {
  execFileSync(process.execPath, ['node_modules/webpack/bin/webpack.js', '--config-name', 'cli', '--config-name', 'cli-writing', '--mode', 'production', '--output-path', built]);
}, 180_000);

afterAll(() => { rmSync(scratch, { recursive: true }); });

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function node(args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}

const ofSource = (argv: readonly string[]): Ran => node(['--import', './tools/ts-loader.mjs', '--input-type=module', '-e', SOURCE, '--', ...argv]);
const ofBuilt = (argv: readonly string[]): Ran => node([path.join(built, 'phuluc.cjs'), ...argv]);

test.each<[string, string, number]>([
  ['a check as text', `check ${APPENDIX}`, 1],
  ['a check as JSON in English', `--lang en check ${APPENDIX} --format json`, 1],
  ['the layouts', 'templates', 0],
  ['how a table was understood', `templates ${APPENDIX}`, 0],
  ['help', 'help', 0],
  ['help of a command that writes', 'complete --help', 0],
  ['no command', '', 2],
  ['a command that nobody knows', 'constructor', 2],
  ['a command for later', 'verify a.xlsx', 2],
  ['a language that nobody knows', 'mark a.xlsx --lang fr', 2],
  ['wrong usage of a command that writes', 'mark', 2],
  ['a file that is not there, checked', 'check nowhere.xlsx', 2],
  ['a file that is not there, marked', `mark nowhere.xlsx -o ${path.join(scratch, 'nowhere-marked.xlsx')}`, 2],
  ['a file that is not there, learnt from', `templates learn nowhere.xlsx -o ${path.join(scratch, 'nowhere.json')} --lang=en`, 2],
])('[P9] the built command line › answers as the sources do: %s', (_, line, code) => {
  const argv = line.split(' ').filter((word) => word !== '');
  const own = ofBuilt(argv);
  expect(own).toEqual(ofSource(argv));
  expect(own.status).toBe(code);
  expect(own.out + own.err).not.toMatch(/\bat .*\.cjs|Error:/);
}, 60_000);

test.each<[string, string]>([
  ['completes', `complete ${APPENDIX}`],
  ['marks', `mark ${APPENDIX}`],
  ['makes a form', `new --template lmhtxvn-2020 --year 2021 --last ${APPENDIX}`],
  ['learns a template', `templates learn ${APPENDIX}`],
])('[P9] the built command line › %s, to the same bytes', (_, line) => {
  const written = path.join(scratch, line.includes('learn') ? 'written.json' : 'written.xlsx');
  const argv = [...line.split(' '), '-o', written];
  const bytes = [ofSource, ofBuilt].map((ran) => {
    const { status, out, err } = ran(argv);
    const own = { status, out, err, bytes: readFileSync(written).toString('base64') };
    rmSync(written);
    return own;
  });
  expect(bytes[0]).toEqual(bytes[1]);
  expect(bytes[0]?.status).toBe(0);
}, 60_000);

test('[P9] the built command line › tells its version without loading anything', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(ofBuilt(['--version'])).toEqual({ status: 0, out: `${version}\n`, err: '' });
});
