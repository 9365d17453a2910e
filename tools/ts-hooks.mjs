/** The hooks that ts-loader.mjs registers: TypeScript through swc, and JSON as a module, as webpack reads it. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

export async function load(url, context, nextLoad) {
  if (!url.startsWith('file:') || url.includes('/node_modules/')) return nextLoad(url, context);
  const file = fileURLToPath(url);

  if (file.endsWith('.json') && context.importAttributes.type === undefined) {
    const text = await readFile(file, 'utf8');
    return { format: 'module', shortCircuit: true, source: `export default ${text};` };
  }
  if (!/\.tsx?$/.test(file)) return nextLoad(url, context);

  const { code } = await transform(await readFile(file, 'utf8'), {
    filename: file,
    configFile: false,
    swcrc: false,
    sourceMaps: 'inline',
    jsc: {
      parser: { syntax: 'typescript', tsx: file.endsWith('x') },
      target: 'es2022',
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'es6' },
  });
  return { format: 'module', shortCircuit: true, source: code };
}
