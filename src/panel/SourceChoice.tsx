/** Where last year's figures or the plan come from: the table itself, another sheet, or a file; one choice for the check and for filling in. */
import { lazy, Suspense, type ReactElement } from 'react';
import type { Against } from '#core/table/columns';
import { ChooseFile, WORKBOOKS } from './ChooseFile';
import { usePanel, useSession } from './panel-context';
import { SourceList } from './SourceList';
import { useSourceTexts } from './source-texts';

// Most never read it.
const SourceNote = lazy(() => import(/* webpackChunkName: "complete-notes" */ './SourceNote').then((part) => ({ default: part.SourceNote })));

/** The year whose figures are asked for; null where no table names one. */
function useYear(as: Against): number | null {
  const { facts } = useSession();
  const year = facts.find((one) => one.year !== null)?.year ?? null;
  return year === null ? null : baseYear(as, year);
}

/** The year of what a year is held against. */
export function baseYear(as: Against, year: number): number {
  return as === 'plan' ? year : year - 1;
}

/** A list to choose from, under its name. */
export function SourceField({ as }: { readonly as: Against }): ReactElement {
  return <div><SourceSelect as={as} /><SourceNotes as={as} /></div>;
}

/** The list by itself. @param isNamed where a text beside it says what it is */
export function SourceSelect({ as, isNamed = false }: { readonly as: Against; readonly isNamed?: boolean }): ReactElement {
  const { session } = usePanel();
  const { sources, sheets, facts, looked } = useSession();
  const words = useSourceTexts();
  const year = useYear(as);
  const others = sheets.filter(({ id }) => looked.length !== 1 || id !== looked[0]?.id);
  const own = facts.find(({ bases }) => bases[as] !== null)?.bases[as] ?? 'worked-back';
  return (
    <SourceList
      choice={sources[as]} own={words.own[own]} sheets={others} name={words.sources[as](year)} isNamed={isNamed}
      onChoose={(choice) => { void session.sources.choose(as, choice); }} file={(done) => <FileButton as={as} onChosen={done} />}
    />
  );
}

export function FileButton({ as, onChosen }: { readonly as: Against; readonly onChosen?: () => void }): ReactElement {
  const { session, readFile } = usePanel();
  const words = useSourceTexts();
  const year = useYear(as);
  const read = (file: File): void => {
    void session.sources.chooseFile(as, file.name, () => readFile(file)).then(() => { if (session.state().unreadable === null) onChosen?.(); });
  };
  return <ChooseFile name={words.chooseFile[as](year)} accept={WORKBOOKS} inline onFile={read} />;
}

/** What is wrong with a source. */
export function SourceNotes({ as }: { readonly as: Against }): ReactElement | null {
  const { unreadable, unused } = useSession();
  return unreadable?.as === as || unused.includes(as) ? <Suspense fallback={null}><SourceNote as={as} /></Suspense> : null;
}
