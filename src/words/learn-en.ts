/** Templates that are learnt, in English. */
import type { LearnTexts } from '#words/learn-texts';

export const learn: LearnTexts = {
  head: ({ sheet, range, id }) => `${sheet} · ${range} · template “${id}”`,
  size: ({ sections, rows, columns }) => `${sections} sections, ${rows} rows, ${columns} columns`,
  known: (rows, template) => `${rows} rows follow template ${template}: their units, kinds and relations are taken from it`,
  inferred: (count) => `${count} relations inferred from the table; nobody has confirmed them, so they give warnings only:`,
  nothingInferred: 'No relation between rows is inferred.',
  relation: {
    parts: (whole, parts) => `${whole} = ${parts.join(' + ')}`,
    ofWhich: (whole, subsets) => `${subsets.join('; ')}: at most ${whole}`,
    rateOf: (rate, numerator, denominator) => `${rate} = ${numerator} / ${denominator} × 100%`,
    flow: (stock, opened, closed) => `${stock} = last year's + ${opened} − ${closed}`,
  },
  confirm: 'Look at each relation in the template. Where it is right, take its name out of “inferred”: then what breaks it is an error. Where it is wrong, delete the relation.',
  others: (sheets) => `The file has further tables on ${sheets.map((sheet) => `“${sheet}”`).join(', ')}. Choose a sheet with --sheet.`,
  noSheet: (file, sheet) => `${file} has no table on sheet “${sheet}”. Check the name after --sheet.`,
  written: (file, id) => `Written: ${file}. Check by it: phuluc check FILE --template ${file}; make a form: phuluc new --template ${file}. The template's id: ${id}.`,
  writtenInto: (file) => `Written: ${file}, a copy of the file with the template inside. Wherever it is opened or checked, this template is used.`,
  refused: (file, fault) => `${file}: the template that it brings along cannot be read and is not used; it is checked by the known templates. Details: ${fault}`,
};
