/** Conditional formats, as requests see them. */
import type { Area } from '#core/table/grid';
import type { BookFormat, BookSheet } from '#test/office/book';
import { invalid, notFound } from '#test/office/fault';
import type { Playing } from '#test/office/playing';
import { Wire } from '#test/office/wire';

export class FormatsWire extends Wire {
  readonly type = 'ConditionalFormatCollection';
  override readonly items: () => readonly Wire[];
  readonly #playing: Playing;
  readonly #sheet: BookSheet;
  readonly #areas: readonly Area[];

  constructor(playing: Playing, sheet: BookSheet, areas: readonly Area[]) {
    super();
    this.#playing = playing;
    this.#sheet = sheet;
    this.#areas = areas;
    this.items = () => this.#here().map((format) => new FormatWire(playing, sheet, format));
  }

  override readonly go = {
    Add: (type: unknown) => {
      for (const area of this.#areas) this.#playing.mayChange(this.#sheet, area);
      if (type !== 'Custom') throw invalid('a type of conditional format that the fake host has not');
      const format: BookFormat = { id: this.#playing.newId(), type, areas: this.#areas, formula: '', fill: null, border: null, line: null };
      this.#sheet.formats = [format, ...this.#sheet.formats];
      return new FormatWire(this.#playing, this.#sheet, format);
    },
    GetItem: (id: unknown) => {
      const found = this.#find(id);
      if (found === null) throw notFound('a conditional format');
      return found;
    },
    GetItemOrNullObject: (id: unknown) => this.#find(id),
  };

  #find(id: unknown): FormatWire | null {
    const format = this.#here().find((one) => one.id === id);
    return format === undefined ? null : new FormatWire(this.#playing, this.#sheet, format);
  }

  #here(): BookFormat[] {
    const found = new Set(this.#areas.flatMap((area) => this.#sheet.formatsIn(area)));
    return this.#sheet.formats.filter((format) => found.has(format));
  }
}

class FormatWire extends Wire {
  readonly type = 'ConditionalFormat';
  readonly #playing: Playing;
  readonly #sheet: BookSheet;
  readonly #format: BookFormat;

  constructor(playing: Playing, sheet: BookSheet, format: BookFormat) {
    super();
    this.#playing = playing;
    this.#sheet = sheet;
    this.#format = format;
  }

  override identity(): Record<string, string> {
    return { Id: this.#format.id };
  }

  override readonly get = {
    Id: () => this.#format.id,
    Type: () => this.#format.type,
    Priority: () => this.#sheet.formats.indexOf(this.#format),
  };

  override readonly go = {
    Custom: () => {
      if (this.#format.type !== 'Custom') throw invalid('a conditional format of another type');
      return new CustomWire(this.#format);
    },
    CustomOrNullObject: () => (this.#format.type === 'Custom' ? new CustomWire(this.#format) : null),
    GetRanges: () => this.#playing.areas(this.#sheet, this.#format.areas),
  };

  override readonly call = {
    Delete: () => {
      for (const area of this.#format.areas) this.#playing.mayChange(this.#sheet, area);
      this.#sheet.formats = this.#sheet.formats.filter((one) => one !== this.#format);
      return null;
    },
  };
}

class CustomWire extends Wire {
  readonly type = 'CustomConditionalFormat';
  readonly #format: BookFormat;

  constructor(format: BookFormat) {
    super();
    this.#format = format;
  }

  override readonly go = {
    Rule: () => new PlainWire('ConditionalFormatRule', { Formula: () => this.#format.formula }, { Formula: (value) => { this.#format.formula = String(value); } }),
    Format: () => new LookWire(this.#format),
  };
}

class LookWire extends Wire {
  readonly type = 'ConditionalRangeFormat';
  readonly #format: BookFormat;

  constructor(format: BookFormat) {
    super();
    this.#format = format;
  }

  override readonly go = {
    Fill: () => new PlainWire('ConditionalRangeFill', { Color: () => this.#format.fill }, { Color: (value) => { this.#format.fill = String(value); } }),
    Borders: () => new BordersWire(this.#format),
  };
}

class BordersWire extends Wire {
  readonly type = 'ConditionalRangeBorderCollection';
  readonly #format: BookFormat;

  constructor(format: BookFormat) {
    super();
    this.#format = format;
  }

  override readonly go = {
    GetItem: (side: unknown) => {
      if (side !== 'EdgeBottom') throw invalid('a border that the fake host has not');
      return new PlainWire('ConditionalRangeBorder', { Color: () => this.#format.border }, { Color: (value) => { this.#format.border = String(value); }, Style: (value) => {
        this.#format.line = String(value);
        this.#format.border ??= '#000000';
      } });
    },
  };
}

/** An object of properties alone. */
class PlainWire extends Wire {
  readonly type: string;
  override readonly get: Wire['get'];
  override readonly set: Wire['set'];

  constructor(type: string, get: Wire['get'], set: Wire['set'] = {}) {
    super();
    this.type = type;
    this.get = get;
    this.set = set;
  }
}
