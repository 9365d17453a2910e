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
  errands.serve({ check: () => Promise.resolve(void told.push('check')), submit: () => Promise.resolve(void told.push('submit')), complete: () => Promise.resolve(void told.push('complete')), newForm: () => Promise.resolve(void told.push('newForm')) });
  return commandsOf({ errands, alone: (errand) => Promise.resolve(void told.push(`alone ${errand}`)), help: 'https://site/help.html' });
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

test('[E2] commands › without a page in common it is done alone, and the help says how to open the panel', async () => {
  office(false);
  await page().check(event);
  await page().submit(event);
  expect(told).toEqual(['alone check', 'completed', 'alone submit', 'completed']);
  told.length = 0;
  await page().openPanel(event);
  expect(told).toEqual(['dialog https://site/help.html#ribbon', 'completed']);
});

test('[E2] commands › filling in opens the panel on its tab; without it nothing is written, and the help says how to open it', async () => {
  office(true);
  await page().complete(event);
  expect(told).toEqual(['panel', 'complete', 'completed']);
  told.length = 0;
  office(false);
  await page().complete(event);
  expect(told).toEqual(['dialog https://site/help.html#ribbon', 'completed']);
});

test('[E2] commands › where Excel refuses the panel it is done alone, and Excel is told all the same', async () => {
  office(true, true);
  await page().check(event);
  expect(told).toEqual(['alone check', 'completed']);
});

test('[E2] commands › whatever fails, Excel is told that the command has ended', async () => {
  office(false);
  const failing = commandsOf({ errands: new Errands(), alone: () => Promise.reject(new Error('lost')), help: '' });
  await expect(failing.submit(event)).rejects.toThrow('lost');
  expect(told).toEqual(['completed']);
});

test('[E2] commands › every name that a manifest may use is there', () => {
  expect(Object.keys(page()).toSorted()).toEqual([...COMMANDS].toSorted());
});

test('[E2] commands › a new form is asked for in the panel', async () => {
  office(true);
  await page().newForm(event);
  expect(told).toEqual(['panel', 'newForm', 'completed']);
});
