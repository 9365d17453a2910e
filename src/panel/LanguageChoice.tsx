/** The two languages, each in its own words. */
import type { ReactElement } from 'react';
import { css } from './css';
import { usePanel } from './panel-context';

export function LanguageChoice({ named = false }: { readonly named?: boolean }): ReactElement {
  const { session, texts } = usePanel();
  return (
    <fieldset>
      <legend className={css(named ? 'label' : 'sr')}>{texts.language}</legend>
      <div className={css('seg')}>
        {(['vi', 'en'] as const).map((lang) => (
          <label key={lang} lang={lang}>
            <input type="radio" name="phuluc-language" checked={texts.lang === lang} onChange={() => { void session.choose({ language: lang }); }} />
            {lang === 'vi' ? 'Tiếng Việt' : 'English'}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
