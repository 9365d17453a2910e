/** The settings, in English. */
import type { PanelSettingsTexts } from '#words/panel-settings-texts';

export const panelSettingsEn: PanelSettingsTexts = {
  templateLabel: 'Template',
  automatic: 'Automatic',
  whenChecking: 'When checking',
  sheetsLabel: 'Sheets',
  activeSheet: 'The open sheet',
  allSheets: 'All sheets',
  htxHint: 'Computers without the add-in will show #NAME? here.',
  removeMarks: 'Remove all marks',
  version: (version) => `Phụ lục ${version}`,
};
