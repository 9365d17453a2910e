/**
 * Plays Excel to Microsoft's own library, over a workbook in memory.
 *
 * The library makes the batches, refuses what was not loaded and makes the error objects; this answers its requests, counts
 * them, plays older versions, and fails where a test wants it to. It knows what the adapter needs, and refuses the rest.
 */
import type { Area } from '#core/table/grid';
import { addressOf } from '#test/office/areas';
import { Batch } from '#test/office/batch';
import type { Book, BookSheet } from '#test/office/book';
import { Fault } from '#test/office/fault';
import { FormatsWire } from '#test/office/format-wires';
import type { OfficeLibrary } from '#test/office/library';
import { EVENTS, type EventName, type Playing } from '#test/office/playing';
import { AreasWire, RangeWire } from '#test/office/range-wires';
import type { Answer, Request } from '#test/office/requests';
import { RuntimeWire } from '#test/office/runtime-wire';
import { SheetWire, WorkbookWire } from '#test/office/sheet-wires';
import type { Wire } from '#test/office/wire';

/** Excel on the web takes and gives no more at once. */
const MOST_BYTES = 5 * 1024 * 1024;

/** What goes wrong, and where. */
export interface Trouble {
  /** How many requests go well before it. */
  readonly after?: number;
  /** The whole request is refused, never answered, or carried out and the answer lost, or it fails at the action of this index. */
  readonly at: 'whole' | 'never' | 'lost' | number;
  readonly code?: string;
}

export interface Sent {
  readonly bytesOut: number;
  readonly bytesIn: number;
  readonly actions: number;
}

/** What goes wrong in one request. */
type Next = Required<Pick<Trouble, 'at' | 'code'>>;

interface Response {
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
  readonly HttpStatusCode: number;
  readonly Headers: object;
  readonly Body: Answer | null;
}

export class FakeExcel {
  readonly book: Book;
  /** The requests so far. */
  readonly traffic: Sent[] = [];
  /** A cell is being edited: everything is refused. */
  isEditing = false;
  /** The page with the panel: Excel keeps it in the background until somebody opens it. */
  readonly runtime = new RuntimeWire();
  readonly kept = new Map<string, Wire>();
  readonly #library: OfficeLibrary;
  readonly #version: number;
  readonly #listened = new Set<EventName>();
  readonly #troubles: { after: number; readonly at: Trouble['at']; readonly code: string }[] = [];
  readonly #playing: Playing;
  #fired: { readonly event: EventName; readonly message: object }[] = [];
  #ids = 0;

  /** @param version the minor version of ExcelApi that is played */
  constructor(library: OfficeLibrary, book: Book, version: number) {
    this.#library = library;
    this.book = book;
    this.#version = version;
    this.#playing = this.#play();
    const { SessionBase, CommonUtility } = library.OfficeExtension;
    const session = new SessionBase();
    session._resolveRequestUrlAndHeaderInfo = () => Promise.resolve({ url: 'https://excel.test/', headers: {} });
    session._createRequestExecutorOrNull = () => ({ executeAsync: async (_data, _flags, { Body }) => {
      await this.book.open(JSON.stringify(Body));
      return this.#answer(Body);
    } });
    SessionBase._overrideSession = session;
    library.OfficeExtension._testSetRichApiMessageReadyImpl(() => Promise.resolve());
    CommonUtility._doApiNotSupportedCheck = true;
    library.setContext({ displayLanguage: 'vi-VN', contentLanguage: 'vi-VN', host: 'Excel', platform: 'OfficeOnline', requirements: { isSetSupported: (name, least) => this.#supports(name, least) } });
  }

  /** Lets something go wrong in one of the requests to come. */
  trouble({ after = 0, at, code = 'GeneralException' }: Trouble): void {
    this.#troubles.push({ after, at, code });
  }

  get isListenedTo(): boolean {
    return this.#listened.size > 0;
  }

  /** Tells of what the user did. */
  user(event: EventName, sheet: BookSheet, message: object = {}): void {
    this.#fire(event, { worksheetId: sheet.id, source: 'Local', ...message });
    this.#deliver();
  }

  /** Resolves when the events that were told of have reached their listeners. */
  async settled(): Promise<void> {
    for (let i = 0; i < 3; i += 1) await new Promise((resolve) => { setTimeout(resolve, 0); });
  }

  #supports(name: string, least = '1.1'): boolean {
    const [, minor = '0'] = least.split('.');
    return name === 'ExcelApi' ? Number(minor) <= this.#version : this.#version >= 17;
  }

  #answer(body: unknown): Response | Promise<Response> {
    const trouble = this.#next();
    return trouble?.at === 'never' ? new Promise(() => null) : this.#execute(body, trouble);
  }

  #execute(body: unknown, trouble: Next | null): Response {
    const text = JSON.stringify(body);
    const request = JSON.parse(text) as Request;
    const bytesOut = bytesOf(text);
    if (this.isEditing) return this.#refused('InvalidOperationInCellEditMode', bytesOut);
    if (bytesOut > MOST_BYTES) return this.#refused('RequestPayloadSizeLimitExceeded', bytesOut);
    if (trouble?.at === 'whole') return this.#refused(trouble.code, bytesOut);
    const answer = new Batch({ workbook: new WorkbookWire(this.#playing), services: { 'Microsoft.AppRuntime.AppRuntimeService': this.runtime }, kept: this.kept, version: this.#version, before: (index, member) => {
      if (trouble?.at === index) throw new Fault(trouble.code, `made to fail at ${member}`, 500);
    } }, request).run();
    this.#deliver();
    const bytesIn = bytesOf(JSON.stringify(answer));
    if (trouble?.at === 'lost') return this.#refused(trouble.code, bytesOut);
    if (bytesIn > MOST_BYTES) return this.#refused('ResponsePayloadSizeLimitExceeded', bytesOut);
    this.traffic.push({ bytesOut, bytesIn, actions: request.Actions.length });
    return { ErrorCode: '', ErrorMessage: '', HttpStatusCode: 200, Headers: {}, Body: answer };
  }

  #refused(code: string, bytesOut: number): Response {
    this.traffic.push({ bytesOut, bytesIn: 0, actions: 0 });
    return { ErrorCode: code, ErrorMessage: `refused: ${code}`, HttpStatusCode: 400, Headers: {}, Body: null };
  }

  #next(): Next | null {
    const [trouble] = this.#troubles;
    if (trouble === undefined) return null;
    trouble.after -= 1;
    return trouble.after < 0 ? this.#troubles.shift() ?? null : null;
  }

  #play(): Playing {
    const newId = (prefix: string): string => {
      this.#ids += 1;
      return `${prefix}${this.#ids}`;
    };
    const playing: Playing = {
      book: this.book,
      range: (sheet, area) => new RangeWire(playing, sheet, area),
      areas: (sheet, areas) => new AreasWire(playing, sheet, areas),
      sheet: (sheet) => new SheetWire(playing, sheet),
      formats: (sheet, areas) => new FormatsWire(playing, sheet, areas),
      newReference: () => newId('reference-'),
      newId: () => newId('{FORMAT-'),
      keep: (reference, object) => { this.kept.set(reference, object); },
      drop: (reference) => { this.kept.delete(reference); },
      mayChange: (sheet, area) => { mayChange(this.book, sheet, area); },
      changed: (sheet, area) => { this.#changed(sheet, area); },
      happened: (event, sheet) => { this.#fire(event, { worksheetId: sheet.id, source: 'Local' }); },
      listen: (event, on) => { this.#listened[on ? 'add' : 'delete'](event); },
    };
    return playing;
  }

  #changed(sheet: BookSheet, area: Area): void {
    const cell = sheet.cell(area.top, area.left);
    const single = area.top === area.bottom && area.left === area.right ? { valueBefore: '', valueTypeBefore: 'Empty', valueAfter: cell.value, valueTypeAfter: cell.type } : {};
    // Older versions do not say who it was.
    const who = this.#version >= 14 ? { triggerSource: 'ThisLocalAddin' } : {};
    this.#fire('changed', { changeType: 'RangeEdited', source: 'Local', worksheetId: sheet.id, address: addressOf(area), shiftDirection: 'None', ...single, ...who });
  }

  #fire(event: EventName, message: object): void {
    if (this.#listened.has(event)) this.#fired.push({ event, message });
  }

  /** After the answer, as Excel does. */
  #deliver(): void {
    const fired = this.#fired;
    this.#fired = [];
    if (fired.length === 0) return;
    setTimeout(() => {
      const entries = fired.map(({ event, message }) => ({ messageCategory: 65_536, messageType: EVENTS[event], targetId: 'Workbook', isRemoteOverride: false, message: JSON.stringify(message) }));
      this.#library.OfficeExtension._testTriggerRichApiMessageEvent({ entries });
    }, 0);
  }
}

function mayChange(book: Book, sheet: BookSheet, area: Area | null): void {
  const denied = new Fault('AccessDenied', 'You cannot perform the requested operation', 403);
  if (book.isReadOnly) throw denied;
  if (!sheet.isProtected) return;
  if (area === null) throw denied;
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) if (sheet.cell(row, column).locked) throw denied;
  }
}

/** In UTF-8; also where a page has no Buffer. */
function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
