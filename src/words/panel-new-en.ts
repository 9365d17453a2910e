/** New forms, in the panel, in English. */
import { newForms } from '#words/new-en';
import type { PanelNewTexts } from '#words/panel-new-texts';

export const panelNewEn: PanelNewTexts = {
  title: 'New form',
  template: 'Template',
  year: 'Year',
  badYear: (first, last) => ({ what: 'This is no year to report.', todo: `Write a year from ${first} to ${last}.` }),
  office: 'Reporting unit',
  officeHint: 'Liên minh HTX tỉnh …',
  from: { earlier: (year) => `${year} figures from`, plan: (year) => `${year} plan from` },
  blank: 'Leave blank, fill in later',
  chooseFile: 'Choose a file…',
  lock: 'Lock the form, all but its cells for figures',
  lockHint: 'Names, headers and formulas cannot be changed. There is no password: Review > Unprotect Sheet unlocks it.',
  locked: 'Locked: only cells for figures can be changed.',
  notLocked: { what: 'The form is made, but could not be locked.', todo: 'Use Review > Protect Sheet. The cells for figures are unlocked already.' },
  willAdd: (sheet) => `Will add the sheet “${sheet}”.`,
  willOpen: (file) => `Will open the new workbook “${file}”.`,
  taken: (sheet) => `There is a sheet “${sheet}” already. The new one gets a number behind its name.`,
  stays: 'Existing sheets stay as they are.',
  create: 'Create',
  made: (name) => `“${name}” is made.`,
  filled: ({ carried, open }) => (carried + open === 0 ? 'The form is blank.' : `Last year’s figures and the plan: ${carried} carried in, ${open} cells still blank.`),
  unused: (source) => ({ what: `${source} there: no figure was found.`, todo: 'Check names of indicators and years in headers, then create it again.' }),
  messages: newForms.messages,
};
