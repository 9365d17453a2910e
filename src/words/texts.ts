/** Everything a language supplies: the rules' sentences, and what the faces say around them. */
import type { Words } from '#core/rules/all';
import type { Severity } from '#core/rule';
import type { Unreadable } from '#ports/workbook-files';
import type { Unwritable } from '#ports/workbook-store';
import type { CompleteTexts } from '#words/complete-texts';
import type { LearnTexts } from '#words/learn-texts';
import type { MarkTexts } from '#words/mark-texts';
import type { NewTexts } from '#words/new-texts';

/** What went wrong at the edge, and what to do about it. */
export interface Notice {
  readonly what: string;
  readonly todo: string;
}

/** A number of things, in words: "1 lỗi", "17 lỗi"; "1 error", "17 errors". */
export type Counted = (count: number) => string;

export interface Texts {
  readonly words: Words;
  readonly unreadable: Readonly<Record<Unreadable, (file: string) => Notice>>;
  readonly unwritable: Readonly<Record<Unwritable, (file: string) => Notice>>;
  readonly severities: Readonly<Record<Severity, { readonly title: string; readonly single: string; readonly counted: Counted }>>;
  readonly diagnosesTitle: string;
  /** How likely a repair is, in whole percent. */
  readonly confidence: (percent: number) => string;
  readonly uncheckedTitle: string;
  readonly unchecked: Counted;
  readonly checked: Counted;
  readonly files: Counted;
  readonly why: string;
  readonly todo: string;
  readonly clean: string;
  readonly noTable: string;
  readonly template: (name: string, confidence: number) => string;
  readonly unknownTemplate: string;
  readonly year: (year: number) => string;
  readonly total: string;
  readonly unreadableFiles: Counted;
  /** The page that explains a rule. */
  readonly page: string;
  readonly mark: MarkTexts;
  readonly complete: CompleteTexts;
  readonly newForms: NewTexts;
  readonly learn: LearnTexts;
  readonly layout: LayoutTexts;
  readonly usage: UsageTexts;
}

/** How a table was understood. */
export interface LayoutTexts {
  readonly rows: (rows: { readonly name: number; readonly alias: number; readonly typo: number; readonly place: number; readonly unknown: number }) => string;
  readonly relations: (relations: { readonly declared: number; readonly inferred: number; readonly comparisons: number }) => string;
  readonly noHeader: string;
}

/** What the command line says of itself and of wrong usage. */
export interface UsageTexts {
  readonly help: string;
  readonly unknownCommand: (command: string) => string;
  readonly unknownOption: (option: string) => string;
  readonly notOf: (command: string, option: string) => string;
  readonly missingValue: (option: string) => string;
  readonly badValue: (option: string, value: string, allowed: string) => string;
  readonly notYet: (feature: string) => string;
  readonly noFiles: string;
  readonly unknownTemplate: (template: string, known: string) => string;
  readonly badTemplate: (file: string, why: string) => string;
  readonly notWritten: (file: string) => string;
  readonly noFilesToMark: string;
  readonly markNeedsOut: string;
  readonly eitherOutOrInPlace: string;
  readonly outIsNoFolder: (file: string) => string;
  readonly sameTarget: (a: string, b: string) => string;
  readonly otherExtension: (file: string, extension: string) => string;
  readonly resultIsFolder: (folder: string) => string;
  readonly resultOverInput: (file: string) => string;
  readonly oneFileToComplete: string;
  readonly completeNeedsOut: string;
  readonly newNeeds: string;
  readonly learnNeeds: string;
  readonly learnOut: (file: string) => string;
  readonly newTakesNoFile: (file: string) => string;
  readonly unexpected: (message: string) => string;
  readonly progress: (done: number, all: number, file: string) => string;
}
