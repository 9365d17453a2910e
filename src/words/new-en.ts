/** New forms, in English. */
import type { NewTexts } from '#words/new-texts';

const ANSWERS = 'Write 0 or - for none, … for not collected, x for not applicable.';

export const newForms: NewTexts = {
  messages: {
    count: { title: 'Count', text: `This cell takes a whole number from 0. ${ANSWERS}` },
    amount: { title: 'Figure', text: `This cell takes a number from 0, with decimals if need be. ${ANSWERS}` },
    signed: { title: 'Figure', text: `This cell takes a number, below 0 too. ${ANSWERS}` },
    rate: { title: 'Rate', text: `This cell takes a rate from 0% to 100%, such as 63.2%. ${ANSWERS}` },
  },
  form: ({ sheet, sections, indicators, columns }) => `Sheet “${sheet}”: ${sections} sections, ${indicators} indicators, ${columns} columns.`,
  bases: ({ sheet, hidden, carried, open }) => `Last year's figures and the plan ${sheet === null ? 'in columns of the form' : `on sheet “${sheet}”${hidden ? ' (hidden)' : ''}`}: ${carried} carried in, ${open} cells open.`,
  written: (file) => `Written: ${file}.`,
};
