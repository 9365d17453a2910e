/** Errors in generated appendices, and whether diagnoses find them. */
import { knownTemplates } from '#app/known-templates';
import type { Diagnosis } from '#core/report';
import type { Grid } from '#core/table/grid';
import type { Appendix } from '#test/generate/appendix';
import { bondsOf, keyOf, spanOf, type Key } from '#test/generate/contradictions';
import type { Slip } from '#test/generate/injections';
import type { Random } from '#test/generate/random';
import { gridFrom, type Placed } from '#test/generate/sheet';
import { hiddenPlaces, written } from '#test/generate/writing';
import { power, Rational, ROUNDINGS } from '#test/core/numbers/rational';

/** A figure, what stands in its cell instead, and the slip that made it so. */
export interface InjectedError {
  readonly kind: string;
  readonly figure: Placed;
  readonly changed: Placed;
}

const INDICATORS = knownTemplates().flatMap(({ sections }) => sections.flatMap(({ rows }) => rows));
const TRIES = 200;

type Errors = ReadonlyMap<Key, InjectedError>;

/**
 * An appendix with so many errors, each of which some relation of the layout sees: by itself, not only because another
 * error has broken the relation, and together with the others, which do not hide it.
 *
 * @param slips what may happen, by name
 * @returns with how many slips were tried until so many were seen; null where the appendix has too few figures for them
 */
export function withErrors(drawn: Appendix, wanted: number, slips: Readonly<Record<string, Slip>>, random: Random): { readonly errors: readonly InjectedError[]; readonly grid: Grid; readonly tries: number } | null {
  const { placed, options, sheet } = drawn;
  const bonds = bondsOf(INDICATORS, new Set(placed.map((figure) => keyOf(figure))));
  let errors: Errors = new Map();
  const lines = sheet.lines.map((cells) => [...cells]);
  let tries = 0;
  for (; tries < TRIES && errors.size < wanted; tries += 1) {
    const error = slipIn(drawn, slips, random);
    const all = error === null ? null : allSeen(error, errors, { bonds, drawn });
    if (error === null || all === null) continue;
    errors = all;
    const line = lines[error.figure.row];
    if (line !== undefined) line[error.figure.column] = written(error.changed, error.changed.printed, options, random);
  }
  return errors.size < wanted ? null : { errors: [...errors.values()], grid: gridFrom({ ...sheet, lines }), tries };
}

function slipIn({ placed, options }: Appendix, slips: Readonly<Record<string, Slip>>, random: Random): InjectedError | null {
  const figure = random.pick(placed);
  const kind = random.pick(Object.keys(slips));
  const slipped = slips[kind]?.(figure, { placed, options, random }) ?? null;
  return slipped && { kind, figure, changed: { ...figure, ...slipped } };
}

/** The errors with one more; null where a relation does not see each of them. */
function allSeen(error: InjectedError, errors: Errors, around: Around): Errors | null {
  const own = keyOf(error.figure);
  const all = new Map([...errors, [own, error]]);
  return !errors.has(own) && isSeen(error, new Map([[own, error]]), around) && [...all.values()].every((one) => isSeen(one, all, around)) ? all : null;
}

interface Around {
  readonly bonds: ReturnType<typeof bondsOf>;
  readonly drawn: Appendix;
}

/** Does some relation break that the figure stands in, while just these errors are there? */
function isSeen({ figure }: InjectedError, errors: Errors, { bonds, drawn }: Around): boolean {
  const own = keyOf(figure);
  const now = (key: Key): Placed => errors.get(key)?.changed ?? drawn.placed.find((one) => keyOf(one) === key) ?? figure;
  return bonds.some(({ keys, isBroken }) => keys.includes(own) && isBroken(keys.map((key) => spanOf(now(key), hiddenPlaces(now(key), drawn.options)))));
}

/** Is it the printed figure? Where the cell shows more or fewer places, the true one shortened to them. */
export function isRight(proposal: string, { figure, changed }: Pick<InjectedError, 'figure' | 'changed'>): boolean {
  const places = proposal.split('.')[1]?.length ?? 0;
  const value = Rational.of(proposal);
  if (value.compare(figure.printed) === 0) return true;
  const showsOthers = places > figure.places || (places < figure.places && places === changed.places);
  return showsOthers && [...ROUNDINGS, 'cut' as const].some((how) => figure.value.shortened(power(-places), how).compare(value) === 0);
}

/** How an error fared: named first, named at all, and with the right figure. */
export function judged(diagnoses: readonly Diagnosis[], error: InjectedError): { readonly first: boolean; readonly listed: boolean; readonly figure: boolean } {
  const holds = ({ cells }: Pick<Diagnosis, 'cells'>): boolean => cells.some(({ cell }) => cell === error.figure.cell);
  const first = diagnoses.find((one) => holds(one));
  const proposal = first?.cells.find(({ cell }) => cell === error.figure.cell)?.proposal ?? null;
  return { first: first !== undefined, listed: first !== undefined || diagnoses.some(({ alternatives }) => alternatives.some((one) => holds(one))), figure: proposal !== null && isRight(proposal, error) };
}

/** What a diagnosis says of its first cell, and whether that cell is wrong and the figure belongs there. */
export function said({ cells: [first] }: Diagnosis, errors: readonly InjectedError[]): { readonly confidence: number; readonly isRight: boolean } {
  const error = errors.find(({ figure }) => figure.cell === first?.cell);
  return { confidence: first?.confidence ?? 0, isRight: error !== undefined && typeof first?.proposal === 'string' && isRight(first.proposal, error) };
}
