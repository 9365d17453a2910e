/**
 * The check: every rule over every table of a workbook, each outcome counted, the broken ones put into words.
 *
 * Severities are decided here and nowhere else: a rule's own severity is that of a declared relation graded wrong.
 * Spec: docs/spec.md, C1 to C3.
 */
import { FindingIds } from '#core/finding-id';
import type { Source } from '#core/layout/source';
import { tablesOf, type Table, type TableOptions } from '#core/layout/table';
import { canonical, plain, type Decimal } from '#core/numbers/decimal';
import { cellFrom, cellOf, rowAt } from '#core/relations/relation';
import { alsoExplained, diagnose, toldDiagnoses, type Heard } from '#core/diagnose';
import type { DiagnosisMemory } from '#core/localise/memory';
import { indicatorName } from '#core/indicator-name';
import type { Diagnosis, Finding, SheetReport, UncheckedRelation } from '#core/report';
import type { Broken, Group, Severity, Unchecked } from '#core/rule';
import { rules, word, type AnyRule, type Fault, type RuleId, type Words } from '#core/rules/all';
import { columnKeys } from '#core/table/column-keys';
import type { Column } from '#core/table/columns';
import { columnLetters, textOf, type Grid } from '#core/table/grid';

/**
 * Checks all sheets of one workbook: one report a table, and one for each sheet without a table.
 *
 * @param beside what a check may rest on besides the workbook
 */
export function checkWorkbook(grids: readonly Grid[], options: TableOptions, words: Words, beside: Beside = {}): SheetReport[] {
  return checkTables(grids.map((grid) => ({ grid, tables: tablesOf(grid, options) })), words, beside);
}

/** What a check may rest on besides the workbook. */
export interface Beside {
  /** Kept between checks of a workbook that is being edited: only changed contradictions are solved again. */
  readonly memory?: DiagnosisMemory | null;
  /** Tables of last year's workbook and of the plan's. */
  readonly sources?: readonly Source[];
}

/** A sheet and its tables, as they were recognised. */
export interface SheetTables {
  readonly grid: Grid;
  readonly tables: readonly Table[];
}

/** The same for whoever needs the tables themselves too: they are recognised once. */
export function checkTables(sheets: readonly SheetTables[], words: Words, { memory = null, sources = [] }: Beside = {}): SheetReport[] {
  const all = sheets.flatMap(({ tables }) => tables);
  const ids = new FindingIds();
  const heard: Heard = { evidence: [], accusations: [], told: [] };
  const reports = sheets.map(({ grid, tables }) => ({ grid, tables: tables.map((table) => ({ table, report: checkTable(table, all, { ids, words, heard, sources }) })) }));
  // A figure of one sheet may enter the relations of another: they are solved together.
  const diagnoses = heard.accusations.length === 0 ? null : diagnose(heard, words, memory);
  return reports.flatMap(({ grid, tables }) => (tables.length === 0 ? [withoutTable(grid)] : tables.map(({ table, report }) => diagnosed(report, diagnoses?.get(table) ?? [], heard))));
}

interface Saying {
  readonly ids: FindingIds;
  readonly words: Words;
  readonly heard: Heard;
  readonly sources: readonly Source[];
}

function diagnosed(report: SheetReport, diagnoses: readonly Diagnosis[], heard: Heard): SheetReport {
  if (diagnoses.length === 0 && heard.told.length === 0) return report;
  const explained = alsoExplained(diagnoses, report.findings);
  const told = toldDiagnoses(heard, explained, report.findings);
  return { ...report, diagnoses: told.length === 0 ? explained : bySureness([...explained, ...told]) };
}

function bySureness(diagnoses: readonly Diagnosis[]): Diagnosis[] {
  return diagnoses.toSorted((a, b) => (b.cells[0]?.confidence ?? 0) - (a.cells[0]?.confidence ?? 0));
}

function withoutTable({ name }: Grid): SheetReport {
  return { name, index: 0, table: null, template: null, year: null, period: 'year', columns: {}, checked: 0, findings: [], diagnoses: [], unchecked: [] };
}

/** A broken outcome, its rule, and its finding's place in the sheet. */
interface Placed {
  readonly finding: Finding;
  readonly row: number;
  readonly column: number;
}

/** Groups whose outcomes are relations between figures, and counted as such. */
const RELATIONS: ReadonlySet<Group> = new Set<Group>(['sums', 'ratios', 'across', 'formulas']);

function checkTable(table: Table, all: readonly Table[], { ids, words, heard, sources }: Saying): SheetReport {
  const keys = columnKeys(table.columns);
  const placed: Placed[] = [];
  const unchecked: UncheckedRelation[] = [];
  let checked = 0;
  for (const rule of rules) {
    for (const outcome of rule.check(table, all, sources)) {
      if (outcome.is === 'unchecked') {
        unchecked.push(uncheckedOf(rule.id, outcome, words));
        continue;
      }
      if (RELATIONS.has(rule.group)) checked += 1;
      if (outcome.is === 'holds') {
        if (outcome.relation !== null) heard.evidence.push({ relation: outcome.relation, grade: 'exact' });
        continue;
      }
      const finding = findingOf(rule, outcome, ids.of(rule.id, outcome.at, keys.get(outcome.at.column) ?? ''), words);
      placed.push({ finding, row: rowAt(outcome.at), column: outcome.at.column.index });
      hear(heard, outcome, finding, table);
    }
  }
  placed.sort((a, b) => a.row - b.row || a.column - b.column);
  return { ...describe(table, keys), checked, findings: placed.map(({ finding }) => finding), diagnoses: [], unchecked };
}

/** A broken relation accuses only where it is wrong; a note is evidence of how the table's figures are rounded. */
function hear({ evidence, accusations, told }: Heard, { relation, grade, slip, at }: Broken<unknown>, finding: Finding, table: Table): void {
  if (slip !== undefined && at.row !== null) told.push({ finding, slip, at: { ...at, row: at.row } });
  if (relation === null) return;
  evidence.push({ relation, grade });
  if (grade === 'wrong') accusations.push({ relation, finding, table });
}

function describe(table: Table, keys: ReadonlyMap<Column, string>): Omit<SheetReport, 'checked' | 'findings' | 'diagnoses' | 'unchecked'> {
  const { recognition, grid, index, range, year, period } = table;
  return {
    name: grid.name, index, table: range,
    template: recognition && { id: recognition.template.id, confidence: recognition.confidence / 100 },
    year,
    period: period.part === 'year' ? 'year' : `${period.part}${period.n === null ? '' : `-${period.n}`}`,
    columns: Object.fromEntries([...keys].map(([column, key]) => [key, columnLetters(column.index)])),
  };
}

function findingOf(rule: AnyRule, outcome: Broken<unknown>, id: string, words: Words): Finding {
  const { at, related, found, expected } = outcome;
  return {
    id, rule: rule.id, severity: severityOf(rule.severity, outcome), group: rule.group,
    cell: cellOf(at),
    related: [...new Set(related.map((place) => cellFrom(place, at)))],
    indicator: at.row && indicatorName(at.table, at.row),
    ...word(fault(rule.id, outcome), words),
    found,
    expected: expected && { from: textOrNull(expected.from), to: textOrNull(expected.to) },
    waived: null,
  };
}

/** The rule's id and the facts it gave: the pair that the rule itself made. */
function fault(rule: RuleId, { facts }: Broken<unknown>): Fault {
  return { rule, facts } as Fault;
}

/** Only wrong accuses; an inferred relation may be none. */
function severityOf(severity: Severity, { grade, basis }: Pick<Broken<unknown>, 'grade' | 'basis'>): Severity {
  if (grade !== 'wrong') return 'note';
  return basis === 'inferred' && severity === 'error' ? 'warning' : severity;
}

function textOrNull(value: Decimal | null): string | null {
  return value && canonical(plain(value));
}

function uncheckedOf(rule: string, { at, because }: Unchecked, words: Words): UncheckedRelation {
  const { spot, name, gap } = because;
  const text = spot === null ? '' : textOf(spot.table.grid.cell(spot.row.at, spot.column.index));
  const cell = cellOf(at);
  const why = words.unchecked({ cell, lacking: spot && cellFrom(spot, at), name, text, gap: words.gaps[gap] });
  return { rule, cell, why };
}
