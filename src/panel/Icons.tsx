/** Icons: severity by its own shape, so that it is seen without colour; the rest as plain strokes. */
import type { ReactElement, ReactNode } from 'react';
import type { Severity } from '#core/rule';
import { css } from './css';

const ground = 'var(--colorNeutralBackground1)';

function icon(inside: ReactNode, className?: string): ReactElement {
  return (
    <svg className={className} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round">
      {inside}
    </svg>
  );
}

const SHAPES: Readonly<Record<Severity | 'unchecked' | 'ok', ReactNode>> = {
  error: <><circle cx="8" cy="8" r="7" fill="currentColor" stroke="none" /><path d="M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8" stroke={ground} /></>,
  warning: <><path d="M8 1.6 15 14H1z" fill="currentColor" strokeWidth="1.2" /><path d="M8 6v4" stroke={ground} /><circle cx="8" cy="12" r=".9" fill={ground} stroke="none" /></>,
  note: <><rect x="1.75" y="1.75" width="12.5" height="12.5" rx="2" /><path d="M8 7.2v4" /><circle cx="8" cy="4.8" r=".9" fill="currentColor" stroke="none" /></>,
  unchecked: <><circle cx="8" cy="8" r="6.25" strokeDasharray="2.4 2.2" /><path d="M6.3 6.4a1.7 1.7 0 1 1 2.4 1.6c-.5.2-.7.5-.7 1" /><circle cx="8" cy="11.3" r=".8" fill="currentColor" stroke="none" /></>,
  ok: <><circle cx="8" cy="8" r="7" fill="currentColor" stroke="none" /><path d="M4.8 8.2l2.2 2.2 4.2-4.6" stroke={ground} /></>,
};

export function SeverityIcon({ kind }: { readonly kind: Severity | 'unchecked' | 'ok' }): ReactElement {
  return icon(SHAPES[kind], css(kind));
}

const PATHS = {
  down: 'M3.5 6 8 10.5 12.5 6',
  right: 'M6 3.5 10.5 8 6 12.5',
  up: 'M3.5 10 8 5.5 12.5 10',
  back: 'M9.5 3.5 5 8l4.5 4.5M5 8h8',
  close: 'M4 4l8 8M12 4l-8 8',
  search: 'M10.2 10.2l3.3 3.3M7 2.8a4.2 4.2 0 1 1 0 8.4 4.2 4.2 0 0 1 0-8.4',
  copy: 'M5.5 6.7a1.2 1.2 0 0 1 1.2-1.2h5.6a1.2 1.2 0 0 1 1.2 1.2v6.1a1.2 1.2 0 0 1-1.2 1.2H6.7a1.2 1.2 0 0 1-1.2-1.2zM10.5 3v-.2a1 1 0 0 0-.9-.8H3.4a1 1 0 0 0-1 1v6.8a1 1 0 0 0 .9 1',
  settings: 'M2 4.5h6M11.5 4.5H14M2 11.5h2.5M8 11.5h6M9.75 2.75a1.75 1.75 0 1 1 0 3.5 1.75 1.75 0 0 1 0-3.5M6.25 9.75a1.75 1.75 0 1 1 0 3.5 1.75 1.75 0 0 1 0-3.5',
} as const;

export function Icon({ name }: { readonly name: keyof typeof PATHS }): ReactElement {
  return icon(<path d={PATHS[name]} />);
}
