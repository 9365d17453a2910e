/** Choices that stay with the workbook; each is obeyed at once. */
import { Button, Checkbox, Select } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { css } from './css';
import { Icon } from './Icons';
import { TroubleMessage } from './Message';
import { usePanel, useSession } from './panel-context';

type Layouts = Awaited<ReturnType<ReturnType<typeof usePanel>['templates']>>;

export function SettingsView({ onBack }: { readonly onBack: () => void }): ReactElement {
  const { session, texts, version } = usePanel();
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => {
    head.current?.querySelector('button')?.focus();
  }, []);
  return (
    <>
      <div ref={head} className={css('context')}>
        <Button appearance="subtle" size="small" icon={<Icon name="back" />} aria-label={texts.back} onClick={onBack} />
        <h1 className={css('title', 'grow')}>{texts.settings}</h1>
      </div>
      <div className={css('body')}>
        <TroubleMessage />
        <div className={css('pad', 'stackL')}>
          <LanguageChoice />
          <Choices />
          <WhenChecking />
          <Button className={css('wide')} onClick={() => { void session.choose({ marks: false }); }}>{texts.removeMarks}</Button>
          <p className={css('small', 'muted')}>{texts.version(version)} · {texts.private}</p>
        </div>
      </div>
    </>
  );
}

function LanguageChoice(): ReactElement {
  const { session, texts } = usePanel();
  return (
    <fieldset>
      <legend className={css('label')}>{texts.language}</legend>
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

/** Which layout to take, and which sheet to check. */
function Choices(): ReactElement {
  const { settings, sheets } = useSession();
  const { session, texts, templates } = usePanel();
  const [layouts, setLayouts] = useState<Layouts>([]);
  useEffect(() => {
    void templates().then(setLayouts);
  }, [templates]);
  return (
    <>
      <label>
        <span className={css('label')}>{texts.templateLabel}</span>
        <Select value={settings.template ?? ''} onChange={(_, { value }) => { void session.choose({ template: value === '' ? null : value }); }}>
          <option value="">{texts.automatic}</option>
          {layouts.map(({ id, name }) => <option key={id} value={id}>{name[texts.lang]}</option>)}
        </Select>
      </label>
      <label>
        <span className={css('label')}>{texts.sheetsLabel}</span>
        <Select value={settings.sheets?.[0] ?? ''} onChange={(_, { value }) => { void session.choose({ sheets: value === '' ? null : [value] }); }}>
          <option value="">{texts.activeSheet}</option>
          {sheets.map(({ id, name }) => <option key={id} value={name}>{name}</option>)}
        </Select>
      </label>
    </>
  );
}

function WhenChecking(): ReactElement {
  const { settings } = useSession();
  const { session, texts } = usePanel();
  return (
    <fieldset>
      <legend className={css('label')}>{texts.whenChecking}</legend>
      <Checkbox label={texts.live} checked={settings.live} onChange={(_, { checked }) => { void session.choose({ live: checked === true }); }} />
      <Checkbox label={texts.marks} checked={settings.marks} onChange={(_, { checked }) => { void session.choose({ marks: checked === true }); }} />
    </fieldset>
  );
}
