import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { siteListener } from '#tools/site-server';

let folder: string;
let server: Server;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'phuluc-'));
  mkdirSync(path.join(folder, 'site', 'inner'), { recursive: true });
  writeFileSync(path.join(folder, 'secret.txt'), 'bí mật');
  for (const file of ['functions.json', 'taskpane.html', 'tên.js']) writeFileSync(path.join(folder, 'site', file), file);
  server = createServer(siteListener(path.join(folder, 'site')));
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  port = (server.address() as { readonly port: number }).port;
});

afterAll(async () => {
  await new Promise((resolve) => { server.close(resolve); });
  rmSync(folder, { recursive: true });
});

/** The path goes over the wire as it is written: a browser would tidy it. */
function get(url: string): Promise<{ readonly status: number | undefined; readonly headers: NodeJS.Dict<string | string[]>; readonly text: string }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: url }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => { text += piece; }).on('end', () => { resolve({ status: response.statusCode, headers: response.headers, text }); });
    }).on('error', reject).end();
  });
}

test('[E1] site › the list of functions is JSON, open to other sites, and never kept', async () => {
  const { status, headers, text } = await get('/functions.json?version=2');
  expect([status, text, headers['content-type'], headers['access-control-allow-origin'], headers['cache-control']]).toEqual([200, 'functions.json', 'application/json; charset=utf-8', '*', 'no-store']);
  expect(await get('/t%C3%AAn.js')).toMatchObject({ status: 200, text: 'tên.js' });
});

test('[E1] site › nothing outside of its folder is given, nor a folder', async () => {
  const status = async (url: string): Promise<unknown> => {
    const answer = await get(url);
    return [url, answer.status];
  };
  for (const url of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/inner', '/', '/nothing.js', '/%00', '/%zz', '//secret.txt']) expect(await status(url)).toEqual([url, 404]);
});
