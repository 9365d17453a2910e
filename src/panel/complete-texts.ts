/** The sentences of filling in, in the panel's language. */
import { usePanel } from './panel-context';
import { panelCompleteEn } from '#words/panel-complete-en';
import type { PanelCompleteTexts } from '#words/panel-complete-texts';
import { panelCompleteVi } from '#words/panel-complete-vi';

export function useCompleteTexts(): PanelCompleteTexts {
  const { texts } = usePanel();
  return texts.lang === 'en' ? panelCompleteEn : panelCompleteVi;
}
