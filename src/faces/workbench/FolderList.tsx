/** A folder's files, the worst first; each is opened by a click. */
import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useSyncExternalStore, type ReactElement } from 'react';
import { useBench } from './bench-context';
import { css } from './css';
import type { FolderFile } from './folder';

export function FolderList(): ReactElement | null {
  const { folder, texts: { folder: texts } } = useBench();
  const state = useSyncExternalStore(folder.subscribe, folder.state);
  const heading = useRef<HTMLHeadingElement>(null);
  const isOpen = state !== null;
  useEffect(() => { if (isOpen) heading.current?.focus(); }, [isOpen]);
  if (state === null) return null;
  const { files, done, all } = state;
  const unreadable = files.filter(({ error }) => error !== null).length;
  return (
    <section className={css('folder')} aria-labelledby="folder-title">
      <h1 id="folder-title" ref={heading} tabIndex={-1}>{texts.title}</h1>
      <p role="status">{done < all ? texts.checking(done, all) : texts.counted(files.length, unreadable)}</p>
      <Button onClick={() => { folder.close(); }}>{done < all ? texts.stop : texts.close}</Button>
      <table>
        <thead><tr><th scope="col">{texts.columns.file}</th>{(['errors', 'warnings', 'unchecked'] as const).map((column) => <th key={column} scope="col" className={css('num')}>{texts.columns[column]}</th>)}</tr></thead>
        <tbody>{files.map((one) => <Line key={one.file.name} line={one} />)}</tbody>
      </table>
    </section>
  );
}

function Line({ line: { file, summary, error } }: { readonly line: FolderFile }): ReactElement {
  const { bench, folder, texts } = useBench();
  const open = (): void => {
    folder.close();
    void bench.open([file]);
  };
  return (
    <tr>
      <th scope="row">{error === null ? <button type="button" className={css('link')} aria-label={texts.folder.open(file.name)} onClick={open}>{file.name}</button> : <span className={css('plain')}>{error}</span>}</th>
      {(['errors', 'warnings', 'unchecked'] as const).map((count) => <td key={count} className={css('num')}>{error === null ? summary[count] : '–'}</td>)}
    </tr>
  );
}
