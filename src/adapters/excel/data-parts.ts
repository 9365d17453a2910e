/** Text kept in custom XML parts of the open workbook, as the command line keeps it in a file. Loaded when it is asked for. */
import { asked } from '#adapters/excel/office-call';
import { dataXml, textOfData } from '#adapters/xlsx/data-xml';
import { plainXml } from '#adapters/xlsx/plain-xml';

/** The first part that can be read counts, as in a file. One sync; one more where something is kept. */
export function dataIn(namespace: string): Promise<string | null> {
  return asked(async (context) => {
    const found = context.workbook.customXmlParts.getByNamespace(namespace).load('items/id');
    await context.sync();
    if (found.items.length === 0) return null;
    const texts = found.items.map((part) => part.getXml());
    await context.sync();
    return texts.map(({ value }) => textOf(value, namespace)).find((text) => text !== null) ?? null;
  });
}

/**
 * Two syncs. The part that counts is written over in one step, so that whatever fails beside it what counts is the old text
 * or the new one; parts after it go.
 */
export function keepDataIn(namespace: string, text: string | null): Promise<void> {
  return asked(async (context) => {
    const { customXmlParts } = context.workbook;
    const found = customXmlParts.getByNamespace(namespace).load('items/id');
    await context.sync();
    const [first, ...others] = found.items;
    if (text !== null && first === undefined) customXmlParts.add(dataXml(namespace, text));
    if (text !== null) first?.setXml(dataXml(namespace, text));
    // From the last on: where Excel stops in between, what counted is still the first.
    for (const part of others.toReversed()) part.delete();
    if (text === null) first?.delete();
    await context.sync();
  });
}

/** Any program may have written it anew; whatever others keep there is theirs. */
function textOf(xml: string, namespace: string): string | null {
  try {
    return textOfData(new TextDecoder().decode(plainXml(new TextEncoder().encode(xml))), namespace);
  } catch {
    return null;
  }
}
