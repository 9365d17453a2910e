import { expect, test } from '@jest/globals';
import { knownTemplates } from '#app/known-templates';
import { checkWorkbook } from '#core/check';
import { appendix } from '#test/generate/appendix';
import { withErrors } from '#test/generate/errors';
import { SLIPS } from '#test/generate/injections';
import { Random } from '#test/generate/random';
import { gridWith } from '#test/generate/sheet';
import { written } from '#test/generate/writing';
import { vi } from '#words/vi';

const accusing = (grid: Parameters<typeof checkWorkbook>[0][number]): number => checkWorkbook([grid], { templates: knownTemplates() }, vi.words).flatMap(({ findings }) => findings).filter(({ severity }) => severity !== 'note').length;

test('each injected error contradicts something by itself, not only beside the others', () => {
  // In those of the second kind a slip once counted that nothing but another error of its row made seen.
  const seeds = [...Array.from({ length: 30 }, (_, i) => i + 1), 30_000_722, 30_001_640, 30_002_576, 30_002_888, 30_004_073, 30_004_517];
  const unseen = seeds.flatMap((seed) => {
    const drawn = appendix(seed, seed > 30_000_000 ? { sections: ['I', 'II', 'III', 'IV', 'V'], absent: 0, plan: true } : {});
    const errors = withErrors(drawn, 3, SLIPS, new Random(seed * 31 + 7))?.errors ?? [];
    const before = accusing(drawn.grid);
    return errors.filter(({ figure, changed }) => accusing(gridWith(drawn.sheet, figure.row, figure.column, written(changed, changed.printed, drawn.options, new Random(seed)))) <= before).map(({ figure, kind }) => `${seed} ${figure.cell} ${kind}`);
  });
  expect(unseen).toEqual([]);
});
