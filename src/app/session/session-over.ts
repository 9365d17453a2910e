/** A session with the page's own clock; engine and words come when they are asked for. */
import { later } from '#app/session/later';
import { Session } from '#app/session/session';
import type { WorkbookHost } from '#ports/workbook-host';

export function sessionOver(host: WorkbookHost, language: 'vi' | 'en'): Session {
  return new Session({
    host, language, later,
    now: () => Date.now(),
    engine: () => import('#app/session/engine'),
    words: (asked) => (asked === 'en' ? import('#words/en').then(({ en }) => en.words) : import('#words/vi').then(({ vi }) => vi.words)),
  });
}
