/** Serves a built site: the add-in as its host must (types that Office accepts, the list of functions open to Excel on the web), or the workbench. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import path from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.png': 'image/png', '.xml': 'application/xml', '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * @param folder what is served; nothing outside of it is
 * @param options `home`: the file for a path that ends in `/`; `isOpen`: other sites may read it, as Excel on the web must; `hosts`: the only names that it
 *   answers to, so that no other site can pass for it
 */
export function siteListener(folder, { home = null, isOpen = true, hosts = null } = {}) {
  const root = path.resolve(folder);
  return (request, response) => {
    const isMeant = hosts === null || hosts.includes((request.headers.host ?? '').replace(/:\d+$/, ''));
    const file = isMeant ? fileFor(root, homed(request.url ?? '/', home)) : null;
    const headers = { ...(isOpen && { 'access-control-allow-origin': '*' }), 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
    if (file === null) {
      response.writeHead(404, headers).end();
      return;
    }
    response.writeHead(200, { ...headers, 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  };
}

function homed(url, home) {
  return home === null ? url : url.replace(/^([^?#]*\/)(?=[?#]|$)/, `$1${home}`);
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
