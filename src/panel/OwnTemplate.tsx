/** A template of one's own: learnt from the table before the reader or taken from a file, looked at, and kept in the workbook. Spec: docs/spec.md, V17. */
import { Button, Checkbox } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { NO_LEARNING, type Learnt } from '#app/session/own-layout';
import { cutText } from '#core/cut-text';
import { ChooseFile } from './ChooseFile';
import { flipped, tickOf } from './choosing';
import { ColumnKinds } from './ColumnKinds';
import { css } from './css';
import { useLearnTexts } from './learn-texts';
import { Message } from './Message';
import { usePanel, useSession } from './panel-context';
import { relationLines, sizeOf } from '#words/learned-relations';

/** Of a technical reason: it may quote whatever a file holds. */
const LONGEST_FAULT = 200;

/** Beside a table of no known layout: learning it, and what is wrong with the template that the workbook has. */
export function LearnHere({ isUnknown }: { readonly isUnknown: boolean }): ReactElement {
  const words = useLearnTexts();
  return <div className={css('stackS')}>{isUnknown && <Message tone="note" {...words.unknown} />}<ColumnKinds /><Faults /><Learn /></div>;
}

/** Among the settings: also from a file, and out of the workbook again. */
export function OwnTemplate(): ReactElement {
  const { own, learning: { learnt } } = useSession();
  const { session, texts } = usePanel();
  const words = useLearnTexts();
  return (
    <div className={css('stackS')}>
      <ColumnKinds />
      <Faults />
      {own.name !== null && <p role="status" className={css('anywhere')}>{words.own(own.name[texts.lang])}</p>}
      {own.text !== null && <Button size="small" onClick={() => { void session.template('settings', (one) => one.remove()); }}>{words.remove}</Button>}
      <Learn />
      {learnt === null && <FileButton />}
    </div>
  );
}

/** What cannot be read or learnt. */
function Faults(): ReactElement {
  const { own, learning: { notLearnt, refused } } = useSession();
  const words = useLearnTexts();
  return (
    <>
      {own.fault !== null && <Message tone="warning" {...words.refused(cutText(own.fault, LONGEST_FAULT))} />}
      {notLearnt !== null && <Message tone="warning" {...words.notLearnt[notLearnt]} />}
      {refused !== null && <Message tone="warning" {...words.badFile(refused.file, cutText(refused.fault, LONGEST_FAULT))} />}
    </>
  );
}

/** The button, or in its place what was understood. */
function Learn(): ReactElement {
  const { learning: { learnt } } = useSession();
  const { session } = usePanel();
  const words = useLearnTexts();
  const place = useRef<HTMLDivElement>(null);
  const had = useRef(false);
  useEffect(() => {
    // Where the box was closed, the keyboard goes back to what opened it.
    if (learnt === null && had.current) place.current?.querySelector('button')?.focus();
    had.current = learnt !== null;
  }, [learnt]);
  // Nobody is asked again about a table that was left.
  useEffect(() => () => {
    if (session.state().learning !== NO_LEARNING) void session.template('check', (one) => one.forget());
  }, [session]);
  if (learnt !== null) return <Understood learnt={learnt} onCancel={() => { void session.template('check', (one) => one.forget()); }} />;
  return <div ref={place}><Button size="small" onClick={() => { void session.template('check', (one) => one.learn()); }}>{words.learn}</Button></div>;
}

function Understood({ learnt, onCancel }: { readonly learnt: Learnt; readonly onCancel: () => void }): ReactElement {
  const { session } = usePanel();
  const words = useLearnTexts();
  const box = useRef<HTMLElement>(null);
  useEffect(() => { box.current?.focus(); }, []);
  const { sheet, range, template, known, knownAs } = learnt;
  const relations = relationLines(template, words.relation);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  return (
    <section ref={box} tabIndex={-1} aria-labelledby="phuluc-learnt" className={css('box', 'stackS', 'anywhere')}>
      <h2 id="phuluc-learnt" className={css('strong')}>{words.understood(sheet, range)}</h2>
      <p>{words.size(sizeOf(template))}</p>
      {known > 0 && <p>{words.known(known, knownAs)}</p>}
      {relations.length === 0 && known === 0 && <p>{words.nothingInferred}</p>}
      {relations.length > 0 && <Relations relations={relations} left={left} onLeave={setLeft} />}
      <p className={css('small', 'muted')}>{words.keepHint}</p>
      <div className={css('row', 'wrap')}>
        <Button appearance="primary" onClick={() => { void session.template('settings', (one) => one.keep(left)); }}>{words.keep}</Button>
        <Button onClick={onCancel}>{words.cancel}</Button>
      </div>
    </section>
  );
}

interface RelationsProps {
  readonly relations: ReturnType<typeof relationLines>;
  /** Keys of those that are not wanted. */
  readonly left: ReadonlySet<string>;
  readonly onLeave: (left: ReadonlySet<string>) => void;
}

/** What was inferred, for the reader to confirm: each with a tick. */
function Relations({ relations, left, onLeave }: RelationsProps): ReactElement {
  const words = useLearnTexts();
  const chosen = relations.length - left.size;
  return (
    <div role="group" aria-labelledby="phuluc-inferred" className={css('stackS')}>
      <p id="phuluc-inferred">{words.inferred(relations.length)}</p>
      <p>{words.choose}</p>
      <div className={css('row', 'wrap')}>
        <Checkbox label={<b className={css('strong')}>{words.chooseAll}</b>} checked={tickOf(chosen, relations.length)} onChange={(_, { checked }) => { onLeave(new Set(checked === true ? [] : relations.map(({ key }) => key))); }} />
        <span className={css('sectionCount')} role="status">{words.chosen(chosen, relations.length)}</span>
      </div>
      <ul className={css('small')}>
        {relations.map(({ key, line }) => <li key={key}><Checkbox label={line} checked={!left.has(key)} onChange={() => { onLeave(flipped(left, key)); }} /></li>)}
      </ul>
    </div>
  );
}

function FileButton(): ReactElement {
  const { session } = usePanel();
  const words = useLearnTexts();
  return <div><ChooseFile name={words.fromFile} accept=".json,application/json" onFile={(file) => { void session.template('settings', (one) => one.take(file)); }} /></div>;
}
