/** What the panel says among its settings, which most never open. */
export interface PanelSettingsTexts {
  readonly templateLabel: string;
  readonly automatic: string;
  readonly whenChecking: string;
  readonly sheetsLabel: string;
  readonly activeSheet: string;
  readonly allSheets: string;
  readonly htxHint: string;
  readonly removeMarks: string;
  readonly version: (version: string) => string;
}
