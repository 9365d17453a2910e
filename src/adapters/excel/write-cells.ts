/**
 * Writes cells, all or none: one sync for what stands there, one for each block to write.
 *
 * Each batch reads back what it wrote: a text that Excel took for something else is written again behind an apostrophe. Where
 * Excel refuses, every cell that is not as it was is brought back.
 */
import { contentIn, entered, isHeld, isSame, needsGeneral, type Told } from '#adapters/excel/cell-content';
import { asked, codeOf, hostErrorOf } from '#adapters/excel/office-call';
import { cutRun, runsOf, type Placed, type Run } from '#adapters/excel/runs-of-cells';
import { cellsOf, told } from '#adapters/excel/told-cells';
import { HostError, type CellWrite, type Content, type Spot } from '#ports/workbook-host';

/** Of the answer to a write, in bytes: it reads back what was written. */
const BLOCK = 4_000_000;
/** What a cell costs besides its text, which is told twice: as value and as formula. */
const CELL = 40;

/** One cell to write, with what it is now. */
interface Change extends Placed {
  readonly content: Content;
  /** The number format that it has in the end. */
  readonly format: string;
  readonly before: Told;
  readonly certain: boolean;
}

/** What cells hold, in their order: one sync. */
export async function readContents(spots: readonly Spot[]): Promise<Content[]> {
  const cells = await readTold(spots);
  return cells.map(contentIn);
}

/**
 * @param announce is told of each rectangle before it is written, to know the events that follow as our own
 * @returns the writes that bring back what was there
 * @throws {HostError} where a cell is refused, with the cells brought back
 */
export async function writeCells(writes: readonly CellWrite[], announce: (run: Run<Placed>) => void): Promise<CellWrite[]> {
  const before = await readTold(writes);
  const changes = writes.map((write, i): Change => ({ ...write, before: toldAt(before, i), format: write.format ?? toldAt(before, i).format, certain: false }));
  const tried: Change[] = [];
  try {
    for (const block of blocksOf(changes)) {
      await writeBlock(block, tried, announce);
    }
  } catch (error) {
    throw await takenBack(await hostErrorOf(error), tried, announce);
  }
  return changes.map(({ sheet, row, column, before: was }, i) => ({ sheet, row, column, content: contentIn(was), format: writes[i]?.format === null ? null : was.format }));
}

function toldAt(all: readonly Told[], i: number): Told {
  const one = all[i];
  if (one === undefined) throw new RangeError('Cannot tell a cell that was not read');
  return one;
}

/** Every cell named, in its order. */
async function readTold(spots: readonly Placed[]): Promise<Told[]> {
  const known = new Map<string, Told>();
  await readRuns(runsOf(spots), known);
  return spots.flatMap((spot) => known.get(keyOf(spot)) ?? []);
}

/** In one sync; in two halves where that is more than Excel gives at once. */
async function readRuns(runs: readonly Run<Placed>[], known: Map<string, Told>): Promise<void> {
  if (runs.length === 0) return;
  try {
    await asked(async (context) => {
      const ranges = runs.map(({ sheet, area }) => cellsOf(context.workbook.worksheets.getItem(sheet), area));
      await context.sync();
      for (const [i, run] of runs.entries()) keep(run, ranges[i], known);
    });
  } catch (error) {
    const [first, second] = halvesOf(runs);
    if (!(error instanceof HostError) || codeOf(error.cause) !== 'ResponsePayloadSizeLimitExceeded' || second.length === 0) throw error;
    await readRuns(first, known);
    await readRuns(second, known);
  }
}

function keep({ cells }: Run<Placed>, range: Excel.Range | undefined, known: Map<string, Told>): void {
  for (const [r, row] of cells.entries()) for (const [c, cell] of row.entries()) if (range !== undefined) known.set(keyOf(cell), told(range, r, c));
}

function halvesOf(runs: readonly Run<Placed>[]): readonly [Run<Placed>[], Run<Placed>[]] {
  const [only] = runs;
  const pieces = runs.length === 1 && only !== undefined ? cutRun(only, Math.ceil(only.cells.length / 2)) : runs;
  const half = Math.ceil(pieces.length / 2);
  return [pieces.slice(0, half), pieces.slice(half)];
}

function keyOf({ sheet, row, column }: Placed): string {
  return `${row},${column},${sheet}`;
}

function blocksOf(changes: readonly Change[]): Run<Change>[][] {
  const blocks: Run<Change>[][] = [];
  let room = 0;
  for (const run of runsOf(changes).flatMap(fitting)) {
    const bytes = bytesOf(run);
    if (blocks.length === 0 || bytes > room) {
      blocks.push([]);
      room = BLOCK;
    }
    blocks.at(-1)?.push(run);
    room -= bytes;
  }
  return blocks;
}

/** A run that no request takes is cut between its rows. */
function fitting(run: Run<Change>): Run<Change>[] {
  const pieces = Math.ceil(bytesOf(run) / BLOCK);
  return pieces <= 1 || run.cells.length === 1 ? [run] : cutRun(run, Math.ceil(run.cells.length / pieces)).flatMap((piece) => (piece.cells.length < run.cells.length ? fitting(piece) : [piece]));
}

function bytesOf({ cells }: Run<Change>): number {
  return cells.flat().reduce((sum, { content, format }) => sum + CELL + format.length + bytesOfText(content) * 2, 0);
}

function bytesOfText(content: Content): number {
  const text = content.kind === 'text' ? content.text : content.kind === 'formula' ? content.formula : '';
  return text === '' ? 0 : new TextEncoder().encode(JSON.stringify(text)).length;
}

type Announce = (run: Run<Placed>) => void;

/** @param tried is told of the cells, unless Excel did not even look at them */
async function writeBlock(block: readonly Run<Change>[], tried: Change[], announce: Announce): Promise<void> {
  const cells = block.flatMap((run) => run.cells.flat());
  const had = tried.push(...cells) - cells.length;
  try {
    const missed = await put(block, announce);
    const again = missed.length === 0 ? [] : await put(runsOf(missed.map((change) => ({ ...change, certain: true }))), announce);
    if (again[0] !== undefined) throw new HostError('refused', { spot: spotOf(again[0]) });
  } catch (error) {
    if (error instanceof HostError && error.reason === 'edit-mode') tried.splice(had);
    throw error;
  }
}

/** Writes rectangles in one sync; gives the cells that do not hold what they were to hold. */
function put(block: readonly Run<Change>[], announce: Announce): Promise<Change[]> {
  return asked(async (context) => {
    const ranges = block.map((run) => {
      announce(run);
      const sheet = context.workbook.worksheets.getItem(run.sheet);
      enter(sheet.getRangeByIndexes(run.area.top, run.area.left, run.cells.length, run.cells[0]?.length ?? 0), run.cells);
      return cellsOf(sheet, run.area);
    });
    await context.sync();
    return block.flatMap(({ cells }, i) => cells.flatMap((row, r) => row.filter(({ content }, c) => {
      const range = ranges[i];
      return range === undefined || !isHeld(content, told(range, r, c));
    })));
  });
}

/** Only what has to be set is set; null leaves a cell alone. */
function enter(range: Excel.Range, cells: readonly (readonly Change[])[]): void {
  const set = (pick: (change: Change) => string | number | boolean | null, assign: (matrix: (string | number | boolean | null)[][]) => void): void => {
    const matrix = cells.map((row) => row.map(pick));
    if (matrix.some((row) => row.some((one) => one !== null))) assign(matrix);
  };
  const isGeneral = ({ content, before }: Change): boolean => needsGeneral(content, before.format);
  set((change) => (isGeneral(change) ? 'General' : null), (matrix) => { range.numberFormat = matrix; });
  set((change) => (change.content.kind === 'formula' ? null : entered(change.content, change.before.format, change.certain)), (matrix) => { range.values = matrix; });
  set((change) => (change.content.kind === 'formula' ? entered(change.content, change.before.format, change.certain) : null), (matrix) => { range.formulas = matrix; });
  // Excel gives a cell that takes a formula or a text for something else a format by itself.
  set((change) => (change.format !== change.before.format || isGeneral(change) || change.certain || change.content.kind === 'formula' ? change.format : null), (matrix) => { range.numberFormat = matrix; });
}

/** Brings back every cell that was tried; the error says how many that were, and which could not be. */
async function takenBack(error: HostError, tried: readonly Change[], announce: Announce): Promise<HostError> {
  const { reason, cause } = error;
  if (tried.length === 0) return new HostError(reason, { cause, spot: error.spot });
  const now = await twice(() => readTold(tried));
  if (now === null) return new HostError(reason, { cause, left: tried.map(spotOf) });
  const changed = tried.flatMap((change, i) => {
    const is = toldAt(now, i);
    return isSame(change.before, is) ? [] : [{ ...change, content: contentIn(change.before), format: change.before.format, before: is }];
  });
  const stopped = tried.find(({ content }, i) => !isHeld(content, toldAt(now, i)));
  const spot = error.spot ?? (stopped === undefined ? null : spotOf(stopped));
  const back = await twice(async () => {
    for (const block of blocksOf(changed)) await writeBlock(block, [], announce);
    return changed.length;
  });
  return back === null ? new HostError(reason, { cause, spot, left: changed.map(spotOf) }) : new HostError(reason, { cause, spot, restored: back });
}

/** A host that refused once may only have been busy; null where it refuses again. */
async function twice<T>(action: () => Promise<T>): Promise<T | null> {
  for (let i = 0; i < 2; i += 1) {
    try {
      return await action();
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
    }
  }
  return null;
}

function spotOf({ sheet, row, column }: Placed): Spot {
  return { sheet, row, column };
}
