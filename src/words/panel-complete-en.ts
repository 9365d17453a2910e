/** Filling in, in the panel, in English. */
import type { PanelCompleteTexts } from '#words/panel-complete-texts';
import type { Notice } from '#words/texts';

const unopened = (why: string, todo: string) => (file: string): Notice => ({ what: `${file} could not be opened: ${why}.`, todo });
const again = 'Open it in Excel, save it as .xlsx and choose again.';
const cells = (count: number): string => (count === 1 ? '1 cell' : `${count} cells`);

export const panelCompleteEn: PanelCompleteTexts = {
  title: 'Comparison columns',
  unreadable: {
    missing: unopened('it cannot be read any more', 'Choose again.'),
    'no-permission': unopened('there is no permission to read it', 'Copy it to another folder and choose again.'),
    'is-folder': unopened('it is a folder', 'Choose a file.'),
    'empty-file': unopened('it is empty', 'Open the original, save it and choose again.'),
    'not-a-workbook': unopened('it is no Excel workbook', again),
    truncated: unopened('it is cut off, perhaps by an unfinished download or copy', 'Download or copy it again, then choose again.'),
    damaged: unopened('it is damaged', again),
    encrypted: unopened('it has a password', 'Remove it and choose again.'),
    'old-format': unopened('it is an old .xls file', again),
    'other-format': unopened('this format cannot be read', again),
    'too-large': unopened('there is too much in it', 'Remove sheets and pictures that are not needed, save it and choose again.'),
    'no-sheet': unopened('it has no sheet', 'Choose another file.'),
    'no-table': (file) => ({ what: `${file}: no indicator table found.`, todo: 'Choose another file.' }),
    'no-workbooks-in-folder': (file) => ({ what: `The folder ${file} has no .xlsx or .xlsm file.`, todo: 'Choose a file.' }),
  },
  unused: (source) => ({ what: `No figure could be taken from ${source}: no row or no column fits.`, todo: 'Check the indicators’ names and the years in the header.' }),
  writeAs: 'Write',
  as: { formulas: 'Formulas', values: 'Values' },
  plain: 'Plain Excel formulas; they work without this add-in.',
  htx: 'HTX functions: computers without the add-in will show #NAME? in these cells.',
  values: 'Values do not follow when you edit other figures.',
  working: 'Working out the empty cells',
  empty: 'Empty cells',
  differing: 'Filled cells that differ',
  chosen: (chosen, all) => `${chosen} of ${all}`,
  chooseAll: (list) => `Choose all: ${list}`,
  choose: (cell, name) => `Choose ${cell}, ${name}`,
  isFormula: 'holds a formula',
  waits: 'later: it follows from a cell that is not written yet',
  blocked: (cell, by, why) => `${cell} not computed: ${by} ${why}.`,
  lacking: (count) => `${count} other ${count === 1 ? 'cell lacks' : 'cells lack'} figures`,
  nothing: 'Nothing more can be computed from these figures.',
  fill: (empty, replaced) => {
    if (replaced === 0) return `Fill ${cells(empty)}`;
    return empty === 0 ? `Replace ${replaced}…` : `Fill ${empty}, replace ${replaced}…`;
  },
  confirm: (count) => `${count === 1 ? '1 filled cell' : `${count} filled cells`} will be replaced.`,
  replace: 'Replace',
  cancel: 'Cancel',
  kept: (names) => ({ what: `${names.join(', ')} not written: the figures there have just changed.`, todo: 'The list below is worked out again.' }),
};
