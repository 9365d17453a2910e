/** Before the workbook is sent: one verdict, what blocks it with the way to each cell, and what one should look at all the same. */
import { Button } from '@fluentui/react-components';
import { useRef, useState, type ReactElement } from 'react';
import type { Listed, SessionState } from '#app/session/state';
import { verdictOf, type Verdict } from '#app/session/submission';
import type { SubmissionFacts } from '#app/session/submission-facts';
import { Chip } from './Change';
import { css } from './css';
import { focusResult } from './focus';
import { nameOf, PAGE, templateName } from './grouping';
import { SeverityIcon } from './Icons';
import { Trouble } from './Message';
import { usePanel, useSession } from './panel-context';
import { Checking } from './Checking';
import { useRovingHeads } from './roving';
import type { Kind } from './kinds';
import type { PanelTexts } from '#words/panel-texts';
import type { Counted } from '#words/texts';

/** Shows a list of the tab Kiểm tra, with one of its items open. */
export type See = (kind: Kind, item: Listed | null) => void;

export function SubmitView({ onSee }: { readonly onSee: See }): ReactElement {
  const { phase, asked, submission } = useSession();
  const isRunning = phase === 'checking' && asked.purpose === 'submission';
  return (
    <>
      <Head isThere={!isRunning && submission !== null} />
      <Trouble />
      <div className={css('body')}>
        {isRunning ? <Checking /> : submission === null ? <Begin /> : <Outcome submission={submission} onSee={onSee} />}
      </div>
    </>
  );
}

function useSubmit(): () => void {
  const { session, greeted } = usePanel();
  return () => {
    greeted();
    void session.submit().then(focusResult);
  };
}

function Head({ isThere }: { readonly isThere: boolean }): ReactElement {
  const { checkedAt, facts } = useSession();
  const { texts, hour } = usePanel();
  const submit = useSubmit();
  const sheets = new Set(facts.map(({ sheet }) => sheet.id)).size;
  return (
    <div className={css('context')}>
      <div className={css('grow')}>
        <h1 className={css('title')}>{texts.submit.title}</h1>
        {isThere && <p className={css('sub')}>{[hour(checkedAt ?? 0), texts.submit.covers(facts.length, sheets)].join(' · ')}</p>}
      </div>
      {isThere && <Button size="small" onClick={submit}>{texts.checkAgain}</Button>}
    </div>
  );
}

/** Before the first check of its kind, or after one of another. */
function Begin(): ReactElement {
  const { phase } = useSession();
  const { texts } = usePanel();
  const submit = useSubmit();
  return (
    <div className={css('pad', 'stackL')}>
      <p>{texts.submit.intro}</p>
      <Button appearance="primary" className={css('big')} disabledFocusable={phase === 'opening' || phase === 'checking'} onClick={submit}>{texts.submit.start}</Button>
    </div>
  );
}

function Outcome({ submission, onSee }: { readonly submission: SubmissionFacts; readonly onSee: See }): ReactElement {
  const state = useSession();
  const { texts } = usePanel();
  const verdict = verdictOf(state);
  return (
    <>
      <VerdictLine verdict={verdict} />
      {state.facts.length > 0 && <Points verdict={verdict} submission={submission} onSee={onSee} />}
      {submission.left.length > 0 && <Point count={submission.left.length} icon="unchecked" what={texts.submit.left} sub={submission.left.map(({ name }) => name).join(', ')} />}
    </>
  );
}

function VerdictLine({ verdict }: { readonly verdict: Verdict }): ReactElement {
  const state = useSession();
  const { texts, hour } = usePanel();
  const { what, todo, icon } = saidOf(verdict, state, texts, hour);
  return (
    <div className={css('verdict')}>
      <SeverityIcon kind={icon} />
      <div>
        <h2 className={css('h')} tabIndex={-1}>{what}</h2>
        {todo !== '' && <p className={css('small', 'muted')}>{todo}</p>}
      </div>
    </div>
  );
}

/** The verdict in words; none is given of figures that changed since, or were not all read. */
function saidOf({ passes, errors, missing }: Verdict, { stopped, stale, checkedAt }: SessionState, texts: PanelTexts, hour: (milliseconds: number) => string): { readonly what: string; readonly todo: string; readonly icon: 'ok' | 'error' | 'unchecked' } {
  const { submit } = texts;
  if (stopped !== null) return { what: submit.undecided, todo: submit.stopped(stopped.done, stopped.all), icon: 'unchecked' };
  if (stale) return { what: submit.undecided, todo: texts.stale(hour(checkedAt ?? 0)), icon: 'unchecked' };
  if (passes === null) return { ...submit.none, icon: 'unchecked' };
  return passes ? { what: submit.passes, todo: submit.passesSub, icon: 'ok' } : { what: submit.fails(errors.length, missing.length), todo: '', icon: 'error' };
}

function Points({ verdict: { errors, missing, warnings }, submission: { functions }, onSee }: { readonly verdict: Verdict; readonly submission: SubmissionFacts; readonly onSee: See }): ReactElement {
  const { unchecked, facts } = useSession();
  const { texts } = usePanel();
  const { submit } = texts;
  const tables = facts.map((one) => `${one.sheet.name}: ${texts.matched(templateName(one) ?? '', one.template?.matched ?? 0, one.indicators)}`);
  return (
    <>
      <Point count={errors.length} icon="error" what={submit.errors} onSee={() => { onSee('error', null); }} />
      <Blocking items={errors} kind="error" onSee={onSee} />
      <Point count={missing.length} icon="error" what={submit.missing} sub={tables.join('; ')} />
      <Blocking items={missing} kind="warning" onSee={onSee} />
      <Point count={warnings.length} icon="warning" what={submit.warnings} sub={warnings.length > 0 ? submit.warningsSub : ''} onSee={() => { onSee('warning', null); }} />
      <Point count={unchecked.length} icon="unchecked" what={submit.unchecked} onSee={() => { onSee('unchecked', null); }} />
      <Point count={functions.length} icon="warning" what={submit.functions} sub={functions.length > 0 ? submit.functionsThere : submit.functionsNone} />
      {functions.length > 0 && <Cells cells={functions} />}
    </>
  );
}

/** Cells that are named one by one. */
const MOST_CELLS = 12;

function Cells({ cells }: { readonly cells: SubmissionFacts['functions'] }): ReactElement {
  const left = cells.length - MOST_CELLS;
  return (
    <p className={css('tools', 'row', 'wrap')}>
      {cells.slice(0, MOST_CELLS).map(({ sheet, cell }) => <Chip key={`${sheet} ${cell}`} item={{ sheet }} cell={cell} />)}
      {left > 0 && <span className={css('small', 'muted')}>+ {left}</span>}
    </p>
  );
}

interface PointProps {
  /** How many there are; none is well. */
  readonly count: number;
  readonly icon: 'error' | 'warning' | 'unchecked';
  readonly what: Counted;
  readonly sub?: string;
  /** Shows them. */
  readonly onSee?: () => void;
}

function Point({ count, icon, what, sub = '', onSee }: PointProps): ReactElement {
  const { texts: { submit } } = usePanel();
  return (
    <div className={css('point')}>
      <SeverityIcon kind={count > 0 ? icon : 'ok'} />
      <div>
        <h3 className={css('strong')}>{what(count)}</h3>
        {sub !== '' && <p className={css('small', 'muted', 'anywhere')}>{sub}</p>}
      </div>
      {onSee !== undefined && count > 0 && <Button size="small" aria-label={`${submit.see}: ${what(count)}`} onClick={onSee}>{submit.see}</Button>}
    </div>
  );
}

/** What has to be mended: its cell is one click away, and so is its card. */
function Blocking({ items, kind, onSee }: { readonly items: readonly Listed[]; readonly kind: Kind; readonly onSee: See }): ReactElement | null {
  const { texts } = usePanel();
  const [pages, setPages] = useState(1);
  const list = useRef<HTMLDivElement>(null);
  useRovingHeads(list);
  const left = items.length - pages * PAGE;
  return (
    <div ref={list}>
      {items.length > 0 && <ul className={css('nested')}>{items.slice(0, pages * PAGE).map((item) => <BlockingRow key={`${item.sheet} ${item.id}`} item={item} onOpen={() => { onSee(kind, item); }} />)}</ul>}
      {left > 0 && <Button appearance="subtle" onClick={() => { setPages(pages + 1); }}>{texts.more(Math.min(left, PAGE))}</Button>}
    </div>
  );
}

function BlockingRow({ item, onOpen }: { readonly item: Listed; readonly onOpen: () => void }): ReactElement {
  const { facts } = useSession();
  const sheets = new Map(facts.map(({ sheet }) => [sheet.id, sheet.name]));
  const name = sheets.size > 1 ? `${sheets.get(item.sheet) ?? ''} · ${nameOf(item)}` : nameOf(item);
  return (
    <li className={css('item')}>
      <button type="button" className={css('itemHead', 'plainHead')} data-head={`${item.sheet} ${item.id}`} onClick={onOpen}>
        <span>
          <span className={css('head', 'strong')}>{name}</span>
          <span className={css('line')}>{item.what}</span>
        </span>
      </button>
      <Chip item={item} cell={item.cell} />
    </li>
  );
}
