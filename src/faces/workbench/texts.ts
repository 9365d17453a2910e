/** The sentences of the check and of files, which come after the first paint. */
import type { Texts } from '#words/texts';

export function allTexts(language: 'vi' | 'en'): Promise<Texts> {
  return language === 'en' ? import('#words/en').then(({ en }) => en) : import('#words/vi').then(({ vi }) => vi);
}
