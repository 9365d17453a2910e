/** Where last year's figures or the plan come from: the table itself, another sheet, or a file; one choice for the check and for filling in. */
import { Button, Select } from '@fluentui/react-components';
import { lazy, Suspense, useRef, useState, type ReactElement } from 'react';
import type { SourceChoice as Choice } from '#app/session/source-choices';
import type { Against } from '#core/table/columns';
import { css } from './css';
import { usePanel, useSession } from './panel-context';
import { useSourceTexts } from './source-texts';

// Most never read it.
const SourceNote = lazy(() => import(/* webpackChunkName: "complete-notes" */ './SourceNote').then((part) => ({ default: part.SourceNote })));

/** The year whose figures are asked for; null where no table names one. */
export function useYear(as: Against): number | null {
  const { facts } = useSession();
  const year = facts.find((one) => one.year !== null)?.year ?? null;
  return year === null || as === 'plan' ? year : year - 1;
}

/** A list to choose from, under its name. */
export function SourceField({ as }: { readonly as: Against }): ReactElement {
  const words = useSourceTexts();
  const year = useYear(as);
  return (
    <div>
      <label className={css('block')}>
        <span className={css('label')}>{words.sources[as](year)}</span>
        <SourceSelect as={as} />
      </label>
      <SourceNotes as={as} />
    </div>
  );
}

/** What a choice is called in the list. */
function valueOf(choice: Choice): string {
  return choice.is === 'sheet' ? `sheet ${choice.sheet}` : choice.is;
}

/** The list by itself. @param label where no text beside it names it */
export function SourceSelect({ as, label }: { readonly as: Against; readonly label?: string }): ReactElement {
  const { session } = usePanel();
  const { sources, sheets, facts, looked } = useSession();
  const words = useSourceTexts();
  const [wantsFile, setWantsFile] = useState(false);
  const choice = sources[as];
  const others = sheets.filter(({ id }) => looked.length !== 1 || id !== looked[0]?.id);
  const own = facts.find(({ bases }) => bases[as] !== null)?.bases[as] ?? 'worked-back';
  const choose = (value: string): void => {
    setWantsFile(value === 'choose');
    if (value === 'own') void session.sources.choose(as, { is: 'own' });
    else if (value.startsWith('sheet ')) void session.sources.choose(as, { is: 'sheet', sheet: value.slice('sheet '.length) });
  };
  return (
    <>
      <Select {...(label !== undefined && { 'aria-label': label })} value={wantsFile ? 'choose' : valueOf(choice)} onChange={(_, { value }) => { choose(value); }}>
        <option value="own">{words.own[own]}</option>
        {others.map(({ id, name }) => <option key={id} value={`sheet ${id}`}>{words.sheet(name)}</option>)}
        {choice.is === 'file' && <option value="file">{choice.name}</option>}
        <option value="choose">{words.file}</option>
      </Select>
      {wantsFile && <FileButton as={as} onChosen={() => { setWantsFile(false); }} />}
    </>
  );
}

/** Opens the browser's own dialog for files. */
export function FileButton({ as, onChosen }: { readonly as: Against; readonly onChosen?: () => void }): ReactElement {
  const { session, readFile } = usePanel();
  const words = useSourceTexts();
  const year = useYear(as);
  const field = useRef<HTMLInputElement>(null);
  const read = (file: File | undefined): void => {
    if (file === undefined) return;
    void session.sources.chooseFile(as, file.name, () => readFile(file)).then(() => { if (session.state().unreadable === null) onChosen?.(); });
  };
  return (
    <>
      <input ref={field} type="file" hidden accept=".xlsx,.xlsm,.csv,.tsv" onChange={({ currentTarget }) => {
        read(currentTarget.files?.[0]);
        // The same file may be chosen again, once it was saved anew.
        currentTarget.value = '';
      }} />
      <Button size="small" appearance="subtle" className={css('inline')} onClick={() => { field.current?.click(); }}>{words.chooseFile[as](year)}</Button>
    </>
  );
}

/** What is wrong with a source. */
export function SourceNotes({ as }: { readonly as: Against }): ReactElement | null {
  const { unreadable, unused } = useSession();
  return unreadable?.as === as || unused.includes(as) ? <Suspense fallback={null}><SourceNote as={as} /></Suspense> : null;
}
