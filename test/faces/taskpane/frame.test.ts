import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { panelEn } from '#words/panel-en';
import { panelVi } from '#words/panel-vi';

const page = readFileSync('src/faces/taskpane/taskpane.html', 'utf8');

test.each([panelVi, panelEn])('[V16] the frame of the page says what the panel says when it opens: $lang', ({ lang, tabs, intro, opening }) => {
  const [, frame = ''] = new RegExp(String.raw`<div class="frame" lang="${lang}">([\s\S]*?)</div>`).exec(page) ?? [];
  const said = [...frame.matchAll(/>([^<>]+)</g)].map(([, text = '']) => text.trim()).filter((text) => text !== '');
  expect(said).toEqual([tabs.check, tabs.complete, tabs.new, tabs.submission, intro, opening]);
});

test('[V16] the frame has nothing to press, and stands before Office’s library', () => {
  expect(/<(?:a|button|input|select)\b/.test(page)).toBe(false);
  expect(page.indexOf('class="frame"')).toBeLessThan(page.indexOf('office.js'));
});
