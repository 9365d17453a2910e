import { expect, test } from '@jest/globals';
import { knownTemplates } from '#app/known-templates';
import { checkWorkbook } from '#core/check';
import { DiagnosisMemory } from '#core/localise/memory';
import type { SheetReport } from '#core/report';
import type { Grid } from '#core/table/grid';
import { drawing } from '#test/draw/drawing';
import { vi } from '#words/vi';

const check = (grid: Grid, memory: DiagnosisMemory | null = null): SheetReport[] => checkWorkbook([grid], { templates: knownTemplates() }, vi.words, { memory });

/** Two rows that nothing connects, both wrong. */
const table = (first: string, second: string): Grid => drawing(`
  1 | Số hộ nghèo         | hộ | 1.250 | 250 | ${first}
  2 | Số hộ có nước sạch  | hộ | 3.913 | 313 | ${second}
  3 | Số lớp tập huấn     | lớp | 40    | 8   | 125,0%`).grid;

test('[D6] solves only the component that an edit touches, with the same result as from scratch', () => {
  const memory = new DiagnosisMemory();
  check(table('25,0%', '8,7%'), memory);
  expect(memory.solved).toBe(2);
  expect(check(table('25,0%', '8,7%'), memory)).toEqual(check(table('25,0%', '8,7%')));
  expect(memory.solved).toBe(2);
  const edited = table('25,0%', '180,7%');
  expect(check(edited, memory)).toEqual(check(edited));
  expect(memory.solved).toBe(3);
});

test('[D6] an edit that mends a contradiction takes its diagnosis away and solves nothing', () => {
  const memory = new DiagnosisMemory();
  const [before] = check(table('25,0%', '8,7%'), memory);
  const [after] = check(table('125,0%', '8,7%'), memory);
  expect([before?.diagnoses.length, after?.diagnoses.length, memory.solved]).toEqual([2, 1, 2]);
});
