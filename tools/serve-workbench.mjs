/** Serves the built workbench on this computer alone. */
import { createServer } from 'node:http';
import { siteListener } from './site-server.mjs';

/** Where it is looked for; the next free one is taken where another program has it. */
const USUAL_PORT = 2020;
const HOST = '127.0.0.1';

/**
 * @param folder with index.html
 * @param port that is asked for; undefined takes the usual one, or a free one
 * @returns where it is, and how it is ended: with every connection
 * @throws {RangeError} where the port asked for is no port
 * @throws the system's own error where it is taken
 */
export async function serveWorkbench(folder, port) {
  const asked = port === undefined ? undefined : portOf(port);
  // Another computer's page that knows this address by a name of its own gets nothing.
  const server = createServer(siteListener(folder, { home: 'index.html', isOpen: false, hosts: [HOST, 'localhost'] }));
  try {
    await listening(server, asked ?? USUAL_PORT);
  } catch (error) {
    if (asked !== undefined || error.code !== 'EADDRINUSE') throw error;
    await listening(server, 0);
  }
  return {
    url: `http://${HOST}:${server.address().port}/`,
    close: () => new Promise((resolve) => {
      server.close(() => { resolve(); });
      server.closeAllConnections();
    }),
  };
}

function portOf(text) {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new RangeError(`PORT is "${text}": a number from 0 to 65535 is needed, 0 for any free one`);
  return port;
}

function listening(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
