/** The whole page of the workbench, in the language of choice. */
import { FluentProvider, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { useCallback, useEffect, useState, type ReactElement } from 'react';
import type { Bench } from '#faces/workbench/bench';
import { BenchContext } from '#faces/workbench/bench-context';
import { BenchView } from './BenchView';
import type { Language } from '#faces/workbench/file-panel';
import { isDark, kept } from '#faces/workbench/page';
import { appendix2020 } from '#faces/workbench/sample';
import { LANGUAGE, Stage, type GridPhase, type StagePlaces } from '#faces/workbench/stage';
import { benchEn } from '#words/bench-en';
import { benchVi } from '#words/bench-vi';
import type { Texts } from '#words/texts';

export function WorkbenchPage({ bench }: { readonly bench: Bench }): ReactElement {
  const [dark] = useState(isDark);
  const [language, setLanguage] = useState<Language>(kept(LANGUAGE) === 'en' ? 'en' : 'vi');
  const [grid, setGrid] = useState<GridPhase>('comes');
  const [stage, setStage] = useState<Stage | null>(null);
  const ready = useCallback((places: StagePlaces) => {
    setStage((known) => known ?? new Stage(bench, places, kept(LANGUAGE) === 'en' ? 'en' : 'vi', { dark, onLanguage: setLanguage, onGrid: setGrid }));
  }, [bench, dark]);
  const texts = language === 'en' ? benchEn : benchVi;
  const [all, setAll] = useState<Texts | null>(null);
  useEffect(() => {
    void (language === 'en' ? import('#words/en').then(({ en }) => en) : import('#words/vi').then(({ vi }) => vi)).then(setAll);
  }, [language]);
  return (
    <FluentProvider theme={dark ? webDarkTheme : webLightTheme}>
      <BenchContext.Provider value={{ bench, language, texts, all, grid, retryGrid: () => { stage?.retryGrid(); }, tryIt: () => { void bench.open([appendix2020]); } }}>
        <BenchView onReady={ready} />
      </BenchContext.Provider>
    </FluentProvider>
  );
}
