/**
 * Remembers the diagnoses of each component: after an edit only the component with the edited cell is solved again.
 *
 * A component is known by the figures of its cells, the relations between them, and what else its diagnoses rest on:
 * whether a figure stands elsewhere in its column, and how the table rounds. Spec: docs/spec.md, D6.
 */
import { at, constraintAt, type Model } from '#core/localise/model';
import type { GradeCosts } from '#core/localise/grade-costs';
import type { Cell } from '#core/localise/cell';
import { copied } from '#core/localise/column-figures';
import type { Localised } from '#core/localise/repairs';

/** Cells that relations connect, and those relations, in their order. */
export interface Component {
  readonly constraints: readonly number[];
  readonly cells: readonly number[];
  readonly broken: readonly number[];
}

/** The components that hold a contradiction. */
export function brokenComponents(model: Model): Component[] {
  const seen = new Set<number>();
  const components: Component[] = [];
  for (const [number, isBroken] of model.isBroken.entries()) if (isBroken && !seen.has(number)) components.push(componentFrom(model, number, seen));
  return components;
}

function componentFrom(model: Model, start: number, seen: Set<number>): Component {
  const cells = new Set<number>();
  const queue = [start];
  seen.add(start);
  for (const number of queue) {
    for (const cell of constraintAt(model, number).cells) {
      if (cells.has(cell)) continue;
      cells.add(cell);
      for (const next of at(model, cell).constraints) {
        if (seen.has(next)) continue;
        seen.add(next);
        queue.push(next);
      }
    }
  }
  const constraints = queue.toSorted((a, b) => a - b);
  return { constraints, cells: [...cells].toSorted((a, b) => a - b), broken: constraints.filter((one) => model.isBroken[one]) };
}

/** Diagnoses with cells and relations counted within their component. */
type Relative = readonly Omit<Localised, 'model'>[];

/** More components than any workbook that is edited by hand. */
const MOST = 5000;

/** What was found before, kept between checks by whoever checks again and again. */
export class DiagnosisMemory {
  readonly #known = new Map<string, Relative>();
  #solved = 0;

  /** Components that had to be solved so far. */
  get solved(): number {
    return this.#solved;
  }

  /** The diagnoses of a component, known or solved. */
  of(model: Model, component: Component, grades: GradeCosts, solve: () => Localised[]): Localised[] {
    const key = keyOf(model, component, grades);
    const known = this.#known.get(key);
    if (known !== undefined) return known.map((one) => moved({ ...one, model }, component.cells, component.constraints));
    this.#solved += 1;
    const found = solve();
    if (this.#known.size >= MOST) this.#known.clear();
    this.#known.set(key, found.map((one) => moved(one, placesOf(component.cells), placesOf(component.constraints))));
    return found;
  }
}

type Places = Readonly<Record<number, number>>;

function placesOf(numbers: readonly number[]): Places {
  return Object.fromEntries(numbers.map((number, place) => [number, place]));
}

function moved(one: Localised, cells: Places, constraints: Places): Localised {
  const repairs = one.repairs.map((repair) => ({ ...repair, changes: repair.changes.map((change) => ({ ...change, cell: cells[change.cell] ?? 0 })) }));
  return { ...one, explains: one.explains.map((number) => constraints[number] ?? 0), repairs };
}

function keyOf(model: Model, { cells, constraints }: Component, grades: GradeCosts): string {
  const places = placesOf(cells);
  const figures = cells.map((cell) => cellKey(at(model, cell)));
  const relations = constraints.map((number) => {
    const { kind, cells: own, signs, offset } = constraintAt(model, number);
    return `${kind} ${own.map((cell) => places[cell] ?? 0).join(' ')} ${signs.join(' ')} ${offset.n} ${model.evidence[number]?.grade ?? ''}`;
  });
  return [JSON.stringify(grades), ...figures, ...relations].join('|');
}

function cellKey({ role, value, full, unit, whole, cut, plan, term, formula, typedOver, inferred }: Cell): string {
  const source = term === null ? null : copied(term, value);
  const from = source === null ? '' : source.from === 'column' ? String(source.rarity) : source.from;
  return `${role} ${value.n}/${value.d} ${unit.n}/${unit.d} ${whole} ${cut} ${plan} ${formula} ${typedOver} ${inferred} ${full?.n ?? ''}/${full?.d ?? ''} ${from}`;
}
