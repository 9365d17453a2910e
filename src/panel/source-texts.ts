/** The sentences of the sources, in the panel's language. */
import { usePanel } from './panel-context';
import { panelSourcesEn } from '#words/panel-sources-en';
import type { PanelSourcesTexts } from '#words/panel-sources-texts';
import { panelSourcesVi } from '#words/panel-sources-vi';

export function useSourceTexts(): PanelSourcesTexts {
  const { texts } = usePanel();
  return texts.lang === 'en' ? panelSourcesEn : panelSourcesVi;
}
