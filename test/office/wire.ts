/** One object of the fake host, as requests address it: what can be loaded, set, gone to and called. */
export type Loaded = string | number | boolean | null | object;

export abstract class Wire {
  /** The name of the class in Microsoft's library. */
  abstract readonly type: string;
  /** Scalar properties. */
  readonly get: Readonly<Record<string, () => Loaded>> = {};
  readonly set: Readonly<Record<string, (value: unknown) => void>> = {};
  /** Navigation properties, and methods that give an object; null is a null object. */
  readonly go: Readonly<Record<string, (...args: readonly unknown[]) => Wire | null>> = {};
  /** Methods that give a plain value. */
  readonly call: Readonly<Record<string, (...args: readonly unknown[]) => Loaded>> = {};
  /** The items of a collection; null for anything else. */
  readonly items: (() => readonly Wire[]) | null = null;

  /** What the library keeps of an object to find it again. */
  identity(): Readonly<Record<string, string>> {
    return {};
  }
}
