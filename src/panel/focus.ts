/** Where the keyboard goes after something was done; nowhere else moves the focus by itself. */

/** The id of the first screen's large button. */
export const CHECK = 'phuluc-check';

/** After the next paint, when what is to have the focus stands there. */
function afterPaint(find: () => HTMLElement | null | undefined): void {
  requestAnimationFrame(() => {
    find()?.focus();
  });
}

/** The count that is pressed, else the title that says that nothing is left; where what was pressed is gone without either, the chosen tab. */
export function focusResult(): void {
  afterPaint(() => {
    const isLost = document.activeElement === document.body;
    const find = (selector: string): HTMLElement | null => document.querySelector<HTMLElement>(`main ${selector}`);
    return find('[aria-pressed=true]') ?? find('h2[tabindex]') ?? (isLost ? find('[role=tab][aria-selected=true]') : null);
  });
}

/** The head of an item. */
export function focusHead(id: string): void {
  afterPaint(() => headOf(id));
}

/** The head after an item's, else the pressed count. */
export function focusNextHead(id: string): void {
  afterPaint(() => {
    const heads = [...document.querySelectorAll<HTMLElement>('main [data-head]')];
    const own = headOf(id);
    return (own === undefined ? undefined : heads[heads.indexOf(own) + 1]) ?? document.querySelector<HTMLElement>('main [aria-pressed=true]');
  });
}

function headOf(id: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('main [data-head]')].find((head) => head.dataset['head'] === id);
}
