/** Tells pages of the workbench apart that are open at the same time: each keeps its own files, and takes up those of pages that are gone. */

const KEY = 'phuluc.page';

export interface Owner {
  readonly owner: string;
  readonly isGone: (other: string) => boolean;
}

/** A page that is loaded again is the one that it was; a copy of a tab is another. */
export async function ownerOf(): Promise<Owner> {
  const known = remembered();
  const owner = known !== null && (await isHeld(known)) ? known : await fresh();
  remember(owner);
  const { held = [] } = await query();
  const alive = new Set(held.map(({ name }) => name));
  return { owner, isGone: (other) => !alive.has(nameOf(other)) };
}

async function fresh(): Promise<string> {
  const owner = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  await isHeld(owner);
  return owner;
}

/** Takes the name for as long as the page lives; false where another page has it. */
function isHeld(owner: string): Promise<boolean> {
  const locks = lockManager();
  if (locks === undefined) return Promise.resolve(true);
  return new Promise((resolve) => {
    locks.request(nameOf(owner), { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock === null ? Promise.resolve() : new Promise(() => null);
    }).catch(() => { resolve(true); });
  });
}

async function query(): Promise<LockManagerSnapshot> {
  return (await lockManager()?.query().catch(() => null)) ?? {};
}

/** Pages from a disk may have none. */
function lockManager(): LockManager | undefined {
  return (navigator as Partial<Navigator>).locks;
}

function nameOf(owner: string): string {
  return `phuluc ${owner}`;
}

function remembered(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    // A page that may keep nothing is a new one each time.
    return null;
  }
}

function remember(owner: string): void {
  try {
    sessionStorage.setItem(KEY, owner);
  } catch {
    // As above.
  }
}
