/** What Microsoft's schema says against a manifest; the schemas are Microsoft's, and no part of this repository. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
/** Where they are looked for: docs/manifest.md says where they come from. */
export const SCHEMAS = process.env.MANIFEST_SCHEMAS ?? path.join(root, '../shared/kit/manifest');
const [MAIN, ...OTHERS] = ['OfficeAppManifestV1_1.xsd', 'OfficeAppBasicTypesV1_0.xsd', 'TaskPaneAppVersionOverridesV1_0.xsd'];

export function hasSchemas() {
  return [MAIN, ...OTHERS].every((file) => existsSync(path.join(SCHEMAS, file)));
}

/** The published schemas do not know ExtendedOverrides, which is checked by itself. */
export async function schemaFaults(xml) {
  const { validateXML } = await import('xmllint-wasm');
  const load = (fileName) => ({ fileName, contents: readFileSync(path.join(SCHEMAS, fileName), 'utf8') });
  const contents = xml.replaceAll(/<ExtendedOverrides\b[^>]*?(?:\/>|>[\s\S]*?<\/ExtendedOverrides>)/g, '');
  const { errors } = await validateXML({ xml: [{ fileName: 'manifest.xml', contents }], schema: [load(MAIN)], preload: OTHERS.map(load) });
  return errors.map(({ message, loc }) => `${loc === null ? '' : `line ${loc.lineNumber}: `}${message}`);
}
