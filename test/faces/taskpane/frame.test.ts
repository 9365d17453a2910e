import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { panelEn } from '#words/panel-en';
import { panelVi } from '#words/panel-vi';

const page = readFileSync('src/faces/taskpane/taskpane.html', 'utf8');
const frames = page.split('<div class="frame"').slice(1);

test.each([panelVi, panelEn])('[V16][V20] the frame of the page says what the panel says when it opens, and when its button is pressed: $lang', ({ lang, tabs, intro, opening, early, check, checking, notChecked }) => {
  const frame = frames.find((one) => one.startsWith(` lang="${lang}"`))?.split('<!--')[0] ?? '';
  const said = [...frame.matchAll(/>([^<>]+)</g)].map(([, text = '']) => text.trim()).filter((text) => text !== '');
  expect(said).toEqual([tabs.check, tabs.complete, tabs.new, tabs.submission, intro, opening, check, notChecked]);
  expect([...frame.matchAll(/data-heard="([^"]+)"/g)].map(([, text]) => text)).toEqual([early, checking]);
});

test('[V16][V20] the frame has one button and nothing else to press, and stands before Office’s library', () => {
  for (const frame of frames) expect(frame.match(/<(?:a|button|input|select)\b/g)).toEqual(['<button']);
  expect(frames).toHaveLength(2);
  expect(page.indexOf('class="frame"')).toBeLessThan(page.indexOf('office.js'));
});
