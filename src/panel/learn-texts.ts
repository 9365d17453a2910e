/** The sentences of templates of one's own, in the panel's language. */
import { usePanel } from './panel-context';
import { panelLearnEn } from '#words/panel-learn-en';
import type { PanelLearnTexts } from '#words/panel-learn-texts';
import { panelLearnVi } from '#words/panel-learn-vi';

export function useLearnTexts(): PanelLearnTexts {
  const { texts } = usePanel();
  return texts.lang === 'en' ? panelLearnEn : panelLearnVi;
}
