/** What the command line says of itself, in English. */
import type { UsageTexts } from '#words/texts';

export const usage: UsageTexts = {
  help: `phuluc: finds contradictions in indicator tables

Usage
  phuluc check FILES… [options]    checks .xlsx, .xlsm, .tsv, .csv files, folders, patterns such as *.xlsx
  phuluc templates                 the layouts known
  phuluc templates FILES…          how each table in the files was understood, and why
  phuluc templates learn FILE -o OUT   makes a template of your own table: a .json file, or a copy of the .xlsx with it inside
  phuluc mark FILES… -o OUT        writes a copy with colours and notes on the cells of findings, and a sheet of results
  phuluc mark --remove FILES… -o OUT   writes a copy without the marks
  phuluc complete FILE -o NEW FILE works out empty cells from what is there, into a new file; typed figures stay
  phuluc new --template TEMPLATE --year YEAR -o NEW FILE   a blank form for the year, with formulas, formats and print setup
  phuluc --version                 the version

Options of check
  --template ID|FILE               take this template (its id, or a .json file)
  --year YEAR                      the year reported, where no header says it
  --last FILE                        last year's file, to hold the figures against
  --plan FILE                        the plan's file, likewise
  --fail-on error|warning|never    from which level on to exit with 1 (default: error)
  --format text|json               how to print (default: text)
  --pages                          name the page that explains each rule
  --lang vi|en                     language (default: vi)
  -o FILE                          write the result to a file

Options of mark (--template, --year, --lang as for check)
  -o FILE|FOLDER                   where to write; a folder when files are several or it ends in /
  --in-place                       write over the very files given, instead of -o
  --remove                         take the marks away: everything is as it was before

Options of complete (--template, --year, --lang as for check)
  -o FILE                          the new file
  --last FILE                      last year's file, to take last year's figures from
  --plan FILE                      the plan's file, to take the plan from
  --as formulas|values             write formulas (default) or figures
  --dry-run                        list only, write nothing

Options of new (--lang as for check)
  --template ID|FILE               the form's template
  --year YEAR                      the year reported
  -o FILE                          the new .xlsx file
  --last FILE                      last year's file, to carry its figures in
  --plan FILE                      the plan's file, likewise
  --base sheet|columns             last year's figures and the plan on a sheet of their own (default) or in columns of the form
  --office NAME                    who reports, above the title
  --protect                        let only the cells for figures be changed; without a password

Options of templates learn (--template, --year, --lang as for check)
  -o FILE                          a .json file, or a new .xlsx or .xlsm: a copy of the file with the template inside
  --sheet NAME                     the sheet of the table (default: the table with the most rows)

Exit codes of complete, new and templates learn: 0 done, 2 a file not read or not written, or wrong usage.
Exit codes of mark: 0 all files written, 2 a file not written or wrong usage.
Exit codes of check: 0 nothing to correct, 1 contradictions, 2 a file unreadable or wrong usage.
`,
  unknownCommand: (command) => `There is no command “${command}”. See phuluc --help.`,
  unknownOption: (option) => `There is no option “${option}”. See phuluc --help.`,
  notOf: (command, option) => `${command} has no option “${option}”. See phuluc --help.`,
  missingValue: (option) => `Option ${option} needs a value. See phuluc --help.`,
  badValue: (option, value, allowed) => `${option} does not take “${value}”; use ${allowed}.`,
  notYet: (feature) => `${feature} is not in this version yet.`,
  noFiles: 'No file named. For example: phuluc check report.xlsx',
  unknownTemplate: (template, known) => `There is no template “${template}”. Known: ${known}.`,
  badTemplate: (file, why) => `Template ${file} cannot be read. Correct it after docs/template.md. Details: ${why}`,
  notWritten: (file) => `${file} could not be written. Check the folder and its permissions.`,
  noFilesToMark: 'No file named. For example: phuluc mark report.xlsx -o report-checked.xlsx',
  markNeedsOut: 'Nowhere to write. Name a file or a folder after -o, or use --in-place to write over the file.',
  eitherOutOrInPlace: 'Use one of both: -o or --in-place.',
  outIsNoFolder: (file) => `${file} is a file. With several files, -o names a folder.`,
  sameTarget: (a, b) => `${a} and ${b} would be written to one file. Rename one of them, or write them one by one.`,
  otherExtension: (file, extension) => `${file} must end in ${extension} like the file it is made from, or Excel will not open it.`,
  resultIsFolder: (folder) => `${folder} is a folder. Name a file after -o, for example result.txt.`,
  resultOverInput: (file) => `The result is not written over ${file}, which is being checked. Choose another name after -o.`,
  oneFileToComplete: 'Name one file. For example: phuluc complete table.xlsx -o table-completed.xlsx',
  learnNeeds: 'Name one file and where to write. For example: phuluc templates learn table.xlsx -o template.json',
  learnOut: (file) => `${file}: end it in .json for a template, or in .xlsx or .xlsm for a copy of the file with the template inside.`,
  newNeeds: 'Name a template, a year and a new file. For example: phuluc new --template lmhtxvn-2020 --year 2026 -o form-2026.xlsx',
  newTakesNoFile: (file) => `phuluc new takes no file “${file}”. Name last year\'s file after --last, the plan\'s after --plan.`,
  completeNeedsOut: 'Name a new file after -o, or use --dry-run to look only.',
  unexpected: (message) => `Something unexpected went wrong: ${message}`,
  progress: (done, all, file) => `Checking ${done}/${all}: ${file}`,
};
