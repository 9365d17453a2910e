/** The workbook, its sheets and its settings, as requests see them. */
import type { Area } from '#core/table/grid';
import { areaOf } from '#test/office/areas';
import { HEIGHT, type BookSheet } from '#test/office/book';
import { DataPartsWire } from '#test/office/data-wires';
import { Fault, invalid, notFound } from '#test/office/fault';
import type { EventName, Playing } from '#test/office/playing';
import { Wire } from '#test/office/wire';

const WHOLE: Area = { top: 0, left: 0, bottom: HEIGHT - 1, right: 16_383 };
/** What `getRanges` takes at most. */
const LONGEST_ADDRESS = 8192;
const REGISTERED: Readonly<Record<string, EventName>> = {
  DataChangedEvent: 'changed', SelectionChangedEvent: 'selected', ActivatedEvent: 'activated', AddedEvent: 'added', DeletedEvent: 'deleted', RowHiddenChangedEvent: 'rowHidden', EventNameChanged: 'renamed', EventVisibilityChanged: 'visibility',
};

class ProtectionWire extends Wire {
  readonly type = 'WorksheetProtection';
  readonly #playing: Playing;
  readonly #sheet: BookSheet;

  constructor(playing: Playing, sheet: BookSheet) {
    super();
    this.#playing = playing;
    this.#sheet = sheet;
  }

  override readonly get = { Protected: () => this.#sheet.isProtected };

  override readonly call = {
    Protect: (options: unknown, password: unknown) => {
      if (this.#playing.book.isReadOnly) throw new Fault('AccessDenied', 'You cannot perform the requested operation', 403);
      if (this.#sheet.isProtected) throw new Fault('InvalidOperation', 'The sheet is protected already');
      this.#sheet.isProtected = true;
      this.#sheet.protection = { ...(options as object), hasPassword: typeof password === 'string' && password !== '' };
      return null;
    },
  };
}

export class WorkbookWire extends Wire {
  readonly type = 'Workbook';
  readonly #playing: Playing;

  constructor(playing: Playing) {
    super();
    this.#playing = playing;
  }

  override readonly get = { ReadOnly: () => this.#playing.book.isReadOnly };

  override readonly go = {
    Worksheets: () => new SheetsWire(this.#playing),
    Settings: () => new SettingsWire(this.#playing),
    CustomXmlParts: () => new DataPartsWire(this.#playing),
    GetSelectedRanges: () => {
      const { sheet, areas } = this.#selected();
      if (areas.length === 0) throw new Fault('InvalidSelection', 'The current selection is invalid for this operation');
      return this.#playing.areas(sheet, areas);
    },
    GetActiveCell: () => {
      const { sheet, areas: [{ top, left } = { top: 0, left: 0 }] } = this.#selected();
      return this.#playing.range(sheet, { top, left, bottom: top, right: left });
    },
  };

  override readonly call = {
    _RemoveReference: (reference: unknown) => {
      this.#playing.drop(String(reference));
      return null;
    },
    InsertWorksheetsFromBase64: (file: unknown) => {
      const { book } = this.#playing;
      if (book.isReadOnly) throw new Fault('AccessDenied', 'You cannot perform the requested operation', 403);
      const sheets = book.insert(String(file));
      for (const sheet of sheets) this.#playing.happened('added', sheet);
      return sheets.map(({ id }) => id);
    },
  };

  #selected(): { readonly sheet: BookSheet; readonly areas: readonly Area[] } {
    const { book } = this.#playing;
    const { sheet, areas } = book.selection ?? { sheet: book.active, areas: [{ top: 0, left: 0, bottom: 0, right: 0 }] };
    return { sheet: found(book.byId(sheet)), areas };
  }
}

class SheetsWire extends Wire {
  readonly type = 'WorksheetCollection';
  override readonly items: () => readonly Wire[];
  override readonly call: Wire['call'];
  readonly #playing: Playing;

  constructor(playing: Playing) {
    super();
    this.#playing = playing;
    this.items = () => playing.book.sheets.map((sheet) => new SheetWire(playing, sheet));
    this.call = Object.fromEntries(Object.entries(REGISTERED).flatMap(([name, event]) => [['_Register', true], ['_Unregister', false]].map(([start, on]) => [`${String(start)}${name}`, () => {
      playing.listen(event, on === true);
      return null;
    }])));
  }

  override readonly go = {
    GetItem: (key: unknown) => new SheetWire(this.#playing, found(this.#find(key))),
    GetItemOrNullObject: (key: unknown) => {
      const sheet = this.#find(key);
      return sheet === undefined ? null : new SheetWire(this.#playing, sheet);
    },
    GetActiveWorksheet: () => new SheetWire(this.#playing, found(this.#find(this.#playing.book.active))),
    Add: (name: unknown) => {
      const { book } = this.#playing;
      const wanted = typeof name !== 'string' ? `Sheet${book.sheets.length + 1}` : name;
      if (book.isReadOnly) throw new Fault('AccessDenied', 'You cannot perform the requested operation', 403);
      if (wanted === '' || wanted.length > 31 || /[[\]:*?/\\]|^'|'$/.test(wanted)) throw invalid('a name that no sheet can have');
      if (book.sheets.some((sheet) => sheet.name.toLowerCase() === wanted.toLowerCase())) throw new Fault('ItemAlreadyExists', 'The resource being created already exists', 409);
      const sheet = book.add(wanted);
      this.#playing.happened('added', sheet);
      return new SheetWire(this.#playing, sheet);
    },
  };

  #find(key: unknown): BookSheet | undefined {
    const text = String(key);
    return this.#playing.book.sheets.find(({ id, name }) => id === text || name.toLowerCase() === text.toLowerCase());
  }
}

export class SheetWire extends Wire {
  readonly type = 'Worksheet';
  readonly #playing: Playing;
  readonly #sheet: BookSheet;

  constructor(playing: Playing, sheet: BookSheet) {
    super();
    this.#playing = playing;
    this.#sheet = sheet;
  }

  override identity(): Record<string, string> {
    return { Id: this.#sheet.id };
  }

  override readonly get = {
    Id: () => this.#sheet.id,
    Name: () => this.#sheet.name,
    Visibility: () => this.#sheet.visibility,
    Position: () => this.#playing.book.sheets.indexOf(this.#sheet),
  };

  override readonly go = {
    GetRange: (address: unknown) => this.#range(typeof address === 'string' ? areaOf(address) : WHOLE),
    GetRanges: (address: unknown) => {
      const text = String(address);
      const areas = text.split(',').map((one) => areaOf(one.trim()));
      if (text.length > LONGEST_ADDRESS || areas.includes(null)) throw invalid('an address');
      return this.#playing.areas(this.#sheet, areas.filter((area) => area !== null));
    },
    GetRangeByIndexes: (top: unknown, left: unknown, rows: unknown, columns: unknown) => this.#range({ top: Number(top), left: Number(left), bottom: Number(top) + Number(rows) - 1, right: Number(left) + Number(columns) - 1 }),
    GetCell: (row: unknown, column: unknown) => this.#range({ top: Number(row), left: Number(column), bottom: Number(row), right: Number(column) }),
    GetUsedRangeOrNullObject: (valuesOnly: unknown) => {
      const used = this.#sheet.used(valuesOnly === true);
      return used === null ? null : this.#range(used);
    },
    Protection: () => new ProtectionWire(this.#playing, this.#sheet),
  };

  override readonly call = {
    Activate: () => {
      if (this.#sheet.visibility !== 'Visible') throw new Fault('InvalidOperation', 'A hidden sheet cannot be activated');
      const { book } = this.#playing;
      if (book.active !== this.#sheet.id) {
        book.active = this.#sheet.id;
        book.selection = null;
        this.#playing.happened('activated', this.#sheet);
      }
      return null;
    },
    Delete: () => {
      const { book } = this.#playing;
      if (book.sheets.filter(({ visibility }) => visibility === 'Visible').length === 1 || book.isReadOnly) throw new Fault('InvalidOperation', 'The last visible sheet cannot be deleted');
      book.sheets.splice(book.sheets.indexOf(this.#sheet), 1);
      if (book.active === this.#sheet.id) book.active = book.sheets[0]?.id ?? '';
      this.#playing.happened('deleted', this.#sheet);
      return null;
    },
  };

  #range(area: Area | null): Wire {
    if (area === null || area.top < 0 || area.left < 0 || area.bottom >= HEIGHT || area.right > WHOLE.right || area.bottom < area.top || area.right < area.left) throw invalid('an address');
    return this.#playing.range(this.#sheet, area);
  }
}

class SettingsWire extends Wire {
  readonly type = 'SettingCollection';
  readonly #playing: Playing;

  constructor(playing: Playing) {
    super();
    this.#playing = playing;
  }

  override readonly go = {
    Add: (key: unknown, value: unknown) => {
      this.#playing.book.settings.set(String(key), value);
      return this.#setting(String(key));
    },
    GetItem: (key: unknown) => found(this.#setting(String(key)) ?? undefined),
    GetItemOrNullObject: (key: unknown) => this.#setting(String(key)),
  };

  #setting(key: string): Wire | null {
    const { settings } = this.#playing.book;
    return settings.has(key) ? new SettingWire(settings, key) : null;
  }
}

class SettingWire extends Wire {
  readonly type = 'Setting';
  override readonly get: Wire['get'];
  override readonly call: Wire['call'];
  readonly #key: string;

  constructor(settings: Map<string, unknown>, key: string) {
    super();
    this.#key = key;
    this.get = { Key: () => key, Value: () => settings.get(key) ?? null, _Id: () => key };
    this.call = {
      Delete: () => {
        settings.delete(key);
        return null;
      },
    };
  }

  override identity(): Record<string, string> {
    return { Key: this.#key };
  }
}

function found<T>(item: T | undefined): T {
  if (item === undefined) throw notFound('an item');
  return item;
}
