/** The rows of a form: titles, header, sections and indicators, still without formulas and figures. */
import { headerCells, headerDepth, type HeaderCell } from '#core/new/header-cells';
import type { FormColumn } from '#core/new/form-columns';
import type { FormCell, Look } from '#core/new/form';
import { LOOKS } from '#core/new/looks';
import type { Indicator, Section, Template } from '#core/layout/template';
import { inYear } from '#core/layout/template-year';
import type { Area } from '#core/table/grid';

export type FormRow = (FormCell | null)[];

export interface FormBody {
  readonly rows: FormRow[];
  readonly merges: Area[];
  readonly header: { readonly first: number; readonly last: number };
  /** Where each indicator stands, counted from 0. */
  readonly indicators: ReadonlyMap<Indicator, number>;
  readonly widths: readonly number[];
  readonly heights: ReadonlyMap<number, number>;
}

export interface BodyOptions {
  readonly template: Template;
  readonly year: number;
  readonly columns: readonly FormColumn[];
  /** Lines above the header, with what they are. */
  readonly titles: readonly Title[];
  /** Rows of the header, where it is to have more than its words need. */
  readonly depth?: number;
}

export interface Title {
  readonly text: string;
  readonly look: Look;
}

export function formBody({ template, year, columns, titles, depth }: BodyOptions): FormBody {
  const widths = columns.map(({ role }) => WIDTHS[role] ?? FIGURE_WIDTH);
  const rows: FormRow[] = titles.map(({ text, look }) => columns.map((_, i) => (i === 0 && text !== '' ? words(text, look) : null)));
  const merges: Area[] = titles.flatMap(({ text }, row) => (text === '' || columns.length === 1 ? [] : [{ top: row, bottom: row, left: 0, right: columns.length - 1 }]));
  const heights = new Map(titles.map(({ text }, row) => [row, heightOf(text, sumOf(widths))]));
  const head = headOf(columns, widths, rows.length, depth);
  rows.push(...head.rows);
  merges.push(...head.merges);
  for (const [row, height] of head.heights) heights.set(row, height);
  const indicators = new Map<Indicator, number>();
  for (const section of template.sections) addSection(section, { rows, columns, indicators, year });
  for (let row = titles.length + head.rows.length; row < rows.length; row += 1) heights.set(row, rowHeight(rows[row] ?? [], widths));
  return { rows, merges, heights, widths, indicators, header: { first: titles.length, last: titles.length + head.rows.length - 1 } };
}

/** In characters; a figure has room for 44.223.592 and its sign. */
const WIDTHS: Readonly<Record<string, number>> = { ordinal: 6, indicator: 54, unit: 15, ratio: 11, growth: 11, attainment: 11, share: 11 };
const FIGURE_WIDTH = 14;

function words(text: string, look: Look, indent = 0): FormCell {
  return { value: text, formula: null, look, indent, format: null };
}

function blank(look: Look): FormCell {
  return { value: null, formula: null, look, indent: 0, format: null };
}

function headOf(columns: readonly FormColumn[], widths: readonly number[], top: number, wanted?: number): Pick<FormBody, 'rows' | 'merges' | 'heights'> {
  const paths = columns.map(({ path }) => path);
  const depth = wanted ?? headerDepth(paths);
  const cells = headerCells(paths, top, depth);
  const rows: FormRow[] = Array.from({ length: depth }, () => columns.map(() => blank('head')));
  for (const { text, area } of cells) {
    const row = rows[area.top - top];
    if (row !== undefined) row[area.left] = words(text, 'head');
  }
  const merges = cells.map(({ area }) => area).filter(({ top: first, bottom, left, right }) => first < bottom || left < right);
  return { rows, merges, heights: headHeights(cells, widths, top, depth) };
}

/** Each row as high as the words that stand in it alone; the last one takes what words over several rows need more. */
function headHeights(cells: readonly HeaderCell[], widths: readonly number[], top: number, depth: number): Map<number, number> {
  const heights = new Map(Array.from({ length: depth }, (_, i) => [top + i, LINE + PADDING]));
  const raise = (row: number, height: number): void => void heights.set(row, height > (heights.get(row) ?? 0) ? height : (heights.get(row) ?? 0));
  for (const wide of [false, true]) {
    for (const { text, area } of cells.filter((cell) => cell.area.top < cell.area.bottom === wide)) {
      const above = sumOf(Array.from({ length: area.bottom - area.top }, (_, i) => heights.get(area.top + i) ?? 0));
      raise(area.bottom, heightOf(text, sumOf(widths.slice(area.left, area.right + 1))) - above);
    }
  }
  return heights;
}

const LINE = 15;
const PADDING = 5;
/** Bold letters are wider than those that column widths are counted in. */
const WIDER = 1.15;

/** An indent takes as much as these characters. */
const INDENT_WIDTH = 2;
/** Rows of one line have a little air. */
const LEAST_HEIGHT = 18;

/** As high as the longest of a row's texts that are broken into lines. */
function rowHeight(row: FormRow, widths: readonly number[]): number {
  const heights = row.map((cell, i) => (typeof cell?.value === 'string' && LOOKS[cell.look].wrap === true ? heightOf(cell.value, (widths[i] ?? FIGURE_WIDTH) - INDENT_WIDTH * cell.indent, 1) : 0));
  return heights.reduce((most, height) => (height > most ? height : most), LEAST_HEIGHT);
}

/** As many lines as the words need in so many characters, a word never cut. */
function heightOf(text: string, width: number, wider = WIDER): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const needed = word.length * wider;
    if (used > 0 && used + 1 + needed > width) {
      lines += 1;
      used = needed;
    } else used += (used > 0 ? 1 : 0) + needed;
  }
  return lines * LINE + PADDING;
}

function sumOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}

interface Adding {
  readonly rows: FormRow[];
  readonly columns: readonly FormColumn[];
  readonly indicators: Map<Indicator, number>;
  readonly year: number;
}

function addSection({ ordinal, name, rows: own }: Section, { rows, columns, indicators, year }: Adding): void {
  // Rows that stand under no heading are a section without a name.
  if (name !== '') rows.push(columns.map(({ role }) => (role === 'ordinal' ? ordinalCell(ordinal, 'section-ordinal') : role === 'indicator' ? words(inYear(told(ordinal, name, columns), year), 'section') : blank('section'))));
  const byId = new Map(own.map((indicator) => [indicator.id, indicator]));
  for (const indicator of own) {
    indicators.set(indicator, rows.length);
    rows.push(columns.map(({ role }) => cellOf(role, indicator, { columns, year, depth: depthOf(indicator, byId) })));
  }
}

/** A name, with its ordinal before it where that has no column of its own. */
function told(ordinal: string, name: string, columns: readonly FormColumn[]): string {
  if (ordinal === '' || columns.some(({ role }) => role === 'ordinal')) return name;
  return `${ordinal}${/[\p{L}\d]$/u.test(ordinal) ? '.' : ''} ${name}`;
}

/** Rows above it that it belongs to. */
function depthOf(indicator: Indicator, byId: ReadonlyMap<string, Indicator>): number {
  let depth = 0;
  for (let up = byId.get(indicator.parent ?? ''); up !== undefined && depth < byId.size; up = byId.get(up.parent ?? '')) depth += 1;
  return depth;
}

interface Naming {
  readonly columns: readonly FormColumn[];
  readonly year: number;
  readonly depth: number;
}

function cellOf(role: string, indicator: Indicator, { columns, year, depth }: Naming): FormCell {
  const { ordinal, name, unit, kind } = indicator;
  switch (role) {
    case 'ordinal': {
      return ordinalCell(ordinal, 'ordinal');
    }
    case 'indicator': {
      return words(inYear(told(ordinal, name, columns), year), kind === 'heading' ? 'heading' : depth === 0 ? 'name' : 'detail', depth);
    }
    case 'unit': {
      return unit === '' ? blank('unit') : words(unit, 'unit');
    }
    default: {
      return blank('unit');
    }
  }
}

/** A whole number as one, so that nobody is told that it is stored as a text. */
function ordinalCell(ordinal: string, look: Look): FormCell {
  if (ordinal === '') return blank(look);
  return /^[1-9]\d{0,5}$/.test(ordinal) ? { ...words(ordinal, look), value: +ordinal } : words(ordinal, look);
}
