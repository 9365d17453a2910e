/**
 * Lets Node run the sources as they are: `node --import ./tools/ts-loader.mjs FILE`.
 *
 * Node itself reads `#core/…` from package.json; the hooks turn TypeScript and JSON into plain modules.
 */
import { register } from 'node:module';

register('./ts-hooks.mjs', import.meta.url);
