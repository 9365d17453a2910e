/**
 * A blank appendix for a year, from a template: what a planner fills in and sends.
 *
 * The form is laid out, read as any sheet is read, and given the formulas of the comparisons that were read: what a check
 * will understand is what the formulas reckon. Spec: docs/spec.md, A1 to A6.
 */
import { onSheet } from '#core/complete/formula-text';
import type { Source } from '#core/layout/source';
import { tablesOf } from '#core/layout/table';
import type { Indicator, Template } from '#core/layout/template';
import { inYear } from '#core/layout/template-year';
import { formBody, type BodyOptions, type Title } from '#core/new/body';
import { Carrier } from '#core/new/carrier';
import { filledForm, type Filling, type LaidForm } from '#core/new/fill-form';
import { baseColumns, formColumns, type BaseColumn, type FormColumn } from '#core/new/form-columns';
import { formName, type NewForm } from '#core/new/form';
import type { Comparison } from '#core/table/columns';
import { address, gridOf } from '#core/table/grid';
import { freeName } from '#core/table/sheet-name';

export interface NewBookOptions {
  readonly template: Template;
  /** The year reported. */
  readonly year: number;
  /** Where last year's figures and the plan stand: on a sheet of their own, or in columns before the actual ones. */
  readonly base: 'sheet' | 'columns';
  /** Where they are taken from. */
  readonly sources: readonly Source[];
  /** Who reports, above the title; '' for nobody. */
  readonly office: string;
  readonly isLocked: boolean;
  /** Names of sheets that the workbook has already. */
  readonly taken: readonly string[];
}

export interface NewBook {
  /** The form first, then the sheet of last year's figures and the plan, where there is one. */
  readonly forms: readonly NewForm[];
  /** Sources that gave a figure. */
  readonly used: ReadonlySet<Source>;
  /** Figures of last year and of the plan that were carried in. */
  readonly carried: number;
  /** Cells that still wait for such a figure. */
  readonly open: number;
}

/** @throws {SyntaxError} where nobody could read the header that the template asks for */
export function newBook(options: NewBookOptions): NewBook {
  const { template, year, base, taken } = options;
  const columns = formColumns(template, year);
  const body = { template, year, titles: titlesOf(options) };
  const form = laidOut(freeName(formName(year), taken), { ...body, columns });
  const bases = baseColumns(form.table.columns.comparisons);
  if (bases.length > 0 && base === 'sheet') return onOwnSheet(form, bases, options);
  return inColumns(bases.length === 0 ? form : laidOut(form.name, { ...body, columns: withBases(columns, bases) }), options);
}

function titlesOf({ template, year, office }: NewBookOptions): Title[] {
  const own = template.title.map((text, i): Title => ({ text: inYear(text, year), look: text.startsWith('(') ? 'remark' : i === 0 ? 'title' : 'subtitle' }));
  return office === '' ? own : [{ text: office, look: 'office' }, ...own];
}

/** Reads a form as a check will read it once it is filled in: rows without a unit are told by their figures. */
function laidOut(name: string, options: BodyOptions): LaidForm {
  const { template, year, columns } = options;
  const body = formBody(options);
  const figures = new Set([...body.indicators].flatMap(([{ kind }, row]) => (kind === 'heading' ? [] : [row])));
  const cells = body.rows.map((row, r) => row.map((cell, c) => cell?.value ?? (figures.has(r) && !WORDS.has(columns[c]?.role ?? '') ? 1 : null)));
  const [table] = tablesOf({ ...gridOf(name, cells), merges: body.merges }, { templates: [template], template, year });
  if (table === undefined) throw new SyntaxError(`Cannot make a sheet from template "${template.id}": write "columns" so that their headers are read as a column of names and one of figures`);
  return { name, body, table };
}

/** Last year's figures and the plan right before the level that is held against them. */
function withBases(columns: readonly FormColumn[], bases: readonly BaseColumn[]): FormColumn[] {
  const places = bases.flatMap(({ comparisons }) => comparisons.map(({ actual }) => actual.index));
  const first = places.reduce((least, place) => (place < least ? place : least), columns.length);
  return columns.toSpliced(first, 0, ...bases);
}

/** Every base stands in a column of the form itself. */
function inColumns(form: LaidForm, { sources, isLocked }: NewBookOptions): NewBook {
  const carrier = new Carrier(form, sources);
  const made = filledForm(form, { isLocked, ...ownBases(form, carrier) });
  return { forms: [made], ...counted([made, basesIn(form)], null, carrier) };
}

/** The bases that stand in columns of the form itself. */
function ownBases(form: LaidForm, carrier: Carrier): Pick<Filling, 'baseAt' | 'figureAt'> {
  const bases = basesIn(form);
  return {
    baseAt: ({ base }, indicator) => (base === null ? null : address(form.body.indicators.get(indicator) ?? 0, base.index)),
    figureAt: ({ index }, indicator) => carried(carrier, bases.get(index), indicator),
  };
}

/** By column. */
function basesIn({ table }: LaidForm): ReadonlyMap<number, Comparison> {
  return new Map(table.columns.comparisons.flatMap((comparison) => (comparison.base === null ? [] : [[comparison.base.index, comparison] as const])));
}

function carried(carrier: Carrier, comparison: Comparison | undefined, indicator: Indicator): number | null {
  return comparison === undefined ? null : carrier.figure(comparison, indicator);
}

const LABELS: ReadonlySet<string> = new Set(['ordinal', 'indicator', 'unit']);
/** Columns without figures. */
const WORDS: ReadonlySet<string> = new Set([...LABELS, 'other']);

/** The bases stand on a sheet of their own with the same rows; it is hidden once each of its columns has figures. */
function onOwnSheet(form: LaidForm, bases: readonly BaseColumn[], { template, year, sources, isLocked, taken }: NewBookOptions): NewBook {
  const labels = formColumns(template, year).filter(({ role }) => LABELS.has(role));
  const beside = laidOut(freeName(`Số liệu so sánh ${year}`, [form.name, ...taken]), { template, year, columns: [...labels, ...bases], titles: ownTitles(form), depth: form.body.header.last - form.body.header.first + 1 });
  const carrier = new Carrier(form, sources);
  const own = ownBases(form, carrier);
  const columnOf = new Map(bases.flatMap(({ comparisons }, i) => comparisons.map((comparison) => [comparison, labels.length + i] as const)));
  const at = new Map(bases.flatMap(({ comparisons: [comparison] }, i) => (comparison === undefined ? [] : [[labels.length + i, comparison] as const])));
  const baseForm = filledForm(beside, { isLocked: false, baseAt: () => null, figureAt: ({ index }, indicator) => carried(carrier, at.get(index), indicator) });
  const made = filledForm(form, {
    isLocked, figureAt: own.figureAt,
    baseAt: (comparison, indicator) => {
      const column = columnOf.get(comparison);
      return column === undefined ? own.baseAt(comparison, indicator) : onSheet(beside.name, address(beside.body.indicators.get(indicator) ?? 0, column));
    },
  });
  const isFull = [...at.keys()].every((index) => baseForm.rows.some((row) => row[index]?.look === 'carried'));
  return { forms: [made, { ...baseForm, hidden: isFull }], ...counted([made, basesIn(form)], [baseForm, at], carrier) };
}

/** As many lines as the form has, so that each row of both has one number. No year: the figures are not of the year reported. */
function ownTitles({ body: { header } }: LaidForm): Title[] {
  const lines: readonly Title[] = [{ text: 'SỐ LIỆU SO SÁNH', look: 'title' }, { text: 'Các cột so sánh của biểu được tính từ các ô ở trang này.', look: 'remark' }];
  return Array.from({ length: header.first }, (_, i) => lines[i] ?? { text: '', look: 'remark' });
}

type WithBases = readonly [form: NewForm, bases: ReadonlyMap<number, Comparison>];

function counted(form: WithBases, beside: WithBases | null, { used }: Carrier): Omit<NewBook, 'forms'> {
  const looks = [form, ...(beside === null ? [] : [beside])].flatMap(([{ rows }, bases]) => rows.flatMap((row) => [...bases.keys()].map((index) => row[index]?.look)));
  return { used, carried: looks.filter((look) => look === 'carried').length, open: looks.filter((look) => look === 'input').length };
}
