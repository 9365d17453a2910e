import { expect, test } from '@jest/globals';
import { Errands } from '#app/errands';

test('[E2] errands › wait for the panel, are done once, and then at once', () => {
  const errands = new Errands();
  const done: string[] = [];
  errands.ask('check');
  errands.ask('check');
  expect(done).toEqual([]);
  errands.serve({ check: () => Promise.resolve(void done.push('check')), submit: () => Promise.resolve(void done.push('submit')), complete: () => Promise.resolve(void done.push('complete')), newForm: () => Promise.resolve(void done.push('newForm')) });
  expect(done).toEqual(['check']);
  errands.ask('check');
  expect(done).toEqual(['check', 'check']);
});

test('[E2] errands › wait again once the panel is gone', () => {
  const errands = new Errands();
  const done: string[] = [];
  errands.serve({ check: () => Promise.resolve(void done.push('first')), submit: () => Promise.resolve(void done.push('submit')), complete: () => Promise.resolve(void done.push('complete')), newForm: () => Promise.resolve(void done.push('newForm')) });
  errands.leave();
  errands.ask('check');
  expect(done).toEqual([]);
  errands.serve({ check: () => Promise.resolve(void done.push('second')), submit: () => Promise.resolve(void done.push('submit')), complete: () => Promise.resolve(void done.push('complete')), newForm: () => Promise.resolve(void done.push('newForm')) });
  expect(done).toEqual(['second']);
});
