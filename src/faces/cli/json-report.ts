/** The report as JSON, piece by piece: that of a large folder is longer than any string may be. */
import type { Report } from '#core/report';

/** From the report down to a sheet: report, files, file, sheets. A sheet of a million findings still fits a string. */
const DEPTH = 4;
const INDENT = 2;

/** The pieces of what `JSON.stringify(report, null, 2)` gives, and a line end. */
export function* jsonReport(report: Report): Iterable<string> {
  yield* pieces(report, 0);
  yield '\n';
}

function* pieces(value: unknown, depth: number): Iterable<string> {
  if (depth === DEPTH || typeof value !== 'object' || value === null) yield JSON.stringify(value, null, INDENT).replaceAll('\n', lineAt(depth));
  else if (Array.isArray(value)) yield* members('[]', value.map((one: unknown) => ['', one] as const), depth);
  else yield* members('{}', Object.entries(value).map(([key, one]) => [`${JSON.stringify(key)}: `, one] as const), depth);
}

function lineAt(depth: number): string {
  return `\n${' '.repeat(INDENT * depth)}`;
}

/** A list or an object: its brackets, and each entry under its label. */
function* members(brackets: '[]' | '{}', entries: readonly (readonly [label: string, value: unknown])[], depth: number): Iterable<string> {
  if (entries.length === 0) {
    yield brackets;
    return;
  }
  yield brackets.charAt(0);
  for (const [i, [label, value]] of entries.entries()) {
    yield `${i === 0 ? '' : ','}${lineAt(depth + 1)}${label}`;
    yield* pieces(value, depth + 1);
  }
  yield lineAt(depth) + brackets.charAt(1);
}
