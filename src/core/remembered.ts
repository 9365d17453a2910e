/** Work on a text done once: sheets repeat their labels, and the files of a folder share them. */

/**
 * A function of one text that remembers what it gave.
 *
 * @param most texts kept; beyond them all are forgotten, so that a hostile sheet cannot fill the memory
 */
export function remembered<T>(most: number, work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined && !known.has(text)) {
      if (known.size >= most) known.clear();
      value = work(text);
      known.set(text, value);
    }
    return value as T;
  };
}
