/** Templates of one's own, in the panel, in English. */
import { learn } from '#words/learn-en';
import type { PanelLearnTexts } from '#words/panel-learn-texts';

const { size, known, inferred, nothingInferred, relation } = learn;

export const panelLearnEn: PanelLearnTexts = {
  size, known, inferred, nothingInferred, relation,
  unknown: { what: 'The table follows no known template', todo: 'Sums, ratios and changes are still checked from headers and row order; inferred relations give warnings, never errors.' },
  learn: 'Learn a template from this table…',
  fromFile: 'Take a template from a file…',
  understood: (sheet, range) => `Template of the table on “${sheet}”, ${range}`,
  choose: 'Untick a relation that is wrong: it is left out of the template.',
  chooseAll: 'All relations',
  chosen: (chosen, all) => `${chosen} of ${all} kept`,
  keep: 'Keep in this workbook',
  keepHint: 'The template travels with the workbook: whoever opens or checks this file reads it by this template. No cell changes. Relations that are kept give warnings, no errors.',
  cancel: 'Cancel',
  own: (name) => `Template that travels with the workbook: ${name}`,
  remove: 'Remove the template from the workbook',
  notLearnt: {
    'no-table': { what: 'There is no table to learn a template from.', todo: 'Open the sheet with the table and try again.' },
    'too-large': { what: 'The table is too long to become a template.', todo: 'A template has at most 5,000 rows. The table can still be checked.' },
  },
  refused: (fault) => ({ what: 'The template that travels with the workbook cannot be read and is not used.', todo: `The workbook is checked by the known templates. Details: ${fault}` }),
  badFile: (file, fault) => ({ what: `${file} is no template that can be read.`, todo: `Choose a .json file that phuluc templates learn wrote. Details: ${fault}` }),
};
