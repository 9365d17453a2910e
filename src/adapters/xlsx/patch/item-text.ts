/** Texts that may be made of runs with formats of their own. */
import { plainTextOf } from '#adapters/xlsx/patch/cell-text';
import { elementsIn, type XmlElement } from '#adapters/xlsx/patch/xml-children';

/** The text of an `si` or `is`: its runs joined, readings left out. */
export function textOfItem(text: string, item: Pick<XmlElement, 'inner'>): string {
  return elementsIn(text, item)
    .map((element) => (element.name === 't' ? plainTextOf(text.slice(element.inner.from, element.inner.to)) : element.name === 'r' ? textOfItem(text, element) : ''))
    .join('');
}

