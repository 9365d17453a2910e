/** How many generated appendices a test looks at. */

/**
 * 1, 2, 3 and so on: as many as a test needs at least, or as somebody has minutes for (`APPENDICES=1000 npx jest …`).
 *
 * @param least what every run of the tests takes
 */
export function seedsAtLeast(least: number): readonly number[] {
  return Array.from({ length: Math.max(least, Number(process.env['APPENDICES'] ?? 0)) }, (_, i) => i + 1);
}
