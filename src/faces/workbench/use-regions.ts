/** F6 goes from bar to table to panel and round again, Shift+F6 back: in a grid, Tab means the next cell. */
import { useEffect } from 'react';

const FOCUSABLE = 'button:not([tabindex="-1"]), [contenteditable="true"], [tabindex="0"], input:not([type="file"]):not([tabindex="-1"]), select';

/** Where typing goes into a cell, and what was chosen last in the panel. */
const MARKED = '[data-u-comp="editor"], [aria-pressed="true"]';

function firstSeen(region: HTMLElement | undefined, selector: string): HTMLElement | undefined {
  return [...(region?.querySelectorAll<HTMLElement>(selector) ?? [])].find((one) => one.checkVisibility({ visibilityProperty: true }));
}

export function useRegions(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F6') return;
      event.preventDefault();
      event.stopPropagation();
      const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) => region.checkVisibility({ visibilityProperty: true }));
      const at = regions.findIndex((region) => region.contains(document.activeElement));
      const next = regions.at((at + (event.shiftKey ? -1 : 1)) % regions.length);
      (firstSeen(next, MARKED) ?? firstSeen(next, FOCUSABLE))?.focus();
    };
    // Before the grid, which takes every key that it knows.
    globalThis.addEventListener('keydown', onKey, { capture: true });
    return () => { globalThis.removeEventListener('keydown', onKey, { capture: true }); };
  }, []);
}
