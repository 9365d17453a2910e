/** A button that opens the browser's own dialog for files. */
import { Button } from '@fluentui/react-components';
import { useRef, type ReactElement } from 'react';
import { css } from './css';

/** Workbooks that can be read. */
export const WORKBOOKS = '.xlsx,.xlsm,.csv,.tsv';

export interface ChooseFileProps {
  readonly name: string;
  readonly accept: string;
  /** Stands among text. */
  readonly inline?: boolean;
  readonly onFile: (file: File) => void;
}

export function ChooseFile({ name, accept, inline = false, onFile }: ChooseFileProps): ReactElement {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <input ref={field} type="file" hidden accept={accept} onChange={({ currentTarget }) => {
        const file = currentTarget.files?.[0];
        if (file !== undefined) onFile(file);
        // The same file may be chosen again, once it was saved anew.
        currentTarget.value = '';
      }} />
      <Button size="small" {...(inline && { appearance: 'subtle' as const, className: css('inline') })} onClick={() => { field.current?.click(); }}>{name}</Button>
    </>
  );
}
