/** What the page of the workbench offers: clock, clipboard, theme, and files handed to the user. */

/** "10:42", as Vietnamese writes it. */
export function hourOf(milliseconds: number): string {
  return new Date(milliseconds).toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit', hour12: false });
}

export function later(milliseconds: number, action: () => void): () => void {
  const timer = setTimeout(action, milliseconds);
  return () => { clearTimeout(timer); };
}

export function isDark(): boolean {
  return matchMedia('(prefers-color-scheme: dark)').matches;
}

/** Long enough for the slowest disk to have begun. */
const KEPT_FOR = 60_000;
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function download(name: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: WORKBOOK }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => { URL.revokeObjectURL(url); }, KEPT_FOR);
}

/** A page without permission for the clipboard copies through a hidden field. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way left in pages from a disk
    document.execCommand('copy');
    field.remove();
  }
}

/** What the browser keeps for this page; pages from a disk may be refused it. */
export function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // As above: a line of welcome is shown twice, or a language chosen twice.
  }
}

/** The browser asks, in its own words, before a page is left whose work is not saved. */
export function askBeforeLeaving(isDirty: () => boolean): void {
  addEventListener('beforeunload', (event) => {
    if (isDirty()) event.preventDefault();
  });
}

/** Pages from a disk need none, and browsers give them none. */
export function keepForOffline(): void {
  const isServed = location.protocol === 'https:' || location.protocol === 'http:';
  // Where it is refused, the page works as long as there is a network.
  if (isServed && 'serviceWorker' in navigator) navigator.serviceWorker.register('service-worker.js').catch(() => null);
}
