/** Serves the built add-in as its host must: types that Office accepts, and the list of functions open to Excel on the web. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import path from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.png': 'image/png', '.xml': 'application/xml', '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** @param folder what is served; nothing outside of it is */
export function siteListener(folder) {
  const root = path.resolve(folder);
  return (request, response) => {
    const file = fileFor(root, request.url ?? '/');
    const headers = { 'access-control-allow-origin': '*', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
    if (file === null) {
      response.writeHead(404, headers).end();
      return;
    }
    response.writeHead(200, { ...headers, 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  };
}

function fileFor(root, url) {
  let name;
  try {
    name = decodeURIComponent(new URL(url, 'http://site').pathname);
  } catch {
    return null;
  }
  const file = path.join(root, name);
  const isInside = file.startsWith(root + path.sep) && !name.includes('\0');
  return isInside && existsSync(file) && statSync(file).isFile() ? file : null;
}
