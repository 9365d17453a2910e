import { describe, expect, test } from '@jest/globals';
import { knownTemplates } from '#app/known-templates';
import { checkWorkbook } from '#core/check';
import { labelledLayouts, seenOn } from '#test/layouts/labelled';
import { vi } from '#words/vi';

const LAYOUTS = labelledLayouts();

describe('layouts never seen before', () => {
  test.each(LAYOUTS.map((layout) => [layout.file, layout] as const))('[T7] %s', (_file, { grids, labels }) => {
    expect(seenOn(grids).join('\n').split('\n')).toEqual(labels.join('\n').split('\n'));
  });

  test('[T7] the set has at least 25 layouts, and each says what is particular about it', () => {
    expect(LAYOUTS.length).toBeGreaterThanOrEqual(25);
    expect(LAYOUTS.filter(({ about, labels }) => about === '' || labels.length === 0)).toEqual([]);
  });

  test.each(LAYOUTS.map((layout) => [layout.file, layout] as const))('[C6] %s agrees with itself: no figure is accused', (_file, { grids }) => {
    const findings = checkWorkbook(grids, { templates: knownTemplates() }, vi.words).flatMap((report) => report.findings);
    const accused = findings.filter(({ severity, group }) => severity === 'error' || (severity === 'warning' && ['sums', 'ratios', 'across'].includes(group)));
    expect(accused.map(({ cell, what }) => `${cell} ${what}`)).toEqual([]);
  });
});
