/** Says that a file's own template cannot be read: on stderr, since the work goes on. */
import type { OnRefused } from '#app/known-templates';
import type { Streams } from '#faces/cli/streams';
import { visible } from '#faces/cli/terminal';
import type { Texts } from '#words/texts';

export function sayRefused({ texts, streams }: { readonly texts: Texts; readonly streams: Streams }): OnRefused {
  return (file, fault) => { streams.err(`${visible(texts.learn.refused(file, fault))}\n`); };
}
