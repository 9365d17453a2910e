/** Where a new form's figures are taken from: nowhere, a sheet of the workbook, or a file. */
import { Button, Select } from '@fluentui/react-components';
import { useRef, useState, type ReactElement } from 'react';
import { OWN, type SourceChoice } from '#app/session/source-choices';
import { UnreadableFileError } from '#ports/workbook-files';
import type { Notice } from '#words/texts';
import { useCompleteTexts } from './complete-texts';
import { css } from './css';
import { Message } from './Message';
import { useFormTexts } from './new-texts';
import { usePanel, useSession } from './panel-context';
import { useSourceTexts } from './source-texts';

export interface FromSelectProps {
  readonly label: string;
  readonly choice: SourceChoice;
  readonly onChoose: (choice: SourceChoice) => void;
}

export function FromSelect({ label, choice, onChoose }: FromSelectProps): ReactElement {
  const { sheets } = useSession();
  const words = useFormTexts();
  const said = useSourceTexts();
  const [wantsFile, setWantsFile] = useState(false);
  const choose = (value: string): void => {
    setWantsFile(value === 'choose');
    if (value === 'own') onChoose(OWN);
    else if (value.startsWith('sheet ')) onChoose({ is: 'sheet', sheet: value.slice('sheet '.length) });
  };
  return (
    <div>
      <label className={css('block')}>
        <span className={css('label')}>{label}</span>
        <Select value={wantsFile ? 'choose' : choice.is === 'sheet' ? `sheet ${choice.sheet}` : choice.is} onChange={(_, { value }) => { choose(value); }}>
          <option value="own">{words.blank}</option>
          {sheets.map(({ id, name }) => <option key={id} value={`sheet ${id}`}>{said.sheet(name)}</option>)}
          {choice.is === 'file' && <option value="file">{choice.name}</option>}
          <option value="choose">{said.file}</option>
        </Select>
      </label>
      {wantsFile && <FileField onRead={(file) => {
        setWantsFile(false);
        onChoose(file);
      }} />}
    </div>
  );
}

/** Opens the browser's own dialog for files; what cannot be read is said below it. */
function FileField({ onRead }: { readonly onRead: (choice: SourceChoice) => void }): ReactElement {
  const { readFile } = usePanel();
  const words = useFormTexts();
  const { unreadable } = useCompleteTexts();
  const [trouble, setTrouble] = useState<Notice | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const read = async (file: File): Promise<void> => {
    try {
      const { sheets } = await readFile(file);
      onRead({ is: 'file', name: file.name, sheets });
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      setTrouble(unreadable[error.reason](file.name));
    }
  };
  return (
    <>
      <input ref={field} type="file" hidden accept=".xlsx,.xlsm,.csv,.tsv" onChange={({ currentTarget }) => {
        const [file] = currentTarget.files ?? [];
        if (file !== undefined) void read(file);
        // The same file may be chosen again, once it was saved anew.
        currentTarget.value = '';
      }} />
      <Button size="small" appearance="subtle" className={css('inline')} onClick={() => { field.current?.click(); }}>{words.chooseFile}</Button>
      {trouble !== null && <Message tone="warning" {...trouble} />}
    </>
  );
}
