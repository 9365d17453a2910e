/** The bar above: what is open, opening and saving. */
import { Button } from '@fluentui/react-components';
import { useRef, type ReactElement } from 'react';
import { useBench } from './bench-context';
import { css } from './css';

/** What a browser offers to choose from. */
const ACCEPTED = '.xlsx,.xlsm,.tsv,.csv';

export function Bar(): ReactElement {
  const { bench, texts, tryIt, state: { files, active } } = useBench();
  const file = files.find(({ id }) => id === active);
  return (
    <header className={css('bar')}>
      <span className={css('brand')}><img src="phu-luc-32.png" alt="" width="24" height="24" />Phụ lục</span>
      {file?.isDirty === true && <span className={css('muted')} role="status">{texts.unsaved}</span>}
      <span className={css('grow')} />
      <span className={css('muted')}>{texts.private}</span>
      {files.length === 0 && <Button onClick={tryIt}>{texts.tryIt}</Button>}
      <OpenButton />
      <Button appearance="primary" disabledFocusable={file === undefined} onClick={() => { if (file !== undefined) bench.save(file.id); }}>{texts.save}</Button>
    </header>
  );
}

function OpenButton(): ReactElement {
  const { bench, texts } = useBench();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => input.current?.click()}>{texts.open}</Button>
      <input
        ref={input} className={css('hiddenInput')} type="file" multiple accept={ACCEPTED} aria-label={texts.open} tabIndex={-1}
        onChange={({ target }) => {
          void bench.open([...(target.files ?? [])].map((one) => ({ name: one.name, bytes: () => one.arrayBuffer().then((buffer) => new Uint8Array(buffer)) })));
          // The same file can be chosen again.
          target.value = '';
        }}
      />
    </>
  );
}
