/** Before the first check: what the panel does, what it sees, and one large button. */
import { Button, Checkbox, Spinner } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { TableFacts } from '#app/session/tables';
import { css } from './css';
import { templateName } from './grouping';
import { SeverityIcon } from './Icons';
import { Message, TroubleMessage } from './Message';
import { usePanel, useSession } from './panel-context';

export function Start(): ReactElement {
  const { phase, facts, sheets, settings, trouble } = useSession();
  const { session, texts } = usePanel();
  const [first] = facts;
  return (
    <div className={css('body')}>
      <TroubleMessage />
      <div className={css('pad', 'stackL')}>
        <Intro />
        {phase === 'opening' ? trouble === null && <Spinner size="small" label={texts.checking} /> : (
          <>
            {first === undefined ? <NoTable sheet={sheets[0]?.name ?? ''} /> : <Found facts={facts} first={first} />}
            {first !== undefined && <Button appearance="primary" className={css('big')} onClick={() => { void session.check(); }}>{texts.check}</Button>}
            {first !== undefined && (
              <div>
                <Checkbox label={texts.marks} checked={settings.marks} onChange={(_, { checked }) => { void session.choose({ marks: checked === true }); }} />
                <Checkbox label={texts.live} checked={settings.live} onChange={(_, { checked }) => { void session.choose({ live: checked === true }); }} />
              </div>
            )}
            <TryIt />
          </>
        )}
      </div>
    </div>
  );
}

function Intro(): ReactElement {
  const { texts } = usePanel();
  return (
    <div className={css('box', 'stackS')}>
      <h1 className={css('h')}>Phụ lục</h1>
      <p>{texts.intro}</p>
      <ul className={css('stackS')}>
        {texts.promises.map((promise) => <li key={promise} className={css('row')}><SeverityIcon kind="ok" /><span>{promise}</span></li>)}
      </ul>
    </div>
  );
}

function Found({ facts, first }: { readonly facts: readonly TableFacts[]; readonly first: TableFacts }): ReactElement {
  const { texts } = usePanel();
  const sheets = new Set(facts.map(({ sheet }) => sheet.id)).size;
  return (
    <div className={css('stackS')}>
      {facts.length > 1 && <Message tone="note" {...texts.several(facts.length, sheets)} />}
      <dl className={css('facts')}>
        <dt>{texts.facts.sheet}</dt>
        <dd>{first.sheet.name}</dd>
        <dt>{texts.facts.table}</dt>
        <dd><span className={css('num')}>{first.range}</span> · {texts.indicators(first.indicators)}</dd>
        <dt>{texts.facts.template}</dt>
        <dd>{templateOf(first, texts)}</dd>
        {first.year !== null && <><dt>{texts.facts.year}</dt><dd>{first.year}</dd></>}
      </dl>
      {first.template === null && <Message tone="note" {...texts.unknown} />}
    </div>
  );
}

/** "LMHTXVN 2020, khớp 78/80 chỉ tiêu" */
function templateOf(facts: TableFacts, { matched, noTemplate }: ReturnType<typeof usePanel>['texts']): string {
  const name = templateName(facts);
  return name === null ? noTemplate : matched(name, facts.template?.matched ?? 0, facts.indicators);
}

function NoTable({ sheet }: { readonly sheet: string }): ReactElement {
  const { texts, session } = usePanel();
  return (
    <Message tone="warning" {...texts.noTable(sheet)}>
      <Button onClick={() => { void session.look(); }}>{texts.checkAgain}</Button>
    </Message>
  );
}

function TryIt(): ReactElement | null {
  const { texts, tryIt } = usePanel();
  if (tryIt === null) return null;
  return <p style={{ textAlign: 'center' }}><Button appearance="subtle" onClick={() => { void tryIt(); }}>{texts.tryIt}</Button></p>;
}
