/** English: the same facts for readers abroad, with figures as 25,454 and 1,002.1. Names of indicators stay Vietnamese. */
import type { UncheckedFacts, Words } from '#core/rules/all';
import { sentences } from '#words/sentences-en';
import type { Counted, Notice, Texts } from '#words/texts';
import { complete } from '#words/complete-en';
import { learn } from '#words/learn-en';
import { mark } from '#words/mark-en';
import { newForms } from '#words/new-en';
import { sayDiagnosis } from '#words/diagnosis-en';
import { usage } from '#words/usage-en';
import { printEn } from '#words/print-en';

const words: Words = {
  language: 'en',
  rules: sentences,
  gaps: {
    empty: 'is empty',
    none: 'says “-”, that is: none',
    'not-collected': 'is not collected yet',
    'not-applicable': 'says “x”, that is: not applicable',
    range: 'is a range',
    ambiguous: 'leaves open whether its separator groups thousands or cuts decimals',
    unreadable: 'cannot be read as a figure',
    'error-value': 'is a formula error',
    date: 'is formatted as a date',
    'percent-unclear': 'leaves open whether it is percent or a fraction',
    'no-row': 'is not in the table',
    'no-result': 'cannot be worked out from the figures it depends on',
  },
  unchecked: sayUnchecked,
  diagnosis: sayDiagnosis,
  print: printEn,
};

function sayUnchecked({ cell, lacking, name, text, gap }: UncheckedFacts): string {
  if (lacking === null) return name === '' ? `${cell} could not be checked: an indicator it depends on is not in the table.` : `${cell} could not be checked: “${name}” ${gap}.`;
  const place = lacking === cell ? 'the cell' : `“${name}” (${lacking})`;
  return `${cell} could not be checked: ${place} ${text === '' || text === '-' ? '' : `(“${text}”) `}${gap}.`;
}

const notice = (what: string, todo: string) => (file: string): Notice => ({ what: `${file} could not be opened: ${what}.`, todo });

/** "1 error", "17 errors". */
const counted = (one: string, many: string): Counted => (count) => `${count} ${count === 1 ? one : many}`;

/** The file that was there, if any, is whole: a new one takes its place only when it is complete. */
const unwritten = (what: string, todo: string) => (file: string): Notice => ({ what: `${file} could not be written: ${what}. The old file is whole.`, todo });

export const en: Texts = {
  words,
  unreadable: {
    missing: notice('there is no such file', 'Check the name and the folder.'),
    'no-permission': notice('reading it is not permitted', 'Permit reading, or copy the file elsewhere.'),
    'is-folder': notice('it is a folder', 'Name the file to check.'),
    'empty-file': notice('it is empty', 'Open the original and save it again.'),
    'not-a-workbook': notice('it is not an Excel workbook', 'Save it as .xlsx and check again.'),
    truncated: notice('it is cut off, perhaps by an unfinished download or copy', 'Download or copy it again.'),
    damaged: notice('it is damaged', 'Open it in Excel, save it as a new file and check again.'),
    encrypted: notice('it has a password', 'Remove the password and check again.'),
    'old-format': notice('it is an old .xls file', 'Save it as .xlsx and check again.'),
    'other-format': notice('its format cannot be read', 'Save it as .xlsx and check again.'),
    'too-large': notice('its content is too large', 'Remove sheets and pictures that are not needed, save and check again.'),
    'no-sheet': notice('it has no sheet', 'Check the file.'),
    'no-table': (file) => ({ what: `${file}: no indicator table found.`, todo: 'Check the header: it needs a column of names and at least one column of figures.' }),
    'no-workbooks-in-folder': (file) => ({ what: `Folder ${file} has no .xlsx or .xlsm file.`, todo: 'Check the folder.' }),
  },
  unwritable: {
    'disk-full': unwritten('the disk is full', 'Delete some files or write to another disk, then try again.'),
    'no-permission': unwritten('writing is not permitted', 'Choose another folder, or ask for the permission to write.'),
    'in-use': unwritten('another program has the file open', 'Close the file in Excel, then try again.'),
    'no-folder': unwritten('there is no such folder', 'Make the folder, or choose another.'),
    'is-folder': unwritten('a folder has this name', 'Choose another name after -o.'),
    'too-large': unwritten('the file is too large for this disk', 'Write to another disk.'),
    'disk-fault': unwritten('the disk reports a fault', 'Check the disk or the network, then try again.'),
  },
  severities: {
    error: { title: 'Errors', single: 'Error', counted: counted('error', 'errors') },
    warning: { title: 'Warnings', single: 'Warning', counted: counted('warning', 'warnings') },
    note: { title: 'Notes', single: 'Note', counted: counted('note', 'notes') },
  },
  diagnosesTitle: 'Diagnoses',
  confidence: (percent) => `${percent}% likely`,
  uncheckedTitle: 'Could not check',
  unchecked: (count) => `${count} could not be checked`,
  checked: counted('relation compared', 'relations compared'),
  files: counted('file', 'files'),
  why: 'Why',
  todo: 'To do',
  clean: 'No contradictions left. This does not replace comparing the figures with their sources.',
  noTable: 'No indicator table on this sheet.',
  template: (name, confidence) => `template ${name} (${confidence}% match)`,
  unknownTemplate: 'no known template',
  year: (year) => `year ${year}`,
  total: 'Total',
  unreadableFiles: counted('file unreadable', 'files unreadable'),
  page: 'See',
  mark,
  complete,
  newForms,
  learn,
  layout: {
    rows: ({ name, alias, typo, place, unknown }) => `indicators recognised: ${name} by name, ${alias} by another name, ${typo} despite a slip, ${place} by place; not recognised: ${unknown}`,
    relations: ({ declared, inferred, comparisons }) => `relations between rows: ${declared} declared, ${inferred} inferred; groups of comparison columns: ${comparisons}`,
    noHeader: '(no header)',
  },
  usage,
};
