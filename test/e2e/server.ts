/** Serves folders on 127.0.0.1, as the web server that the manifest names would. */
import { createServer, type Server } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css', '.json': 'application/json' };

export interface Site {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** @param folders by the path that they are served under: `/`, `/office/` */
export function serve(folders: Readonly<Record<string, string>>): Promise<Site> {
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = fileFor(pathname, folders);
    response.writeHead(file === null ? 404 : 200, { 'content-type': TYPES[path.extname(file ?? '')] ?? 'application/octet-stream' });
    response.end(file === null ? '' : readFileSync(file));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      resolve({ url: `http://127.0.0.1:${port ?? 0}`, close: () => new Promise((done) => { server.close(() => { done(); }); }) });
    });
  });
}

/** The longest path that fits; nothing outside of its folder. */
function fileFor(pathname: string, folders: Readonly<Record<string, string>>): string | null {
  const prefix = Object.keys(folders).filter((one) => pathname.startsWith(one)).toSorted((a, b) => b.length - a.length)[0];
  if (prefix === undefined) return null;
  const folder = path.resolve(folders[prefix] ?? '');
  const file = path.join(folder, decodeURIComponent(pathname.slice(prefix.length)));
  return file.startsWith(folder) && existsSync(file) && statSync(file).isFile() ? file : null;
}
