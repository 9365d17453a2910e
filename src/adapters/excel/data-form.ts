/** How text stands in a custom XML part, and how it is read out of one that any program may have written anew. */
import { dataXml, textOfData } from '#adapters/xlsx/data-xml';
import { plainXml } from '#adapters/xlsx/plain-xml';

export const xmlOf = dataXml;

/** @returns null where it is none of ours, or damaged */
export function textIn(xml: string, namespace: string): string | null {
  try {
    return textOfData(new TextDecoder().decode(plainXml(new TextEncoder().encode(xml))), namespace);
  } catch {
    // Whatever others keep there is theirs.
    return null;
  }
}
