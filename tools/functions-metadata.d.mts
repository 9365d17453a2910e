/** A custom function as its doc comment describes it. */
export interface DescribedFunction {
  readonly id: string;
  readonly description: string;
  readonly parameters: readonly { readonly name: string; readonly description: string; readonly optional?: boolean }[];
  readonly returns: string;
  readonly examples: readonly { readonly formula: string; readonly result: string }[];
}

export interface FunctionTexts {
  readonly description?: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly returns?: string;
}

export interface FunctionsMetadata {
  readonly allowErrorForDataTypeAny: boolean;
  readonly functions: readonly { readonly id: string; readonly name: string; readonly description: string; readonly parameters: readonly Readonly<Record<string, unknown>>[]; readonly result: unknown }[];
}

export function readFunctions(): { readonly en: readonly DescribedFunction[]; readonly vi: readonly DescribedFunction[] };
export function functionsIn(text: string, file: string): readonly DescribedFunction[];
export function translated(functions: readonly DescribedFunction[], texts: Readonly<Record<string, FunctionTexts>>): readonly DescribedFunction[];
export function metadataOf(functions: readonly DescribedFunction[]): FunctionsMetadata;
