/** The sentences of new forms, in the panel's language. */
import { usePanel } from './panel-context';
import { panelNewEn } from '#words/panel-new-en';
import type { PanelNewTexts } from '#words/panel-new-texts';
import { panelNewVi } from '#words/panel-new-vi';

export function useFormTexts(): PanelNewTexts {
  const { texts } = usePanel();
  return texts.lang === 'en' ? panelNewEn : panelNewVi;
}
