/** Columns whose header does not tell, in English. */
import type { PanelColumnsTexts } from '#words/panel-columns-texts';

export const panelColumnsEn: PanelColumnsTexts = {
  unclear: ({ letters, header, sheet }) => `Column ${letters}${header === '' ? '' : ` “${header}”`}${sheet === null ? '' : ` on “${sheet}”`} is unclear. Choose its kind:`,
  notChosen: 'Not chosen',
  kinds: {
    actual: 'This year’s figure', base: 'Last year’s figure', plan: 'Plan',
    change: 'Change from last year', ratio: 'Ratio to last year', growth: 'Growth (%) over last year',
    'plan-change': 'Change from the plan', attainment: 'Attainment of the plan', share: 'Share (%)', none: 'Something else, not checked',
  },
};
