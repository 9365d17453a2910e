/** Files dropped anywhere on the page. */
import { useEffect, useState, type ReactElement } from 'react';
import { useBench } from './bench-context';
import { css } from './css';

export function DropZone(): ReactElement | null {
  const { bench, texts } = useBench();
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
      void bench.open([...(event.dataTransfer?.files ?? [])].map((one) => ({ name: one.name, bytes: () => one.arrayBuffer().then((buffer) => new Uint8Array(buffer)) })));
    });
    return () => { listening.abort(); };
  }, [bench]);
  return isOver ? <div className={css('drop')}>{texts.dropHere}</div> : null;
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') === true;
}
