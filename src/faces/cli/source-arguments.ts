/** The files that `--last` and `--plan` name. */
import path from 'node:path';
import type { SourceFile } from '#app/source-files';

export function sourceFiles({ last, plan }: { readonly last: string | null; readonly plan: string | null }): SourceFile[] {
  const source = (file: string | null, as: SourceFile['as']): SourceFile[] => (file === null ? [] : [{ file, name: path.basename(file), as }]);
  return [...source(last, 'earlier'), ...source(plan, 'plan')];
}
