/** What every language owes: the same keys, whole sentences, no gap left unfilled. */
import { describe, expect, test } from '@jest/globals';
import type { Texts } from '#words/texts';
import { en } from '#words/en';
import { vi } from '#words/vi';

describe.each([['vi', vi], ['en', en]])('%s', (_, texts) => {
  test('[W1] every reason why a file cannot be read has a sentence and a next step, and names the file', () => {
    for (const [reason, notice] of Object.entries(texts.unreadable)) {
      const { what, todo } = notice('báo cáo.xlsx');
      expect(`${reason}: ${what}`).toContain('báo cáo.xlsx');
      expect(what).toMatch(/\.$/);
      expect(todo).toMatch(/^\p{Lu}.*\.$/u);
    }
  });

  test('[W1] what could not be checked is a sentence, whichever gap is behind it', () => {
    const facts = { cell: 'D6', name: 'Vận tải', text: '07 - 09' };
    for (const gap of Object.values(texts.words.gaps)) {
      for (const lacking of ['D12', 'D6', null]) expect(texts.words.unchecked({ ...facts, lacking, gap })).toMatch(/^(?:Chưa kiểm tra được D6: |D6 could not be checked: ).*\.$/);
    }
  });

  test('[W1] counts agree with their number', () => {
    for (const counted of [texts.severities.error.counted, texts.severities.warning.counted, texts.severities.note.counted, texts.files, texts.checked, texts.unreadableFiles]) {
      expect(counted(1)).toMatch(/^(?:đã đối chiếu )?1 \S/);
      expect(counted(17)).toMatch(/^(?:đã đối chiếu )?17 \S/);
    }
  });

  test('[P3] every fault of usage is a sentence', () => {
    const { usage } = texts;
    const said = [usage.unknownCommand('x'), usage.unknownOption('--x'), usage.missingValue('--x'), usage.badValue('--x', 'y', 'z'), usage.notYet('x'), usage.unknownTemplate('x', 'y'), usage.notWritten('x'), usage.unexpected('x')];
    for (const sentence of said) expect(sentence).toMatch(/^\p{Lu}|^--x|^x/u);
    expect(usage.help).toContain('phuluc check');
  });
});

test('[W1] the example of the style guide: a range among the parts', () => {
  const { gaps, unchecked } = vi.words;
  expect(unchecked({ cell: 'D6', lacking: 'D12', name: 'Vận tải', text: '07 - 09', gap: gaps.range })).toBe('Chưa kiểm tra được D6: “Vận tải” (D12) ghi “07 - 09”, là một khoảng.');
});

test('[W1] both languages speak of the same things', () => {
  const keys = ({ words, ...rest }: Texts): string[] => [...Object.keys(rest), ...Object.keys(words), ...Object.keys(words.rules), ...Object.keys(words.gaps), ...Object.keys(rest.unreadable), ...Object.keys(rest.usage)].toSorted();
  expect(keys(en)).toEqual(keys(vi));
});
