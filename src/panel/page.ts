/** What any page offers the panel: clock and clipboard. */

/** "10:42", as Vietnamese writes it. */
export function hourOf(milliseconds: number): string {
  return new Date(milliseconds).toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit', hour12: false });
}

/** Where the clipboard is kept from pages, in web views and pages from a disk, through a hidden field. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way left in pages without permission
    document.execCommand('copy');
    field.remove();
  }
}
