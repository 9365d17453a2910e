/** Where a new form's figures are taken from: nowhere, a sheet of the workbook, or a file. */
import { useState, type ReactElement } from 'react';
import type { SourceChoice } from '#app/session/source-choices';
import { UnreadableFileError } from '#ports/workbook-files';
import type { Notice } from '#words/texts';
import { ChooseFile, WORKBOOKS } from './ChooseFile';
import { useCompleteTexts } from './complete-texts';
import { Message } from './Message';
import { useFormTexts } from './new-texts';
import { usePanel, useSession } from './panel-context';
import { SourceList } from './SourceList';

export interface FromSelectProps {
  readonly label: string;
  readonly choice: SourceChoice;
  readonly onChoose: (choice: SourceChoice) => void;
}

export function FromSelect({ label, choice, onChoose }: FromSelectProps): ReactElement {
  const { sheets } = useSession();
  const words = useFormTexts();
  return (
    <div>
      <SourceList choice={choice} own={words.blank} sheets={sheets} name={label} onChoose={onChoose} file={(done) => <FileField onRead={(file) => {
        done();
        onChoose(file);
      }} />} />
    </div>
  );
}

/** What cannot be read is said below the button. */
function FileField({ onRead }: { readonly onRead: (choice: SourceChoice) => void }): ReactElement {
  const { readFile } = usePanel();
  const words = useFormTexts();
  const { unreadable } = useCompleteTexts();
  const [trouble, setTrouble] = useState<Notice | null>(null);
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
      <ChooseFile name={words.chooseFile} accept={WORKBOOKS} inline onFile={(file) => { void read(file); }} />
      {trouble !== null && <Message tone="warning" {...trouble} />}
    </>
  );
}
