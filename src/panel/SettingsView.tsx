/** Choices that stay with the workbook; each is obeyed at once. */
import { Button, Checkbox, Select } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useState, type ReactElement } from 'react';
import type { Settings } from '#app/session/settings';
import { BackHead } from './BackHead';
import { css } from './css';
import { LanguageChoice } from './LanguageChoice';
import { Trouble } from './Message';
import { usePanel, useSession } from './panel-context';
import { useSettingsTexts } from './settings-texts';

// Most never read it.
const OwnTemplate = lazy(() => import(/* webpackChunkName: "own-template" */ './OwnTemplate').then((part) => ({ default: part.OwnTemplate })));

type Layouts = Awaited<ReturnType<ReturnType<typeof usePanel>['templates']>>;

export function SettingsView({ onBack }: { readonly onBack: () => void }): ReactElement {
  const { session, texts, version } = usePanel();
  const words = useSettingsTexts();
  return (
    <>
      <BackHead title={texts.settings} onBack={onBack} />
      <Trouble />
      <div className={css('body')}>
        <div className={css('pad', 'stackL')}>
          <LanguageChoice named />
          <Choices />
          <WhenChecking />
          <Functions />
          <Button className={css('wide')} onClick={() => { void session.choose({ marks: false }); }}>{words.removeMarks}</Button>
          <p className={css('small', 'muted')}>{words.version(version)} · {texts.private}</p>
        </div>
      </div>
    </>
  );
}

/** Which layout to take, and which sheet to check. */
function Choices(): ReactElement {
  const { settings, sheets, own } = useSession();
  const { session, texts, templates } = usePanel();
  const words = useSettingsTexts();
  const [layouts, setLayouts] = useState<Layouts>([]);
  useEffect(() => {
    void templates().then(setLayouts);
  }, [templates, own]);
  return (
    <>
      <label className={css('block')}>
        <span className={css('label')}>{words.templateLabel}</span>
        <Select value={settings.template ?? ''} onChange={(_, { value }) => { void session.choose({ template: value === '' ? null : value }); }}>
          <option value="">{words.automatic}</option>
          {layouts.map(({ id, name }) => <option key={id} value={id}>{name[texts.lang]}</option>)}
        </Select>
      </label>
      <Suspense fallback={null}><OwnTemplate /></Suspense>
      <label className={css('block')}>
        <span className={css('label')}>{words.sheetsLabel}</span>
        <Select value={sheetsValue(settings.sheets)} onChange={(_, { value }) => { void session.choose({ sheets: chosenSheets(value) }); }}>
          <option value="active">{words.activeSheet}</option>
          {sheets.length > 1 && <option value="all">{words.allSheets}</option>}
          {Array.isArray(settings.sheets) && settings.sheets.length > 1 && <option value={sheetsValue(settings.sheets)}>{settings.sheets.join(', ')}</option>}
          {sheets.map(({ id, name }) => <option key={id} value={`one ${name}`}>{name}</option>)}
        </Select>
      </label>
    </>
  );
}

/** The one choice that a receiver may suffer from says so. */
function Functions(): ReactElement {
  const { settings } = useSession();
  const { session, texts } = usePanel();
  const words = useSettingsTexts();
  return (
    <div>
      <Checkbox label={texts.htx} aria-describedby="phuluc-htx" checked={settings.htx} onChange={(_, { checked }) => { void session.choose({ htx: checked === true }); }} />
      <p id="phuluc-htx" className={css('small', 'muted')}>{words.htxHint}</p>
    </div>
  );
}

function sheetsValue(sheets: Settings['sheets']): string {
  if (sheets === null || sheets === 'all') return sheets ?? 'active';
  return sheets.length === 1 ? `one ${sheets[0] ?? ''}` : 'some';
}

function chosenSheets(value: string): Settings['sheets'] {
  if (value === 'all') return 'all';
  return value === 'active' ? null : [value.slice('one '.length)];
}

function WhenChecking(): ReactElement {
  const { settings } = useSession();
  const { session, texts } = usePanel();
  const words = useSettingsTexts();
  return (
    <fieldset>
      <legend className={css('label')}>{words.whenChecking}</legend>
      <Checkbox label={texts.live} checked={settings.live} onChange={(_, { checked }) => { void session.choose({ live: checked === true }); }} />
      <Checkbox label={texts.marks} checked={settings.marks} onChange={(_, { checked }) => { void session.choose({ marks: checked === true }); }} />
    </fieldset>
  );
}
