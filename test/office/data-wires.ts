/** Custom XML parts of a workbook, as requests see them. */
import type { Playing } from '#test/office/playing';
import { Fault, notFound } from '#test/office/fault';
import { Wire } from '#test/office/wire';

/** All parts; those under a namespace by asking for it. */
export class DataPartsWire extends Wire {
  readonly type = 'CustomXmlPartCollection';
  readonly #playing: Playing;

  constructor(playing: Playing) {
    super();
    this.#playing = playing;
  }

  override readonly go = {
    Add: (xml: unknown) => {
      const { book } = this.#playing;
      if (book.isReadOnly) throw new Fault('AccessDenied', 'You cannot perform the requested operation', 403);
      return new DataPartWire(this.#playing, book.addData(String(xml)));
    },
    GetByNamespace: (namespace: unknown) => new ScopedDataPartsWire(this.#playing, String(namespace)),
  };
}

class ScopedDataPartsWire extends Wire {
  readonly type = 'CustomXmlPartScopedCollection';
  override readonly items: () => readonly Wire[];
  override readonly go: Wire['go'];

  constructor(playing: Playing, namespace: string) {
    super();
    const ids = (): readonly string[] => [...playing.book.data].filter(([, xml]) => namespaceOf(xml) === namespace).map(([id]) => id);
    this.items = () => ids().map((id) => new DataPartWire(playing, id));
    this.go = {
      GetItem: (id: unknown) => {
        if (!ids().includes(String(id))) throw notFound('a part');
        return new DataPartWire(playing, String(id));
      },
    };
  }
}

class DataPartWire extends Wire {
  readonly type = 'CustomXmlPart';
  override readonly get: Wire['get'];
  override readonly call: Wire['call'];
  readonly #id: string;

  constructor({ book }: Playing, id: string) {
    super();
    this.#id = id;
    this.get = { Id: () => id };
    this.call = {
      GetXml: () => {
        const xml = book.data.get(id);
        if (xml === undefined) throw notFound('a part');
        return xml;
      },
      SetXml: (xml: unknown) => {
        if (book.isReadOnly) throw new Fault('AccessDenied', 'You cannot perform the requested operation', 403);
        if (!book.data.has(id)) throw notFound('a part');
        book.data.set(id, String(xml));
        return null;
      },
      Delete: () => {
        if (book.isReadOnly) throw new Fault('AccessDenied', 'You cannot perform the requested operation', 403);
        book.data.delete(id);
        return null;
      },
    };
  }

  override identity(): Record<string, string> {
    return { Id: this.#id };
  }
}

/** Of the part's outermost element, as Excel asks for it. */
function namespaceOf(xml: string): string {
  return /<[^?!][^>]*\sxmlns="([^"]*)"/.exec(xml)?.[1] ?? '';
}
