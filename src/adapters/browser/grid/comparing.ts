/**
 * A fault of the grid's engine, worked around: from the second comparison of a column on it looks cells up in an index that takes 0 for
 * an empty text, so that `IF(D5="","",…)` is blank where D5 is 0.
 */
import { CELL_INVERTED_INDEX_CACHE } from '@univerjs/engine-formula';

/** Has every cell compared by itself, as the first comparison of a column is. Univer 0.25.1 has one index for all workbooks of a page. */
export function compareEachCell(): void {
  CELL_INVERTED_INDEX_CACHE.canUseCache = () => ({ rowsInCache: [], rowsNotInCache: [] });
}
