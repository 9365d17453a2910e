/** The items under their sections: one stop of the Tab key, walked by the arrow keys. */
import { Button } from '@fluentui/react-components';
import { useRef, useState, type ReactElement } from 'react';
import type { Listed } from '#app/session/state';
import type { Severity } from '#core/rule';
import { Card } from './Card';
import { flipped } from './choosing';
import { css } from './css';
import { MOST_OPEN, PAGE, repeatsIn, sectionsOf, type Repeat, type Section } from './grouping';
import { Icon, SeverityIcon } from './Icons';
import { usePanel, useSession } from './panel-context';
import { useRovingHeads } from './roving';

export interface ItemListProps {
  readonly items: readonly Listed[];
  readonly kind: Severity;
  readonly openItem: string | null;
  readonly setOpenItem: (item: Listed | null) => void;
  /** The button that corrects what is certain among items; null where nothing is. */
  readonly bulkOf: (items: readonly Listed[]) => ReactElement | null;
}

/** What every part of the list needs of the whole. */
interface Shared extends Pick<ItemListProps, 'kind' | 'openItem' | 'bulkOf'> {
  /** Where each item stands in the list, from 1. */
  readonly places: ReadonlyMap<Listed, number>;
  readonly toggle: (item: Listed) => void;
}

export function ItemList({ items, kind, openItem, setOpenItem, bulkOf }: ItemListProps): ReactElement {
  const { texts } = usePanel();
  const { facts } = useSession();
  const list = useRef<HTMLDivElement>(null);
  const { repeats, others } = repeatsIn(items);
  const sections = sectionsOf(others, facts, texts.otherSection);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const opensAll = items.length <= MOST_OPEN;
  const isOpen = ({ key }: Section, i: number): boolean => (opensAll || i === 0) !== toggled.has(key);
  useRovingHeads(list);
  const places = new Map([...repeats, ...sections].flatMap((part) => part.items).map((item, i) => [item, i + 1]));
  const shared: Shared = { kind, openItem, bulkOf, places, toggle: (item) => { setOpenItem(openItem === item.id ? null : item); } };
  return (
    <div ref={list}>
      {repeats.length > 0 && <Repeats repeats={repeats} shared={shared} />}
      {sections.map((section, i) => (
        <SectionPart key={section.key} section={section} shared={shared} isOpen={isOpen(section, i)} onToggle={() => { setToggled(flipped(toggled, section.key)); }} />
      ))}
    </div>
  );
}

function openIn(items: readonly Listed[]): number {
  return items.filter(({ agrees }) => !agrees).length;
}

function Repeats({ repeats, shared }: { readonly repeats: readonly Repeat[]; readonly shared: Shared }): ReactElement {
  const { texts } = usePanel();
  const open = openIn(repeats.flatMap(({ items }) => items));
  return (
    <>
      <h2 className={css('section', 'fixed')}>
        <span className={css('sectionName')}>{texts.repeats}</span>
        <span className={css('sectionCount')}>{texts.counted[shared.kind](open)}</span>
      </h2>
      <ul>
        {repeats.map((repeat) => <RepeatCard key={repeat.key} repeat={repeat} shared={shared} />)}
      </ul>
    </>
  );
}

/** Many alike in one card: what they have in common, and each of them once it is unfolded. */
function RepeatCard({ repeat, shared }: { readonly repeat: Repeat; readonly shared: Shared }): ReactElement {
  const { items } = repeat;
  const [unfolded, setUnfolded] = useState(false);
  const isOpen = unfolded || items.some(({ id }) => id === shared.openItem);
  return (
    <li className={css(isOpen ? 'repeatOpen' : '')}>
      <RepeatHead repeat={repeat} kind={shared.kind} isOpen={isOpen} onToggle={() => { setUnfolded(!isOpen); }} />
      {isOpen && <div className={css('tools', 'nestedTools')}>{shared.bulkOf(items)}</div>}
      {isOpen && <Cards items={items} shared={shared} nested />}
    </li>
  );
}

function RepeatHead({ repeat: { key, column, cause, items }, kind, isOpen, onToggle }: { readonly repeat: Repeat; readonly kind: Severity; readonly isOpen: boolean; readonly onToggle: () => void }): ReactElement {
  const { texts } = usePanel();
  const open = openIn(items);
  const agree = open === 0;
  return (
    <div className={css('item')}>
      <button type="button" className={css('itemHead')} aria-expanded={isOpen} data-head={key} onClick={onToggle}>
        <SeverityIcon kind={agree ? 'ok' : kind} />
        <span>
          <span className={css('head', 'strong')}>{texts.repeated(agree ? items.length : open, column, texts.causes[cause] ?? '')}</span>
          <span className={css('line')}>{agree ? texts.agrees : items[0]?.what}</span>
        </span>
      </button>
      <Icon name={isOpen ? 'up' : 'down'} />
    </div>
  );
}

interface SectionProps {
  readonly section: Section;
  readonly shared: Shared;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function SectionPart({ section: { key, name, items }, shared, isOpen, onToggle }: SectionProps): ReactElement {
  const { texts } = usePanel();
  return (
    <>
      <h2>
        <button type="button" className={css('section')} aria-expanded={isOpen} data-head={key} onClick={onToggle}>
          <Icon name={isOpen ? 'down' : 'right'} />
          <span className={css('sectionName')}>{name}</span>
          <span className={css('sectionCount')}>{texts.counted[shared.kind](openIn(items))}</span>
        </button>
      </h2>
      {isOpen && <Cards items={items} shared={shared} />}
    </>
  );
}

function Cards({ items, shared: { places, openItem, toggle }, nested = false }: { readonly items: readonly Listed[]; readonly shared: Shared; readonly nested?: boolean }): ReactElement {
  const { texts } = usePanel();
  const [pages, setPages] = useState(1);
  const left = items.length - pages * PAGE;
  return (
    <>
      <ul className={css(nested ? 'nested' : '')}>
        {items.slice(0, pages * PAGE).map((item) => (
          <Card key={item.id} item={item} place={places.get(item) ?? 0} all={places.size} isOpen={openItem === item.id} onToggle={() => { toggle(item); }} />
        ))}
      </ul>
      {left > 0 && <Button appearance="subtle" onClick={() => { setPages(pages + 1); }}>{texts.more(Math.min(left, PAGE))}</Button>}
    </>
  );
}
