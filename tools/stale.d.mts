export function isStale(built: readonly string[]): boolean;
