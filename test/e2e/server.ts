/** Serves folders on 127.0.0.1, each as the web server that the manifest names would. */
import { createServer } from 'node:http';
import { siteListener } from '#tools/site-server';

export interface Site {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** @param folders by the path that they are served under: `/`, `/office/`; the longest that fits decides */
export function serve(folders: Readonly<Record<string, string>>): Promise<Site> {
  const sites = Object.entries(folders).map(([prefix, folder]) => ({ prefix, listener: siteListener(folder) })).toSorted((a, b) => b.prefix.length - a.prefix.length);
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    const site = sites.find(({ prefix }) => url.startsWith(prefix));
    if (site === undefined) {
      response.writeHead(404).end();
      return;
    }
    request.url = `/${url.slice(site.prefix.length)}`;
    site.listener(request, response);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      resolve({ url: `http://127.0.0.1:${port ?? 0}`, close: () => new Promise((done) => { server.close(() => { done(); }); }) });
    });
  });
}
