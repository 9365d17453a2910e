/** A blank form for a year: from which template, with whose figures, and one button. */
import { Button, Checkbox, Input, Select } from '@fluentui/react-components';
import { useEffect, useState, type ReactElement } from 'react';
import { formFile, type MadeForm } from '#app/session/form-wish';
import { OWN, type SourceChoice } from '#app/session/source-choices';
import { formName } from '#core/new/form';
import type { Against } from '#core/table/columns';
import { css } from './css';
import { focusResult } from './focus';
import { FromSelect } from './FromSelect';
import { Message, Trouble } from './Message';
import { useFormTexts } from './new-texts';
import { usePanel, useSession } from './panel-context';
import { baseYear } from './SourceChoice';

type Layouts = Awaited<ReturnType<ReturnType<typeof usePanel>['templates']>>;

/** Years that a report is made for. */
const FIRST = 2000;
const LAST = 2100;

interface Wish {
  readonly template: string | null;
  readonly year: string | null;
  readonly office: string;
  readonly from: Readonly<Record<Against, SourceChoice | null>>;
  readonly isLocked: boolean;
}

const BLANK: Wish = { template: null, year: null, office: '', from: { earlier: null, plan: null }, isLocked: false };

export function NewView(): ReactElement {
  const { session } = usePanel();
  const words = useFormTexts();
  const [wish, setWish] = useState(BLANK);
  const asked = useAsked(wish);
  const change = (part: Partial<Wish>): void => {
    session.forms.begin();
    setWish({ ...wish, ...part });
  };
  return (
    <>
      <h1 className={css('sr')}>{words.title}</h1>
      <Trouble />
      <div className={css('body')}>
        <div className={css('pad', 'stack')}>
          <Fields asked={asked} change={change} />
          <Sources asked={asked} wish={wish} change={change} />
          <Lock asked={asked} change={change} />
          <Outcome asked={asked} />
        </div>
      </div>
      {/* What was asked for stays, though another sheet lies before the reader then. */}
      <Create asked={asked} onCreate={() => { setWish({ ...wish, template: asked.template, year: asked.year, from: asked.from }); }} />
    </>
  );
}

/** What would be made: what was chosen, and what is taken for granted where nothing was. */
interface Asked {
  readonly layouts: Layouts;
  readonly template: string;
  readonly year: string;
  readonly office: string;
  readonly from: Readonly<Record<Against, SourceChoice>>;
  readonly isLocked: boolean;
}

function useAsked(wish: Wish): Asked {
  const { templates } = usePanel();
  const { facts } = useSession();
  const [layouts, setLayouts] = useState<Layouts>([]);
  useEffect(() => { void templates().then(setLayouts); }, [templates]);
  const year = wish.year ?? String(nextYear(facts));
  const { earlier, plan } = wish.from;
  return { layouts, year, office: wish.office, isLocked: wish.isLocked, template: wish.template ?? usualTemplate(facts, layouts), from: { earlier: earlier ?? sheetBefore(year, facts), plan: plan ?? OWN } };
}

type Facts = ReturnType<typeof useSession>['facts'];

/** The year after the one before the reader. */
function nextYear(facts: Facts): number {
  const year = facts.find((one) => one.year !== null)?.year ?? null;
  return year === null ? new Date().getFullYear() : year + 1;
}

function usualTemplate(facts: Facts, layouts: Layouts): string {
  return facts.find(({ template }) => template !== null)?.template?.id ?? layouts[0]?.id ?? '';
}

/** The sheet before the reader, where it reports the year before. */
function sheetBefore(year: string, facts: Facts): SourceChoice {
  const before = facts.find((one) => one.year !== null && String(one.year + 1) === year);
  return before === undefined ? OWN : { is: 'sheet', sheet: before.sheet.id };
}

interface PartProps {
  readonly asked: Asked;
  readonly change: (part: Partial<Wish>) => void;
}

function Fields({ asked: { layouts, template, year, office }, change }: PartProps): ReactElement {
  const { texts } = usePanel();
  const words = useFormTexts();
  return (
    <>
      <label className={css('block')}>
        <span className={css('label')}>{words.template}</span>
        <Select value={template} onChange={(_, { value }) => { change({ template: value }); }}>
          {layouts.map(({ id, name }) => <option key={id} value={id}>{name[texts.lang]}</option>)}
        </Select>
      </label>
      <label className={css('block')}>
        <span className={css('label')}>{words.year}</span>
        <Input type="number" min={FIRST} max={LAST} value={year} onChange={(_, { value }) => { change({ year: value, from: BLANK.from }); }} />
      </label>
      <label className={css('block')}>
        <span className={css('label')}>{words.office}</span>
        <Input className={css('wide')} value={office} placeholder={words.officeHint} maxLength={200} onChange={(_, { value }) => { change({ office: value }); }} />
      </label>
    </>
  );
}

function Sources({ asked: { year, from }, wish, change }: PartProps & { readonly wish: Wish }): ReactElement | null {
  const words = useFormTexts();
  if (!isYear(year)) return null;
  return (
    <>
      {(['earlier', 'plan'] as const).map((as) => (
        <FromSelect key={as} label={words.from[as](baseYear(as, +year))} choice={from[as]} onChoose={(choice) => { change({ from: { ...wish.from, [as]: choice } }); }} />
      ))}
    </>
  );
}

function Lock({ asked: { isLocked }, change }: PartProps): ReactElement {
  const words = useFormTexts();
  return (
    <div>
      <Checkbox checked={isLocked} label={words.lock} aria-describedby="phuluc-lock" onChange={(_, { checked }) => { change({ isLocked: checked === true }); }} />
      <p id="phuluc-lock" className={css('small', 'muted')}>{words.lockHint}</p>
    </div>
  );
}

function isYear(text: string): boolean {
  return /^\d{4}$/.test(text) && +text >= FIRST && +text <= LAST;
}

/** What will be made, or what was. */
function Outcome({ asked: { year } }: Pick<PartProps, 'asked'>): ReactElement {
  const { madeForm, sheets } = useSession();
  const { newForm } = usePanel();
  const words = useFormTexts();
  if (!isYear(year)) return <div><Message tone="warning" {...words.badYear(FIRST, LAST)} /></div>;
  if (madeForm !== null) return <Made form={madeForm} year={+year} />;
  const name = formName(+year);
  const isTaken = newForm?.open === null && sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  return <div className={css('box')}><p className={css('strong')}>{newForm?.open === null ? words.willAdd(name) : words.willOpen(formFile(+year))}</p><p className={css('small')}>{isTaken ? words.taken(name) : words.stays}</p></div>;
}

function Made({ form, year }: { readonly form: MadeForm; readonly year: number }): ReactElement {
  const words = useFormTexts();
  return (
    <>
      <div className={css('box')} role="status">
        <h2 className={css('strong')} tabIndex={-1}>{words.made(form.name)}</h2>
        <p className={css('small')}>{words.filled(form)}</p>
        {form.lock === 'locked' && <p className={css('small')}>{words.locked}</p>}
      </div>
      {form.lock === 'refused' && <div><Message tone="warning" {...words.notLocked} /></div>}
      {form.unused.map((as) => <div key={as}><Message tone="warning" {...words.unused(words.from[as](baseYear(as, year)))} /></div>)}
    </>
  );
}

function Create({ asked: { template, year, office, from, isLocked }, onCreate }: Pick<PartProps, 'asked'> & { readonly onCreate: () => void }): ReactElement {
  const { session, newForm } = usePanel();
  const { madeForm } = useSession();
  const words = useFormTexts();
  const create = (): void => {
    if (newForm === null) return;
    onCreate();
    void session.forms.create({ template, year: +year, office: office.trim(), from, isLocked }, { ...newForm, messages: words.messages }).then(() => { focusResult(); });
  };
  return <div className={css('action')}><Button appearance="primary" className={css('wide')} disabledFocusable={!isYear(year) || template === '' || madeForm !== null} onClick={create}>{words.create}</Button></div>;
}
