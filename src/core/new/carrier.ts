/** Last year's figures and the plan, from wherever they were given. Spec: docs/spec.md, A5 and G3. */
import { baseElsewhere } from '#core/complete/sources';
import type { Source } from '#core/layout/source';
import type { Indicator } from '#core/layout/template';
import type { LaidForm } from '#core/new/fill-form';
import { canonical, plain, shifted } from '#core/numbers/decimal';
import type { Comparison } from '#core/table/columns';
import type { Row } from '#core/table/rows';

export class Carrier {
  /** Sources that gave a figure. */
  readonly used = new Set<Source>();
  readonly #form: LaidForm;
  readonly #sources: readonly Source[];
  readonly #rows: ReadonlyMap<number, Row>;

  /** @param form whose rows are looked for in the sources */
  constructor(form: LaidForm, sources: readonly Source[]) {
    this.#form = form;
    this.#sources = sources;
    this.#rows = new Map(form.table.rows.map((row) => [row.at, row]));
  }

  /** The base of a row's comparison, as a cell of the form stores it: percents as fractions of one; null where no source has it. */
  figure(comparison: Comparison, indicator: Indicator): number | null {
    const { table, body } = this.#form;
    const row = this.#rows.get(body.indicators.get(indicator) ?? -1);
    const found = row === undefined ? null : baseElsewhere(this.#sources, table, row, comparison);
    if (found === null) return null;
    this.used.add(found.source);
    const { stored } = found.input;
    return +canonical(plain(indicator.kind === 'rate' ? shifted(stored, -2) : stored));
  }
}
