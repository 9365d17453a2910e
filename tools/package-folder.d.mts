export function packageFolder(folder: string, name: string): Uint8Array;
