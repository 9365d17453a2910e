/** Patterns of paths: `*` and `?` inside a name, `**` over any number of folders. */

const SPECIAL = /[$()+.[\\\]^{|}]/g;

export function isPattern(path: string): boolean {
  return /[*?]/.test(path);
}

/** The folder that a pattern starts from: its steps before the first with `*` or `?`; '' for the current one. */
export function patternRoot(pattern: string): string {
  const steps = pattern.split('/');
  return steps.slice(0, steps.findIndex(isPattern)).join('/') + (pattern.startsWith('/') && isPattern(steps[1] ?? '') ? '/' : '');
}

/** Whether the steps below the root can match at any depth, or the number of names that they ask for. */
export function patternDepth(steps: readonly string[]): number {
  return steps.includes('**') ? Number.POSITIVE_INFINITY : steps.length;
}

/** The expression that a path below the root must match, `/` between its names. */
export function patternExpression(steps: readonly string[]): RegExp {
  const parts = steps.map((step, i) => (step === '**' ? anyFolders(i === steps.length - 1) : name(step) + (i === steps.length - 1 ? '' : '/')));
  return new RegExp(`^${parts.join('')}$`, 'su');
}

function anyFolders(last: boolean): string {
  return last ? '.*' : '(?:[^/]+/)*';
}

function name(step: string): string {
  // Runs of stars mean what one means, and cost more with each.
  return step.replaceAll(/\*+/g, '*').replaceAll(SPECIAL, String.raw`\$&`).replaceAll('*', '[^/]*').replaceAll('?', '[^/]');
}
