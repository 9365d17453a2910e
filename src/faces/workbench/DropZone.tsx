/** Files and folders dropped anywhere on the page. */
import { useEffect, useState, type ReactElement } from 'react';
import { useBench } from './bench-context';
import { css } from './css';
import { chosenFiles, droppedFiles } from './dropped';

export function DropZone(): ReactElement | null {
  const { take, texts } = useBench();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const on = (kind: 'dragenter' | 'dragover' | 'dragleave' | 'drop', listener: (event: DragEvent) => void): void => {
      // Before the grid, which would take what is dropped for something to paste.
      document.addEventListener(kind, (event) => { if (holdsFiles(event)) listener(event); }, { capture: true, signal: listening.signal });
    };
    on('dragenter', (event) => { event.preventDefault(); setIsOver(true); });
    on('dragover', (event) => { event.preventDefault(); });
    on('dragleave', ({ relatedTarget }) => { if (relatedTarget === null) setIsOver(false); });
    on('drop', (event) => {
      event.preventDefault();
      event.stopPropagation();
      setIsOver(false);
      const entries = [...(event.dataTransfer?.items ?? [])].flatMap((item) => item.webkitGetAsEntry() ?? []);
      // Some browsers tell of files alone.
      if (entries.length === 0) take(chosenFiles(event.dataTransfer?.files ?? null), false);
      else void droppedFiles(entries).then(({ files, hasFolder }) => { take(files, hasFolder); });
    });
    return () => { listening.abort(); };
  }, [take]);
  return isOver ? <div className={css('drop')}>{texts.dropHere}</div> : null;
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') === true;
}
