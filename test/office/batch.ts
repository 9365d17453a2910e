/** One request, carried out action by action until the first that fails, as Excel does: what came before stays done. */
import { Fault } from '#test/office/fault';
import type { Action, Answer, ObjectPath, Request } from '#test/office/requests';
import { SINCE } from '#test/office/since';
import type { Wire } from '#test/office/wire';

export interface BatchHost {
  readonly workbook: Wire;
  /** By their whole names. */
  readonly services: Readonly<Record<string, Wire>>;
  readonly kept: ReadonlyMap<string, Wire>;
  /** The minor version of ExcelApi that is played. */
  readonly version: number;
  /** Called before each action; throws the fault that a test put there. */
  readonly before: (index: number, member: string) => void;
}

export class Batch {
  readonly answer: Answer = { Results: [], TraceIds: [] };
  readonly #host: BatchHost;
  readonly #request: Request;
  readonly #objects = new Map<number, Wire | null>();

  constructor(host: BatchHost, request: Request) {
    this.#host = host;
    this.#request = request;
  }

  run(): Answer {
    for (const [index, action] of this.#request.Actions.entries()) {
      try {
        this.#host.before(index, this.#memberOf(action));
        this.answer.Results.push({ ActionId: action.Id, Value: this.#act(action) });
      } catch (error) {
        // A bug of the fake host must not look like an error of Excel's.
        if (!(error instanceof Fault)) throw error;
        this.answer.Error = { Code: error.code, Message: error.message, Location: this.#memberOf(action), HttpStatusCode: error.status, ActionIndex: index };
        break;
      }
    }
    return this.answer;
  }

  #memberOf({ Name, ObjectPathId }: Action): string {
    return Name === '' ? this.#request.ObjectPaths[ObjectPathId]?.Name ?? '' : Name;
  }

  #act(action: Action): unknown {
    if (action.ActionType === 5) {
      this.answer.TraceIds.push(action.Id);
      return null;
    }
    const object = this.#resolve(action.ObjectPathId);
    if (action.ActionType <= 2) return object === null ? null : this.#told(object, action);
    if (object === null) throw new Fault('InvalidObjectPath', 'a null object was set or called');
    return this.#done(object, action);
  }

  #told(object: Wire, { ActionType, QueryInfo }: Action): unknown {
    return ActionType === 1 ? object.identity() : this.#loaded(object, QueryInfo?.Select ?? []);
  }

  #done(object: Wire, { ActionType, Name, ArgumentInfo }: Action): unknown {
    const given = ArgumentInfo?.Arguments ?? [];
    if (ActionType === 3) return this.#member(object, object.call, Name)(...given);
    if (ActionType !== 4) throw new Fault('ApiNotFound', `the fake host has no actions of type ${ActionType}`, 404);
    this.#member(object, object.set, Name)(given[0]);
    return null;
  }

  #resolve(id: number): Wire | null {
    const known = this.#objects.get(id);
    if (known !== undefined) return known;
    const object = this.#made(id);
    this.#objects.set(id, object);
    return object;
  }

  #made(id: number): Wire | null {
    const path = this.#request.ObjectPaths[id];
    if (path === undefined) throw new Fault('InvalidObjectPath', 'a path that the request does not have');
    if (path.ObjectPathType === 7) return null;
    if (path.ObjectPathType === 1) return this.#host.workbook;
    if (path.ObjectPathType === 2) return this.#service(path.Name);
    if (path.ObjectPathType === 6) return this.#reference(path.Name);
    const parent = this.#resolve(path.ParentObjectPathId ?? 0);
    return parent === null ? null : this.#gone(parent, path);
  }

  #gone(parent: Wire, { ObjectPathType, Name, ArgumentInfo }: ObjectPath): Wire | null {
    return this.#member(parent, parent.go, ObjectPathType === 5 ? 'GetItem' : Name)(...(ArgumentInfo?.Arguments ?? []));
  }

  #service(name: string): Wire {
    const object = Object.hasOwn(this.#host.services, name) ? this.#host.services[name] : undefined;
    if (object === undefined) throw new Fault('ApiNotFound', `the fake host has no service ${name}`, 404);
    return object;
  }

  #reference(name: string): Wire {
    const object = this.#host.kept.get(name);
    if (object === undefined) throw new Fault('InvalidObjectPath', 'a reference that nobody kept');
    return object;
  }

  #member<T>(object: Wire, members: Readonly<Record<string, T>>, name: string): T {
    const member = Object.hasOwn(members, name) ? members[name] : undefined;
    const since = SINCE[`${object.type}.${name}`] ?? 1;
    if (member === undefined || since > this.#host.version) throw new Fault('ApiNotFound', `${object.type}.${name} is not there in ExcelApi 1.${this.#host.version}`, 404);
    return member;
  }

  /** Names in a selection are as the caller typed them; `a/b` leads into another object. */
  #loaded(object: Wire, select: readonly string[]): unknown {
    if (select.length === 0 || select.includes('*')) throw new Fault('ApiNotFound', 'a load without names takes everything: the fake host wants to know what', 404);
    if (object.items !== null) return { _Items: object.items().map((item) => ({ ...item.identity(), ...this.#properties(item, select) })) };
    return { ...object.identity(), ...this.#properties(object, select) };
  }

  #properties(object: Wire, select: readonly string[]): object {
    const result: Record<string, unknown> = {};
    const deeper = new Map<string, string[]>();
    for (const path of select) {
      const [first = '', ...rest] = path.split('/');
      const name = first.charAt(0).toUpperCase() + first.slice(1);
      if (rest.length === 0) result[name] = this.#member(object, object.get, name)();
      // Of a collection inside, `items` is where its items are told.
      else deeper.set(name, [...(deeper.get(name) ?? []), (rest[0] === 'items' ? rest.slice(1) : rest).join('/')]);
    }
    for (const [name, names] of deeper) {
      const inner = this.#member(object, object.go, name)();
      result[name] = inner === null ? null : this.#loaded(inner, names);
    }
    return result;
  }
}
