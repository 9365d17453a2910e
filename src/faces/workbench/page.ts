/** What the page of the workbench offers: theme, what is kept, and files handed to the user. */

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
