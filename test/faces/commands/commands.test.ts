import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { Errands } from '#app/errands';
import { commandsOf } from '#faces/commands/commands';
import { COMMANDS } from '#faces/commands/names';

const told: string[] = [];
const realm = globalThis as { Office?: unknown };
const before = realm.Office;

function office(shares: boolean, refuses = false): void {
  realm.Office = {
    context: {
      requirements: { isSetSupported: () => shares },
      ui: { displayDialogAsync: (url: string) => void told.push(`dialog ${url}`) },
    },
    addin: { showAsTaskpane: () => (refuses ? Promise.reject(new Error('refused')) : Promise.resolve(void told.push('panel'))) },
  };
}

function page(): ReturnType<typeof commandsOf> {
  const errands = new Errands();
  errands.serve({ check: () => Promise.resolve(void told.push('check')) });
  return commandsOf({ errands, help: 'https://site/help.html' });
}

const event = { completed: () => void told.push('completed') };

beforeEach(() => { told.length = 0; });

afterAll(() => { realm.Office = before; });

test('[E2] commands › the panel is opened, then the check asked for, then Excel told', async () => {
  office(true);
  await page().check(event);
  expect(told).toEqual(['panel', 'check', 'completed']);
});

test('[E2] commands › opening the panel checks nothing; a shortcut has no event', async () => {
  office(true);
  await page().openPanel();
  expect(told).toEqual(['panel']);
});

test('[E2] commands › without a page in common the help says what to do instead', async () => {
  office(false);
  await page().check(event);
  expect(told).toEqual(['dialog https://site/help.html#ribbon', 'completed']);
});

test('[E2] commands › where Excel refuses the panel nothing is checked, and Excel is told all the same', async () => {
  office(true, true);
  await expect(page().check(event)).rejects.toThrow('refused');
  expect(told).toEqual(['completed']);
});

test('[E2] commands › every name that a manifest may use is there', () => {
  expect(Object.keys(page()).toSorted()).toEqual([...COMMANDS].toSorted());
});
