/** A manifest as a tree of elements: enough to ask what it says. */
import { elementsIn, rootOf } from '#adapters/xlsx/patch/xml-children';
import { decodeText } from '#adapters/xlsx/xml-text';

/** @throws {SyntaxError} where the text is no XML */
export function manifestTree(text) {
  return element(text, rootOf(text));
}

function element(text, { name, from, to, inner }) {
  const open = text.slice(from, inner.from === to ? to : inner.from);
  return {
    name,
    attributes: Object.fromEntries([...open.matchAll(/\s(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, key, a, b]) => [key, decodeText(a ?? b ?? '')])),
    children: elementsIn(text, { inner }).map((child) => element(text, child)),
    text: decodeText(text.slice(inner.from, inner.to).replaceAll(/<[^>]*>/g, '')).trim(),
  };
}

/** All elements of a name, wherever they stand below another. */
export function all(tree, name) {
  return tree.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

/** The text of the first element of a name right below the root. */
export function textAt(tree, name) {
  return tree.children.find((child) => child.name === name)?.text ?? '';
}
