/** The sentences of the settings, in the panel's language. */
import { usePanel } from './panel-context';
import { panelSettingsEn } from '#words/panel-settings-en';
import type { PanelSettingsTexts } from '#words/panel-settings-texts';
import { panelSettingsVi } from '#words/panel-settings-vi';

export function useSettingsTexts(): PanelSettingsTexts {
  const { texts } = usePanel();
  return texts.lang === 'en' ? panelSettingsEn : panelSettingsVi;
}
