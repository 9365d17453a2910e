/** Requests and answers of Microsoft's library, as they go over the wire. */
export interface ObjectPath {
  readonly Id: number;
  /** 1 the workbook, 2 a service, 3 a method, 4 a property, 5 an item of a collection, 6 a kept reference, 7 a null object. */
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: { readonly Arguments?: readonly unknown[] };
}

export interface Action {
  readonly Id: number;
  /** 1 make the object, 2 load, 3 call, 4 set, 5 trace. */
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly QueryInfo?: { readonly Select?: readonly string[]; readonly Expand?: readonly string[] };
  readonly ArgumentInfo?: { readonly Arguments?: readonly unknown[] };
}

export interface Request {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface Answer {
  readonly Results: { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: number[];
  Error?: { readonly Code: string; readonly Message: string; readonly Location: string; readonly HttpStatusCode: number; readonly ActionIndex: number };
}
