/** Levels in whole steps of a row, between what its printed figures allow. */

/** Whole steps between two limits, both included. */
export interface Box {
  readonly from: number;
  readonly to: number;
}

/** What a cell tells of the level that the actual one is compared with. */
export interface Told {
  readonly box: Box;
  readonly isChange: boolean;
}

/** One step, where nothing tells of a level. */
export const POINT: Box = { from: 0, to: 0 };

export function pointAt(steps: number): Box {
  return { from: Math.round(steps), to: Math.round(steps) };
}

export function isKnown(level: number | null | undefined): level is number {
  return level !== undefined && level !== null;
}

export function levelOf(told: Told | null, actual: number, at: number): number | null {
  return told === null ? null : told.isChange ? actual - at : at;
}
