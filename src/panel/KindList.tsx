/** The list of one kind of items: tools over it, and what is said where it is empty. */
import { Button, Select } from '@fluentui/react-components';
import { useDeferredValue, useState, type ReactElement } from 'react';
import { certainOf } from '#app/session/certain';
import type { Listed, Unchecked } from '#app/session/state';
import type { Group, Severity } from '#core/rule';
import { Chip } from './Change';
import { copiedLines } from './copied-lines';
import { css } from './css';
import { EVERYTHING, matching, MOST_OPEN, sectionsOf, type Filter } from './grouping';
import { Icon, SeverityIcon } from './Icons';
import { ItemList } from './ItemList';
import { usePanel, useSession } from './panel-context';

interface KindProps {
  readonly kind: Severity;
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
  readonly openItem: string | null;
  readonly setOpenItem: (item: Listed | null) => void;
  readonly onBulk: (items: readonly Listed[]) => void;
}

export function KindList({ kind, filter, setFilter, openItem, setOpenItem, onBulk }: KindProps): ReactElement {
  const { items } = useSession();
  const { texts } = usePanel();
  const own = items.filter(({ severity }) => severity === kind);
  const shown = matching(own, useDeferredValue(filter));
  // One item alone opens by itself.
  const open = own.length === 1 ? (own[0]?.id ?? null) : openItem;
  if (own.length === 0) return <Empty kind={kind} />;
  const bulkOf = (some: readonly Listed[]): ReactElement => <BulkButton items={some} onBulk={onBulk} />;
  return (
    <>
      {kind === 'note' && <p className={css('pad', 'small', 'muted')}>{texts.notesHead}</p>}
      <Tools {...{ items: own, filter, setFilter, onBulk }} />
      <p className={css('sr')} role="status">{shown.length < own.length ? texts.matches(shown.length) : ''}</p>
      {shown.length === 0 ? (
        <div className={css('center')}>
          <p>{texts.noMatch(filter.text)}</p>
          <Button onClick={() => { setFilter(EVERYTHING); }}>{texts.clearSearch}</Button>
        </div>
      ) : <ItemList items={shown} kind={kind} openItem={open} setOpenItem={setOpenItem} bulkOf={bulkOf} />}
    </>
  );
}

/** Nothing certain: no button; one alone has its own. */
function BulkButton({ items, onBulk }: { readonly items: readonly Listed[]; readonly onBulk: KindProps['onBulk'] }): ReactElement | null {
  const { results } = useSession();
  const { texts } = usePanel();
  const certain = certainOf(items, results);
  if (certain.length < 2) return null;
  return <Button className={css('grow')} onClick={() => { onBulk(certain.map(({ item }) => item)); }}>{texts.bulk.open(certain.length)}</Button>;
}

function Empty({ kind }: { readonly kind: Severity }): ReactElement {
  const { counts, results, facts } = useSession();
  const { texts } = usePanel();
  if (kind !== 'error') return <p className={css('center', 'muted')}>{texts.noWarnings}</p>;
  const nothing = results.every(({ report }) => report.checked === 0);
  const [first] = facts;
  if (nothing && first !== undefined) return <p className={css('center')}>{texts.nothingToCheck(first.indicators)}</p>;
  const { what, todo } = counts.warning > 0 ? { what: texts.noErrors(counts.warning), todo: '' } : texts.clean;
  return (
    <div className={css('center')}>
      <SeverityIcon kind="ok" />
      <h2 className={css('h')} tabIndex={-1}>{what}</h2>
      {todo !== '' && <p>{todo}</p>}
    </div>
  );
}

function Tools({ items, filter, setFilter, onBulk }: Pick<KindProps, 'filter' | 'setFilter' | 'onBulk'> & { readonly items: readonly Listed[] }): ReactElement | null {
  const { texts, copy } = usePanel();
  const [searches, setSearches] = useState(false);
  const [copied, setCopied] = useState(0);
  const isShown = searches || items.length > MOST_OPEN || filter !== EVERYTHING;
  if (items.length === 1) return null;
  const close = (): void => {
    setFilter(EVERYTHING);
    setSearches(false);
  };
  return (
    <>
      <div className={css('tools')}>
        <BulkButton items={items} onBulk={onBulk} />
        <Button className={css('last')} appearance="subtle" icon={<Icon name="search" />} aria-label={texts.search} title={texts.search} aria-expanded={isShown} onClick={() => { if (isShown) close(); else setSearches(true); }} />
        <Button appearance="subtle" icon={<Icon name="copy" />} aria-label={texts.copy} title={texts.copy} onClick={() => { void copy(copiedLines(items)).then(() => { setCopied(items.length); }); }} />
      </div>
      {isShown && (
        <div className={css('tools')} onKeyDown={({ key }) => { if (key === 'Escape') close(); }} role="presentation">
          <input className={css('input')} type="search" aria-label={texts.search} placeholder={texts.searchPlaceholder} value={filter.text} onChange={({ target }) => { setFilter({ ...filter, text: target.value }); }} />
          <FilterChoice items={items} filter={filter} setFilter={setFilter} />
        </div>
      )}
      {copied > 0 && <p className={css('tools', 'small', 'muted')} role="status">{texts.copied(copied)}</p>}
    </>
  );
}

/** One choice for two: a kind of fault, or a section of the appendix. */
function FilterChoice({ items, filter, setFilter }: Pick<KindProps, 'filter' | 'setFilter'> & { readonly items: readonly Listed[] }): ReactElement {
  const { facts } = useSession();
  const { texts } = usePanel();
  const groups = [...new Set(items.flatMap(({ findings }) => findings.map(({ group }) => group)))];
  const sections = sectionsOf(items, facts, texts.otherSection);
  const value = filter.group === null ? filter.section === null ? '' : `section ${filter.section}` : `group ${filter.group}`;
  const choose = (chosen: string): void => {
    setFilter({ ...filter, group: groups.find((one) => chosen === `group ${one}`) ?? null, section: sections.find(({ key }) => chosen === `section ${key}`)?.key ?? null });
  };
  return (
    <Select className={css('filter')} aria-label={texts.filter} value={value} onChange={(_, { value: chosen }) => { choose(chosen); }}>
      <option value="">{texts.allKinds}</option>
      <optgroup label={texts.kindsOfFault}>
        {groups.map((group: Group) => <option key={group} value={`group ${group}`}>{texts.groups[group]}</option>)}
      </optgroup>
      {sections.length > 1 && (
        <optgroup label={texts.sections}>
          {sections.map(({ key, name }) => <option key={key} value={`section ${key}`}>{name}</option>)}
        </optgroup>
      )}
    </Select>
  );
}

export function UncheckedList(): ReactElement {
  const { unchecked } = useSession();
  const { texts } = usePanel();
  if (unchecked.length === 0) return <p className={css('center', 'muted')}>{texts.noWarnings}</p>;
  return (
    <>
      <p className={css('pad', 'small', 'muted')}>{texts.uncheckedHead}</p>
      <ul>
        {unchecked.map((one: Unchecked) => (
          <li key={`${one.sheet} ${one.rule} ${one.cell} ${one.why}`} className={css('item')}>
            <span className={css('row', 'atTop')}><SeverityIcon kind="unchecked" /><span>{one.why}</span></span>
            <Chip item={one} cell={one.cell} />
          </li>
        ))}
      </ul>
    </>
  );
}
