/** The page of the workbench: bar, files, grid and panel. */
import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Bar } from './Bar';
import { useBench } from './bench-context';
import { css } from './css';
import { Divider } from './Divider';
import { DropZone } from './DropZone';
import { FileTabs } from './FileTabs';
import { FolderList } from './FolderList';
import { Notices } from './Notices';
import { useRegions } from './use-regions';

const USUAL_WIDTH = 360;

/** @param onReady told once, when the places for panel and grid are there */
export function BenchView({ onReady }: { readonly onReady: (places: { readonly panel: HTMLElement; readonly grid: HTMLElement }) => void }): ReactElement {
  const { texts, language, grid: phase } = useBench();
  const panel = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(USUAL_WIDTH);
  const [side, setSide] = useState<'panel' | 'table'>('panel');
  useRegions();
  useEffect(() => {
    if (panel.current !== null && grid.current !== null) onReady({ panel: panel.current, grid: grid.current });
  }, [onReady]);
  return (
    <div className={css('bench')} lang={language} style={{ ['--panelWidth' as string]: `${width}px` }}>
      <div data-region="bar">
        <Bar />
        <FileTabs />
        <SideSwitch side={side} onSide={setSide} />
      </div>
      <Notices />
      <div className={css('body')} data-side={side}>
        <section className={css('left')} aria-label={texts.table} data-region="table">
          <div className={css('grids')} ref={grid} data-grid={phase} />
          <Waits />
          <FolderList />
          <Legend />
          <Divider width={width} onWidth={setWidth} label={texts.panelWidth} />
        </section>
        <div className={css('side')} ref={panel} data-region="panel" />
      </div>
      <DropZone />
    </div>
  );
}

/** Where there is no room for both, one is chosen. */
function SideSwitch({ side, onSide }: { readonly side: 'panel' | 'table'; readonly onSide: (side: 'panel' | 'table') => void }): ReactElement {
  const { texts } = useBench();
  return (
    <div className={css('switch')}>
      {(['panel', 'table'] as const).map((one) => <Button key={one} size="small" appearance={one === side ? 'primary' : 'secondary'} aria-pressed={one === side} onClick={() => { onSide(one); }}>{texts[one]}</Button>)}
    </div>
  );
}

function Waits(): ReactElement | null {
  const { texts, grid, retryGrid, state: { active } } = useBench();
  if (active === null) return <div className={css('waits')}><p><b>{texts.nothingOpen.what}</b>. {texts.nothingOpen.todo}</p></div>;
  if (grid === 'there') return null;
  if (grid === 'comes') return <div className={css('waits')}><p>{texts.gridComes}</p></div>;
  return <div className={css('waits')} role="alert"><p><b>{texts.gridFailed.what}</b>. {texts.gridFailed.todo} <Button onClick={retryGrid}>{texts.retry}</Button></p></div>;
}

function Legend(): ReactElement {
  const { texts: { legend } } = useBench();
  return (
    <div className={css('legend')}>
      {(['error', 'warning', 'related'] as const).map((look) => <span key={look} className={css('key')} data-look={look}><i aria-hidden="true" />{legend[look]}</span>)}
    </div>
  );
}
