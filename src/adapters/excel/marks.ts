/**
 * Marks: own conditional formats, which paint over a cell and leave its style alone.
 *
 * Each carries a formula that no one else writes, so that it is found again after the panel or the workbook was closed. A
 * write takes Excel's own undo away: what need not change is not written.
 */
import { areaName, overlap } from '#adapters/excel/a1';
import { asked } from '#adapters/excel/office-call';
import { runsOf } from '#adapters/excel/runs-of-cells';
import { HostError, type Edit, type Mark, type MarkLook } from '#ports/workbook-host';

interface Look {
  readonly fill: string;
  /** Of the line below. */
  readonly line: string;
  readonly isDashed?: true;
}

const LOOKS: Readonly<Record<MarkLook, Look>> = {
  error: { fill: '#FDE3E1', line: '#B3261E' },
  warning: { fill: '#FFF1CC', line: '#8F5A00' },
  note: { fill: '#E5EEF9', line: '#2B579A' },
  related: { fill: '#F0F6FC', line: '#0F6CBD', isDashed: true },
};

/** True in every cell; says whose it is. */
const FORMULA = (look: MarkLook): string => `=LEN("phuluc:${look}")>0`;
const OURS = /^=LEN\("phuluc:(?:error|warning|note|related)"\)>0$/;
/** Of a list of addresses; Excel takes 8192. */
const LONGEST = 4000;

/** One conditional format: the same look on several cells of a sheet. */
interface Group {
  readonly sheet: string;
  readonly look: MarkLook;
  /** A1 addresses, by commas. */
  readonly cells: string;
}

interface Known extends Group {
  readonly id: string;
}

export class Marks {
  /** What stands in the workbook; null where that is not known: before the first look, and after edits that may have moved it. */
  #known: readonly Known[] | null = null;
  #spots: readonly Mark[] = [];
  /** What was being set when Excel failed: a format may be there that does not say yet whose it is. */
  #halves: readonly Group[] = [];
  readonly #isWatched: () => boolean;
  readonly #sheets: () => readonly string[];

  /**
   * @param isWatched whether edits are told of: without that, nothing is known for longer than a call
   * @param sheets ids of the sheets known so far: they are looked at in the same sync
   */
  constructor(isWatched: () => boolean, sheets: () => readonly string[]) {
    this.#isWatched = isWatched;
    this.#sheets = sheets;
  }

  /** Replaces all marks by these: one sync, none where nothing changes, and one more where marks of another time stand. */
  async replace(marks: readonly Mark[]): Promise<void> {
    const wanted = groupsOf(marks);
    const before = this.#isWatched() ? this.#known : null;
    this.#known = null;
    this.#spots = marks;
    await this.#clearHalves();
    try {
      this.#known = before === null ? await this.#anew(wanted) : await changed(before, wanted);
    } catch (error) {
      this.#halves = wanted;
      // Now if Excel lets us, else before the next ones: what is told is why the marks could not be set.
      await this.#clearHalves().catch(onlyRefusals);
      throw error;
    }
  }

  async #clearHalves(): Promise<void> {
    if (this.#halves.length > 0) await clearHalves(this.#halves);
    this.#halves = [];
  }

  /** Sets them all, and takes away whatever else of ours is found, also on cells and sheets that were copied. */
  async #anew(wanted: readonly Group[]): Promise<readonly Known[]> {
    const { added, strays, unseen } = await change([], wanted, this.#sheets());
    const elsewhere = unseen.length === 0 ? null : await change([], [], unseen);
    const own = new Set(added.map(({ id }) => id));
    const gone = [...strays, ...(elsewhere?.strays ?? [])].filter(({ id }) => !own.has(id));
    if (gone.length > 0) await change(gone, [], null);
    return added;
  }

  /** What an edit makes uncertain is looked at again. */
  noteEdit(edit: Edit): void {
    if (edit.kind === 'structure' || edit.kind === 'sheets') this.#known = null;
    // What is pasted into a marked cell brings its own formats.
    else if (edit.kind === 'cells' && this.#spots.some(({ sheet, row, column }) => sheet === edit.sheet && overlap(edit.area, { top: row, left: column, bottom: row, right: column }))) this.#known = null;
  }
}

function onlyRefusals(error: unknown): void {
  if (!(error instanceof HostError)) throw error;
}

function isSame(a: Group, b: Group): boolean {
  return a.sheet === b.sheet && a.look === b.look && a.cells === b.cells;
}

function groupsOf(marks: readonly Mark[]): Group[] {
  const looks: readonly MarkLook[] = ['error', 'warning', 'note', 'related'];
  // A cell has the look of the worst that is said of it.
  const worst = new Map<string, Mark>();
  for (const mark of marks) {
    const key = `${mark.row},${mark.column},${mark.sheet}`;
    const other = worst.get(key);
    if (other === undefined || looks.indexOf(mark.look) < looks.indexOf(other.look)) worst.set(key, mark);
  }
  return looks.flatMap((look) => listed([...worst.values()].filter((mark) => mark.look === look), look));
}

function listed(marks: readonly Mark[], look: MarkLook): Group[] {
  const groups: { sheet: string; look: MarkLook; cells: string }[] = [];
  for (const { sheet, area } of runsOf(marks)) {
    const last = groups.at(-1);
    const name = areaName(area);
    if (last?.sheet === sheet && last.cells.length + name.length < LONGEST) last.cells += `,${name}`;
    else groups.push({ sheet, look, cells: name });
  }
  return groups;
}

/** Touches only what differs. */
async function changed(before: readonly Known[], wanted: readonly Group[]): Promise<readonly Known[]> {
  const gone = before.filter((one) => !wanted.some((group) => isSame(group, one)));
  const fresh = wanted.filter((group) => !before.some((one) => isSame(group, one)));
  const { added } = gone.length + fresh.length === 0 ? { added: [] } : await change(gone, fresh, null);
  return [...before.filter((one) => !gone.includes(one)), ...added];
}

interface Standing {
  readonly sheet: string;
  readonly id: string;
}

interface Changed {
  readonly added: readonly Known[];
  /** What stands of ours on the sheets that were looked at, with what was added. */
  readonly strays: readonly Standing[];
  /** Sheets that were not looked at. */
  readonly unseen: readonly string[];
}

/**
 * Takes some away and adds others: one sync.
 *
 * @param look sheets to look at in the same batch; null for none, and none is unseen then
 */
function change(gone: readonly Standing[], fresh: readonly Group[], look: readonly string[] | null): Promise<Changed> {
  return asked(async (context) => {
    const { worksheets } = context.workbook;
    for (const { sheet, id } of gone) worksheets.getItem(sheet).getRange().conditionalFormats.getItem(id).delete();
    const added = fresh.map((group) => add(worksheets, group));
    const all = look === null ? null : worksheets.load('items/id');
    const seen = (look ?? []).map((sheet) => ({ sheet, formats: worksheets.getItemOrNullObject(sheet).getRange().conditionalFormats.load(OF_FORMATS) }));
    await context.sync();
    return {
      added: fresh.map((group, i) => ({ ...group, id: added[i]?.id ?? '' })),
      strays: seen.flatMap(({ sheet, formats }) => matching(formats, OURS).map((id) => ({ sheet, id }))),
      unseen: (all?.items ?? []).map(({ id }) => id).filter((id) => look?.includes(id) === false),
    };
  });
}

const OF_FORMATS = 'items/id,items/type,items/customOrNullObject/rule/formula';

/** Ids of the formats whose formula is like this. */
function matching(formats: Excel.ConditionalFormatCollection, formula: RegExp): string[] {
  if (formats.isNullObject) return [];
  return formats.items.filter(({ customOrNullObject: custom }) => !custom.isNullObject && formula.test(custom.rule.formula)).map(({ id }) => id);
}

function add(worksheets: Excel.WorksheetCollection, { sheet, look, cells }: Group): Excel.ConditionalFormat {
  const format = worksheets.getItem(sheet).getRanges(cells).conditionalFormats.add(Excel.ConditionalFormatType.custom);
  format.custom.rule.formula = FORMULA(look);
  format.custom.format.fill.color = LOOKS[look].fill;
  const line = format.custom.format.borders.getItem(Excel.ConditionalRangeBorderIndex.edgeBottom);
  line.style = LOOKS[look].isDashed === true ? Excel.ConditionalRangeBorderLineStyle.dash : Excel.ConditionalRangeBorderLineStyle.continuous;
  line.color = LOOKS[look].line;
  return format.load('id');
}

/** A format without a rule, as one is before its formula is set. */
const NO_RULE = /^=?(?:""|TRUE|FALSE)?$/i;

/** Takes away formats without a rule that stand on the very cells of a group. */
function clearHalves(groups: readonly Group[]): Promise<void> {
  return asked(async (context) => {
    const { worksheets } = context.workbook;
    const formatsOf = (sheet: string): Excel.ConditionalFormatCollection => worksheets.getItemOrNullObject(sheet).getRange().conditionalFormats;
    const lists = [...new Set(groups.map(({ sheet }) => sheet))].map((sheet) => ({ sheet, formats: formatsOf(sheet).load(OF_FORMATS) }));
    await context.sync();
    const bare = lists.flatMap(({ sheet, formats }) => matching(formats, NO_RULE).map((id) => ({ sheet, id })));
    if (bare.length === 0) return;
    const ranges = bare.map(({ sheet, id }) => formatsOf(sheet).getItem(id).getRanges().load('address'));
    await context.sync();
    const own = new Set(groups.map(({ cells }) => cells));
    for (const [i, { sheet, id }] of bare.entries()) if (own.has(plainAddress(ranges[i]?.address ?? ''))) formatsOf(sheet).getItem(id).delete();
    await context.sync();
  });
}

/** Without the sheet that stands before each area. */
function plainAddress(address: string): string {
  return address.split(/,\s*/).map((area) => area.slice(area.lastIndexOf('!') + 1)).join(',');
}
