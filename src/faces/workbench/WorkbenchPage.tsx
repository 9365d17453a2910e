/** The whole page of the workbench, in the language of choice. */
import { FluentProvider, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useState, type ReactElement } from 'react';
import type { NamedBytes } from '#adapters/browser/page-files';
import type { Bench } from '#faces/workbench/bench';
import { BenchContext } from '#faces/workbench/bench-context';
import { BenchView } from './BenchView';
import { FolderCheck } from '#faces/workbench/folder';
import { isDark, kept } from '#faces/workbench/page';
import { appendix2020 } from '#faces/workbench/sample';
import { LANGUAGE, Stage, type GridPhase, type LoadGrid, type StagePlaces } from '#faces/workbench/stage';
import type { Language } from '#faces/workbench/file-panel';
import { allTexts } from '#faces/workbench/texts';
import { benchEn } from '#words/bench-en';
import { benchVi } from '#words/bench-vi';
import type { Texts } from '#words/texts';

function keptLanguage(): Language {
  return kept(LANGUAGE) === 'en' ? 'en' : 'vi';
}

export function WorkbenchPage({ bench, loadGrid }: { readonly bench: Bench; readonly loadGrid: LoadGrid }): ReactElement {
  const [dark] = useState(isDark);
  const [language, setLanguage] = useState<Language>(keptLanguage);
  const [grid, setGrid] = useState<GridPhase>('comes');
  const [stage, setStage] = useState<Stage | null>(null);
  const [all, setAll] = useState<Texts | null>(null);
  const folder = useMemo(() => new FolderCheck(), []);
  useEffect(() => {
    document.documentElement.lang = language;
    void allTexts(language).then(setAll);
  }, [language]);
  const ready = useCallback((places: StagePlaces) => {
    setStage((known) => known ?? new Stage(bench, places, keptLanguage(), { dark, loadGrid, onLanguage: setLanguage, onGrid: setGrid }));
  }, [bench, dark, loadGrid]);
  const take = useCallback((files: readonly NamedBytes[], isFolder: boolean) => {
    if (!isFolder) {
      void bench.open(files);
      return;
    }
    void allTexts(language).then((texts) => folder.check(files, texts)).then((found) => { if (!found) bench.say({ is: 'no-workbooks' }); });
  }, [bench, folder, language]);
  const tools = {
    bench, folder, language, all, grid, take, texts: language === 'en' ? benchEn : benchVi,
    retryGrid: () => { stage?.retryGrid(); }, tryIt: () => { void bench.open([appendix2020]); },
  };
  return (
    <FluentProvider theme={dark ? webDarkTheme : webLightTheme}>
      <BenchContext.Provider value={tools}><BenchView onReady={ready} /></BenchContext.Provider>
    </FluentProvider>
  );
}
