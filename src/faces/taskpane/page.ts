/** What the page of the task pane offers: clock, clipboard, theme. */

/** "10:42", as Vietnamese writes it. */
export function hourOf(milliseconds: number): string {
  return new Date(milliseconds).toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit', hour12: false });
}

/** Where the web view keeps the clipboard from pages, through a hidden field. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way left in frames without permission
    document.execCommand('copy');
    field.remove();
  }
}

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
