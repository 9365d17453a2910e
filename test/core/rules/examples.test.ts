import { describe, expect, test } from '@jest/globals';
import { rules, word, type AnyRule, type Fault } from '#core/rules/all';
import type { Rule } from '#core/rule';
import { expectBroken, findings } from '#test/draw/rule-harness';
import { en } from '#words/en';
import { vi } from '#words/vi';

/** A rule of any facts; the tests only hand its own facts back to it. */
const any = (rule: AnyRule): Rule<string, unknown> => rule as unknown as Rule<string, unknown>;

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test('[R0] its own examples are true: what holds gives no finding', () => {
    expect(rule.examples.holds.length).toBeGreaterThan(0);
    for (const text of rule.examples.holds) expect(findings(any(rule), text)).toEqual([]);
  });

  test('[R0] its own examples are true: what breaks names the bound figures', () => {
    expect(rule.examples.breaks.length).toBeGreaterThan(0);
    for (const text of rule.examples.breaks) expectBroken(any(rule), text);
  });

  test('[W1] says what, why and what to do in both languages, in whole sentences', () => {
    for (const text of rule.examples.breaks) {
      for (const { facts } of findings(any(rule), text)) {
        for (const { words } of [vi, en]) {
          for (const sentence of Object.values(word({ rule: rule.id, facts } as Fault, words))) expect(sentence).toMatch(/^\p{Lu}.*[.)]$/u);
          expect(JSON.stringify(word({ rule: rule.id, facts } as Fault, words))).not.toMatch(/undefined|null|NaN|\[object/);
        }
      }
    }
  });
});

test('[W1] every rule has an English sentence of its own', () => {
  expect(Object.keys(en.words.rules).toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
});
