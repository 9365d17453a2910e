/** Marked copies, in English. */
import type { MarkTexts } from '#words/mark-texts';

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

export const mark: MarkTexts = {
  sheet: 'Results of the check',
  title: 'Results of the check',
  explained: 'Cells with findings are coloured and have notes on the sheets behind; click in the column Cell to go there. To take the marks away: phuluc mark --remove.',
  noted: (cells) => `These cells have notes of their own and are only coloured: ${cells}.`,
  noTable: 'No indicator table was found in this file.',
  submission: (errors, missing) => `Check before submission: ${errors + missing === 0 ? 'passed' : `not passed: ${counted(errors, 'error')}, ${missing} missing`}.`,
  headings: ['No.', 'Level', 'Cell', 'In row', 'What', 'Why', 'To do'],
  mend: 'Correct',
  repair: (cell, found, proposal) => `${cell}: ${found ?? 'empty'} → ${proposal ?? '?'}`,
  written: (file, counts) => `Wrote ${file}: ${counts}.`,
  unmarked: {
    none: (file) => `Wrote ${file}: the file had no marks.`,
    back: (file) => `Wrote ${file}: everything is as it was before it was marked.`,
    removed: (file) => `Wrote ${file}: the marks are gone; what was changed since is kept.`,
    'sheet-stays': (file) => `Wrote ${file}: the marks are gone, but the sheet of results stays, because formulas read it or all other sheets are hidden. Delete it in Excel if it is not needed.`,
  },
};
