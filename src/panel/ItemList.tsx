/** The items under their sections: one stop of the Tab key, walked by the arrow keys. */
import { Button } from '@fluentui/react-components';
import { useEffect, useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import type { Listed } from '#app/session/state';
import type { Severity } from '#core/rule';
import { Card } from './Card';
import { css } from './css';
import { MOST_OPEN, PAGE, sectionsOf, type Section } from './grouping';
import { Icon } from './Icons';
import { usePanel, useSession } from './panel-context';

export function ItemList({ items, kind, openItem, setOpenItem }: { readonly items: readonly Listed[]; readonly kind: Severity; readonly openItem: string | null; readonly setOpenItem: (id: string | null) => void }): ReactElement {
  const { session, texts } = usePanel();
  const { facts } = useSession();
  const list = useRef<HTMLDivElement>(null);
  const sections = sectionsOf(items, facts, texts.otherSection);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const opensAll = items.length <= MOST_OPEN;
  const isOpen = ({ key }: Section, i: number): boolean => (opensAll || i === 0) !== toggled.has(key);
  useRovingHeads(list);
  const toggle = (item: Listed): void => {
    const opens = openItem !== item.id;
    setOpenItem(opens ? item.id : null);
    if (opens) void session.goTo(item.sheet, item.cell);
  };
  return (
    <div ref={list}>
      {sections.map((section, i) => (
        <SectionPart key={section.key} {...{ section, kind, openItem, toggle }} all={items.length} isOpen={isOpen(section, i)} onToggle={() => { setToggled(flipped(toggled, section.key)); }} />
      ))}
    </div>
  );
}

function flipped(keys: ReadonlySet<string>, key: string): Set<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}

interface SectionProps {
  readonly section: Section;
  readonly kind: Severity;
  readonly all: number;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly openItem: string | null;
  readonly toggle: (item: Listed) => void;
}

function SectionPart({ section: { key, name, items, from }, kind, all, isOpen, onToggle, openItem, toggle }: SectionProps): ReactElement {
  const { texts } = usePanel();
  const [pages, setPages] = useState(1);
  const left = items.length - pages * PAGE;
  const open = items.filter(({ agrees }) => !agrees).length;
  return (
    <>
      <h2>
        <button type="button" className={css('section')} aria-expanded={isOpen} data-head={key} onClick={onToggle}>
          <Icon name={isOpen ? 'down' : 'right'} />
          <span className={css('sectionName')}>{name}</span>
          <span className={css('sectionCount')}>{texts.counted[kind](open)}</span>
        </button>
      </h2>
      {isOpen && (
        <ul>
          {items.slice(0, pages * PAGE).map((item, i) => (
            <Card key={item.id} item={item} place={from + i + 1} all={all} isOpen={openItem === item.id} onToggle={() => { toggle(item); }} />
          ))}
        </ul>
      )}
      {isOpen && left > 0 && <Button appearance="subtle" onClick={() => { setPages(pages + 1); }}>{texts.more(Math.min(left, PAGE))}</Button>}
    </>
  );
}

function headsIn(list: Element): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[data-head]')];
}

/** The Tab key stops at one head: the one that had the focus last, else the first; the arrow keys lead to the others. */
function useRovingHeads(list: React.RefObject<HTMLDivElement>): void {
  const last = useRef<string | null>(null);
  const spread = (): void => {
    const heads = list.current === null ? [] : headsIn(list.current);
    const current = heads.find((head) => head.dataset['head'] === last.current) ?? heads[0];
    for (const head of heads) head.tabIndex = head === current ? 0 : -1;
  };
  useLayoutEffect(spread);
  useEffect(() => {
    const element = list.current;
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement) || target.dataset['head'] === undefined) return;
      last.current = target.dataset['head'];
      spread();
    };
    element?.addEventListener('focusin', onFocus);
    element?.addEventListener('keydown', walk);
    return () => {
      element?.removeEventListener('focusin', onFocus);
      element?.removeEventListener('keydown', walk);
    };
  });
}

/** Up and down, Home and End between heads; right opens, left closes. */
function walk(event: KeyboardEvent): void {
  const { target, currentTarget, key } = event;
  if (!(target instanceof HTMLElement) || !(currentTarget instanceof Element) || target.dataset['head'] === undefined) return;
  const next = nextHead(headsIn(currentTarget), target, key);
  if (next !== null) next.focus();
  else if (key === (target.getAttribute('aria-expanded') === 'true' ? 'ArrowLeft' : 'ArrowRight')) target.click();
  else return;
  event.preventDefault();
}

/** Where a key leads; null for a key that leads nowhere. */
function nextHead(heads: readonly HTMLElement[], from: HTMLElement, key: string): HTMLElement | null {
  const at = heads.indexOf(from);
  const targets: Readonly<Record<string, HTMLElement | undefined>> = { ArrowDown: heads[at + 1], ArrowUp: heads[at - 1], Home: heads[0], End: heads.at(-1) };
  return key in targets ? (targets[key] ?? from) : null;
}
