/** What can be filled into the sheets of an open workbook, in the reader's words. Loaded with the tab that shows it. Spec: docs/spec.md, G8 to G11. */
import type { BlockedCell, Offer, Offers } from '#app/session/completing-state';
import { sourcesOf, unusedOf } from '#app/session/source-tables';
import type { ChosenSource } from '#app/session/source-choices';
import type { Choice } from '#app/session/choice';
import { optionsFor } from '#app/session/table-options';
import { shownAs, workedText } from '#app/worked-text';
import type { Blocked } from '#core/complete/blocked';
import { complete, type Completion, type CompleteOptions, type Disagreement, type Filling } from '#core/complete/complete';
import { inputsOf } from '#core/complete/derivation';
import { ownSources } from '#core/complete/sources';
import { indicatorName } from '#core/indicator-name';
import { tablesOf } from '#core/layout/table';
import { cellFrom, cellOf, type Spot } from '#core/relations/relation';
import type { Words } from '#core/rules/all';
import type { Against } from '#core/table/columns';
import type { Grid } from '#core/table/grid';
import { contentOf } from '#ports/content';
import type { Content, OpenSheet } from '#ports/workbook-host';
import { complete as textsEn } from '#words/complete-en';
import { complete as textsVi } from '#words/complete-vi';

export interface Workbook {
  /** Those to fill in. */
  readonly sheets: readonly OpenSheet[];
  /** Every sheet: another one may hold last year's figures. */
  readonly all: readonly OpenSheet[];
  readonly sources: readonly ChosenSource[];
}

export interface Wish extends Required<Pick<CompleteOptions, 'as' | 'htx'>>, Choice {}

/** How figures and reasons are put into words. */
export interface Saying extends Pick<Words, 'print' | 'gaps'> {
  readonly language: 'vi' | 'en';
}

export interface Made {
  readonly offers: Offers;
  readonly unused: readonly Against[];
}

export function offersIn({ sheets, all, sources: chosen }: Workbook, { as, htx, ...choice }: Wish, saying: Saying): Made {
  const options = optionsFor(choice);
  const recognised = all.map((sheet) => ({ sheet, tables: tablesOf(sheet.grid, options) }));
  const ids = new Map<Grid, string>(recognised.flatMap(({ sheet, tables }) => tables.map(({ grid }) => [grid, sheet.id] as const)));
  const tables = recognised.flatMap((one) => (sheets.includes(one.sheet) ? one.tables : []));
  const sources = sourcesOf(chosen, options);
  const own = ownSources(recognised.flatMap((one) => one.tables));
  const { completions, disagreements, blocked, lacking } = complete(tables, { as, htx, sources: [...sources, ...own] });
  const saysOf: Says = { ...saying, ids };
  return {
    offers: {
      empty: completions.map((one) => emptyOffer(one, saysOf)), differing: disagreements.map((one) => differingOffer(one, saysOf)),
      blocked: blocked.map((one) => blockedCell(one, saysOf)), lacking, tables: tables.length, sheets: sheets.map(({ id }) => id),
    },
    unused: unusedOf(chosen, sources, tables),
  };
}

interface Says extends Saying {
  readonly ids: ReadonlyMap<Grid, string>;
}

function emptyOffer(one: Completion, says: Says): Offer {
  const { value, percent, how } = one;
  return offer(one, { from: null, to: shownAs(how, value, { percent, decimals: value.places }, says.print) }, says);
}

function differingOffer(one: Disagreement, says: Says): Offer {
  const { found, worked, how } = one;
  return offer(one, { from: shownAs(how, found.value, found, says.print), to: shownAs(how, worked, found, says.print) }, says);
}

function offer(one: Completion | Disagreement, shown: Pick<Offer, 'from' | 'to'>, says: Says): Offer {
  const { at, format, derivation: { arithmetic } } = one;
  const { table: { grid }, row, column } = at;
  const sheet = says.ids.get(grid) ?? '';
  const there = grid.cell(row.at, column.index);
  return {
    key: keyOf(at, says), sheet, cell: cellOf(at), indicator: indicatorName(at.table, row), ...shown, hasFormula: there.formula !== null, source: sourceText(one, says),
    write: { sheet, row: row.at, column: column.index, content: contentFor(one), format }, held: contentOf(there),
    restsOn: inputsOf(arithmetic).flatMap(({ spot }) => (spot === null ? [] : [keyOf(spot, says)])),
  };
}

function keyOf(spot: Spot, { ids }: Says): string {
  return `${ids.get(spot.table.grid) ?? spot.table.grid.name} ${cellOf(spot)}`;
}

function contentFor({ content, formula }: Filling): Content {
  if (formula !== null) return { kind: 'formula', formula };
  return typeof content === 'number' ? { kind: 'number', value: content } : { kind: 'text', text: content };
}

/** "=D62/(D62-E62) · 6 / (6 − (−5))" */
function sourceText({ body, derivation: { arithmetic } }: Completion | Disagreement, { print, language }: Says): string {
  const worked = workedText(arithmetic, language === 'en' ? textsEn : textsVi, print, body !== null);
  return body === null ? worked : `${print.formula(body)} · ${worked}`;
}

function blockedCell({ at, by, because }: Blocked, says: Says): BlockedCell {
  return { sheet: says.ids.get(at.table.grid) ?? '', cell: cellOf(at), by: cellFrom(by, at), why: whyOf(because, says) };
}

function whyOf(because: Blocked['because'], { gaps, language }: Says): string {
  const { blockedBy } = language === 'en' ? textsEn : textsVi;
  return because === 'negative-base' || because === 'zero-base' ? blockedBy[because] : gaps[because];
}
