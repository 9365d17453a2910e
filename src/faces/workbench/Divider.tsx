/** Between grid and panel: dragged, or moved by the arrow keys. */
import type { ReactElement } from 'react';
import { css } from './css';

/** The panel holds from the narrowest of Excel's to twice that. */
const LEAST = 320;
const MOST = 500;
const STEP = 20;

interface DividerProps {
  readonly width: number;
  readonly onWidth: (width: number) => void;
  readonly label: string;
}

export function Divider({ width, onWidth, label }: DividerProps): ReactElement {
  const put = (wanted: number): void => { onWidth(Math.max(LEAST, Math.min(MOST, wanted))); };
  return (
    <button
      type="button" className={css('divider')} role="slider" aria-orientation="horizontal" aria-label={label} aria-valuemin={LEAST} aria-valuemax={MOST} aria-valuenow={width}
      onKeyDown={({ key }) => {
        if (key === 'ArrowLeft') put(width + STEP);
        if (key === 'ArrowRight') put(width - STEP);
      }}
      onPointerDown={({ currentTarget, pointerId }) => { currentTarget.setPointerCapture(pointerId); }}
      onPointerMove={({ currentTarget, pointerId, clientX }) => {
        if (currentTarget.hasPointerCapture(pointerId)) put(document.documentElement.clientWidth - clientX);
      }}
    />
  );
}
