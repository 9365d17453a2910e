/** The head of a view that one comes back from: its button has the focus at first. */
import { Button } from '@fluentui/react-components';
import { useEffect, useRef, type ReactElement } from 'react';
import { css } from './css';
import { Icon } from './Icons';
import { usePanel } from './panel-context';

export interface BackHeadProps {
  readonly title: string;
  /** A second line. */
  readonly sub?: string;
  readonly onBack: () => void;
}

export function BackHead({ title, sub, onBack }: BackHeadProps): ReactElement {
  const { texts } = usePanel();
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => {
    head.current?.querySelector('button')?.focus();
  }, []);
  return (
    <div ref={head} className={css('context')}>
      <Button appearance="subtle" size="small" icon={<Icon name="back" />} aria-label={texts.back} onClick={onBack} />
      <div className={css('grow')}>
        <h1 className={css('title')}>{title}</h1>
        {sub !== undefined && <p className={css('sub', 'whole')}>{sub}</p>}
      </div>
    </div>
  );
}
