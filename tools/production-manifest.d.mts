export function productionManifest(development: string, address: string, version: string): string;
