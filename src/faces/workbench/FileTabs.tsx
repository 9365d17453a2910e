/** The files that are open, one of them before the user. */
import type { ReactElement } from 'react';
import type { BenchFile } from './bench';
import { useBench } from './bench-context';
import { css } from './css';

export function FileTabs(): ReactElement | null {
  const { texts, state: { files, active } } = useBench();
  if (files.length === 0) return null;
  return (
    <nav className={css('tabs')} aria-label={texts.files}>
      {files.map((file) => <FileTab key={file.id} file={file} isActive={file.id === active} />)}
    </nav>
  );
}

function FileTab({ file: { id, name, isDirty }, isActive }: { readonly file: BenchFile; readonly isActive: boolean }): ReactElement {
  const { bench, texts } = useBench();
  return (
    <span className={css('tab')} data-active={isActive}>
      <button type="button" className={css('tabName')} aria-current={isActive ? 'page' : undefined} title={isDirty ? `${name}: ${texts.unsaved}` : name} onClick={() => { bench.show(id); }}>
        {isDirty ? '● ' : ''}{name}
      </button>
      <button type="button" className={css('tabClose')} aria-label={texts.closeFile(name)} onClick={() => { bench.close(id); }}>×</button>
    </span>
  );
}
