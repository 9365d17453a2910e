/** Where figures besides the table's come from, in the panel, in English. */
import type { PanelSourcesTexts } from '#words/panel-sources-texts';

export const panelSourcesEn: PanelSourcesTexts = {
  sources: { earlier: (year) => (year === null ? 'Last year’s figures' : `${year} figures`), plan: (year) => (year === null ? 'Plan' : `${year} plan`) },
  facts: { earlier: 'Last year', plan: 'Plan' },
  own: { 'worked-back': 'Worked back from the comparison columns', column: 'Column of this table' },
  sheet: (name) => `Sheet “${name}”`,
  file: 'Choose a file…',
  chooseFile: { earlier: (year) => (year === null ? 'Choose last year’s file…' : `Choose the ${year} file…`), plan: (year) => (year === null ? 'Choose the plan’s file…' : `Choose the ${year} plan’s file…`) },
  drop: 'Do not use',
};
