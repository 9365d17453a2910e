/**
 * Opens Excel with the add-in of this folder, served from https://localhost:3000 until Ctrl+C; then takes it out of Excel again.
 *
 * Usage: npm run excel   (on Windows or a Mac with Excel; the first time a certificate for localhost is installed, which asks)
 */
import { createServer } from 'node:https';
import path from 'node:path';
import { siteListener } from './site-server.mjs';

const PORT = 3000;
const root = path.dirname(import.meta.dirname);

if (process.platform === 'win32' || process.platform === 'darwin') {
  try {
    await start();
  } catch (error) {
    console.error(`Excel was not opened: ${error.message}`);
    process.exitCode = 2;
  }
} else {
  elsewhere();
}

function elsewhere() {
  console.error([
    'There is no Excel for this system. What works instead:',
    '- npm test: functions, commands and panel run on Microsoft\'s own library, in Node and in a browser.',
    '- Excel on the web: put dist/addin on an https server, make its manifest with "npm run manifest -- --url https://…",',
    '  and upload that in Excel on the web under Add-ins, My Add-ins.',
  ].join('\n'));
  process.exitCode = 1;
}

async function start() {
  const [{ getHttpsServerOptions }, { startDebugging, stopDebugging }] = await Promise.all([import('office-addin-dev-certs'), import('office-addin-debugging')]);
  const manifest = path.join(root, 'manifest.xml');
  const server = createServer(await getHttpsServerOptions(), siteListener(path.join(root, 'dist/addin')));
  await new Promise((resolve, reject) => server.once('error', reject).listen(PORT, 'localhost', resolve));
  console.log(`Serving dist/addin on https://localhost:${PORT}; Ctrl+C ends it.`);
  process.once('SIGINT', () => {
    void stopDebugging(manifest).finally(() => server.close());
  });
  try {
    await startDebugging(manifest, { appType: 'desktop' });
  } catch (error) {
    server.close();
    throw error;
  }
}
