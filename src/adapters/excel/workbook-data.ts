/** Text kept in the open workbook as a custom XML part under a namespace, as the command line keeps it in a file. */
import { asked } from '#adapters/excel/office-call';
import { HostError } from '#ports/workbook-host';

/** One sync; one more where something is kept. The first part that can be read counts, as in a file. */
export function dataIn(namespace: string): Promise<string | null> {
  return asked(async (context) => {
    const parts = await partsIn(context, namespace);
    if (parts.length === 0) return null;
    const texts = parts.map((part) => part.getXml());
    const [{ textIn }] = await Promise.all([form(), context.sync()]);
    return texts.map(({ value }) => textIn(value, namespace)).find((text) => text !== null) ?? null;
  });
}

/** Two syncs. The new part is there before the old one goes: what fails between leaves what was kept. */
export function keepDataIn(namespace: string, text: string | null): Promise<void> {
  return asked(async (context) => {
    const { xmlOf } = await form();
    const parts = await partsIn(context, namespace);
    if (text !== null) context.workbook.customXmlParts.add(xmlOf(namespace, text));
    for (const part of parts) part.delete();
    await context.sync();
  });
}

async function partsIn(context: Excel.RequestContext, namespace: string): Promise<readonly Excel.CustomXmlPart[]> {
  const found = context.workbook.customXmlParts.getByNamespace(namespace).load('items/id');
  await context.sync();
  return found.items;
}

/** Few workbooks keep anything: how it is written comes when it is needed. */
async function form(): Promise<typeof import('#adapters/excel/data-form')> {
  try {
    return await import(/* webpackChunkName: "data-form" */ '#adapters/excel/data-form');
  } catch (error) {
    throw new HostError('not-loaded', { cause: error });
  }
}
