/** What is shown where a part of the panel fails: a sentence and a way on, never a blank pane. */
import { Button } from '@fluentui/react-components';
import { Component, type ReactElement, type ReactNode } from 'react';
import { Message } from './Message';
import { usePanel } from './panel-context';

interface BoundaryProps {
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly failed: boolean;
}

export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override readonly state: BoundaryState = { failed: false };

  static getDerivedStateFromError(): BoundaryState {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Broken /> : this.props.children;
  }
}

function Broken(): ReactElement {
  const { texts, restart } = usePanel();
  return (
    <Message {...texts.broken} tone="error">
      <Button size="small" onClick={restart}>{texts.retry}</Button>
    </Message>
  );
}
