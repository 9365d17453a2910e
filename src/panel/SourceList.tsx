/** A list to choose from where figures come from: nothing else than there is, a sheet of the workbook, or a file. */
import { Select } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { OWN, type SourceChoice } from '#app/session/source-choices';
import type { SheetInfo } from '#ports/workbook-host';
import { css } from './css';
import { useSourceTexts } from './source-texts';

export interface SourceListProps {
  readonly choice: SourceChoice;
  /** What the first entry says, which chooses nothing. */
  readonly own: string;
  readonly sheets: readonly SheetInfo[];
  /** What it is called: above it, or told where some other text stands beside it. */
  readonly name: string;
  readonly isNamed?: boolean;
  readonly onChoose: (choice: SourceChoice) => void;
  /** Shown where a file is wanted. @param done once there is one */
  readonly file: (done: () => void) => ReactElement;
}

export function SourceList({ choice, own, sheets, name, isNamed = false, onChoose, file }: SourceListProps): ReactElement {
  const words = useSourceTexts();
  const [wantsFile, setWantsFile] = useState(false);
  const choose = (value: string): void => {
    setWantsFile(value === 'choose');
    if (value === 'own') onChoose(OWN);
    else if (value.startsWith(SHEET)) onChoose({ is: 'sheet', sheet: value.slice(SHEET.length) });
  };
  const list = (
    <Select {...(isNamed && { 'aria-label': name })} value={wantsFile ? 'choose' : valueOf(choice)} onChange={(_, { value }) => { choose(value); }}>
      <option value="own">{own}</option>
      {sheets.map((sheet) => <option key={sheet.id} value={`${SHEET}${sheet.id}`}>{words.sheet(sheet.name)}</option>)}
      {choice.is === 'file' && <option value="file">{choice.name}</option>}
      <option value="choose">{words.file}</option>
    </Select>
  );
  return (
    <>
      {isNamed ? list : <label className={css('block')}><span className={css('label')}>{name}</span>{list}</label>}
      {wantsFile && file(() => { setWantsFile(false); })}
    </>
  );
}

const SHEET = 'sheet ';

/** What a choice is called in the list. */
function valueOf(choice: SourceChoice): string {
  return choice.is === 'sheet' ? `${SHEET}${choice.sheet}` : choice.is;
}
