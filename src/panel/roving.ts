/** A list that is one stop of the Tab key: its heads, marked `data-head`, are walked by the arrow keys. */
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

function headsIn(list: Element): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[data-head]')];
}

/** The way to the cell of a closed item, which is reached from its head; all of an open one is. */
function cellBeside(head: HTMLElement): HTMLElement | null {
  const beside = head.nextElementSibling;
  return beside instanceof HTMLButtonElement && head.getAttribute('aria-expanded') !== 'true' ? beside : null;
}

/** The Tab key stops at one head: the one that had the focus last, else the first; the arrow keys lead to the others. */
export function useRovingHeads(list: RefObject<HTMLDivElement>): void {
  const last = useRef<string | null>(null);
  const spread = (): void => {
    const heads = list.current === null ? [] : headsIn(list.current);
    const current = heads.find((head) => head.dataset['head'] === last.current) ?? heads[0];
    for (const head of heads) {
      const stop = head === current ? 0 : -1;
      head.tabIndex = stop;
      const cell = cellBeside(head);
      if (cell !== null) cell.tabIndex = stop;
    }
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
