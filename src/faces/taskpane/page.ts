/** What the page of the task pane offers: theme, and what is kept. */

/** Office's own theme where it tells one, else that of the system. */
export function isDark(): boolean {
  const ground = (Office.context.officeTheme as Office.OfficeTheme | undefined)?.bodyBackgroundColor;
  return ground === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : isDarkColour(ground);
}

/** @param colour `#RRGGBB` */
export function isDarkColour(colour: string): boolean {
  const [, red = 'ff', green = 'ff', blue = 'ff'] = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})/i.exec(colour) ?? [];
  const [r, g, b] = [red, green, blue].map((part) => Number.parseInt(part, 16)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b < 128;
}

/** Kept by the browser for this user, whatever workbook is open. */
const GREETED = 'phuluc.greeted';

/** Whether this user was told what the panel is. */
export function isGreeted(): boolean {
  try {
    return localStorage.getItem(GREETED) !== null;
  } catch {
    // The web view keeps nothing for pages: they are greeted again.
    return false;
  }
}

export function keepGreeted(): void {
  try {
    localStorage.setItem(GREETED, '1');
  } catch {
    // As above: nothing is lost but a line of welcome shown twice.
  }
}
