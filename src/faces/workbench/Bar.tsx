/** The bar above: what is open, opening and saving. */
import { Button } from '@fluentui/react-components';
import { useRef, type ReactElement } from 'react';
import { useBench } from './bench-context';
import { css } from './css';
import { chosenFiles } from './dropped';

/** What a browser offers to choose from. */
const ACCEPTED = '.xlsx,.xlsm,.tsv,.csv';

export function Bar(): ReactElement {
  const { bench, texts, tryIt, state: { files, active } } = useBench();
  const file = files.find(({ id }) => id === active);
  return (
    <header className={css('bar')}>
      <span className={css('brand')}><img src="phu-luc-32.png" alt="" width="24" height="24" />Phụ lục</span>
      <span className={css('muted')} role="status">{file?.isDirty === true ? texts.unsaved : ''}</span>
      <span className={css('grow')} />
      <span className={css('muted')}>{texts.private}</span>
      {files.length === 0 && <Button onClick={tryIt}>{texts.tryIt}</Button>}
      <OpenButton label={texts.open} isFolder={false} />
      <OpenButton label={texts.openFolder} isFolder />
      <Button disabledFocusable={file === undefined} onClick={() => { if (file !== undefined) void bench.saveMarked(file.id); }}>{texts.saveMarked}</Button>
      <Button appearance="primary" disabledFocusable={file === undefined} onClick={() => { if (file !== undefined) bench.save(file.id); }}>{texts.save}</Button>
    </header>
  );
}

function OpenButton({ label, isFolder }: { readonly label: string; readonly isFolder: boolean }): ReactElement {
  const { take } = useBench();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => input.current?.click()}>{label}</Button>
      <input
        ref={input} className={css('hiddenInput')} type="file" multiple {...(isFolder ? { webkitdirectory: '' } : { accept: ACCEPTED })} aria-label={label} tabIndex={-1}
        onChange={({ target }) => {
          take(chosenFiles(target.files), isFolder);
          // The same file can be chosen again.
          target.value = '';
        }}
      />
    </>
  );
}
