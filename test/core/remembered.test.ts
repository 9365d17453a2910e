import { expect, test } from '@jest/globals';
import { remembered } from '#core/remembered';

test('remembered › works once a text, null and undefined included', () => {
  const asked: string[] = [];
  const work = remembered(10, (text) => {
    asked.push(text);
    return text === 'a' ? null : undefined;
  });
  expect([work('a'), work('a'), work('b'), work('b')]).toEqual([null, null, undefined, undefined]);
  expect(asked).toEqual(['a', 'b']);
});

test('remembered › forgets all when it is full, and goes on', () => {
  let worked = 0;
  const work = remembered(2, (text) => {
    worked += 1;
    return text;
  });
  for (const text of ['a', 'b', 'c', 'c', 'a']) expect(work(text)).toBe(text);
  expect(worked).toBe(4);
});
