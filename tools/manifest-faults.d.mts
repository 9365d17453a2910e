export interface ManifestContext {
  readonly files: (path: string) => Uint8Array | null;
  readonly commands: readonly string[];
  readonly version: string;
  readonly isProduction: boolean;
}

export const DEVELOPMENT_ID: string;
export const PRODUCTION_ID: string;
export function manifestVersion(version: string): string;
export function manifestFaults(xml: string, context: ManifestContext): readonly string[];
export function shortcutsFaults(text: string, commands: readonly string[]): readonly string[];
