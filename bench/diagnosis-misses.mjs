/** The errors that diagnoses miss, one by one: what was slipped in, what is shown first, what else, and how far apart they are. */
import { Print } from '#core/print';
import { judgedByOracle } from './diagnosis-oracle.mjs';

const { judged } = await import('#test/generate/errors');
const { decimal } = await import('#core/numbers/decimal');

const print = new Print({ group: '.', decimal: ',', to: '', points: '' });
const text = ({ printed, places }) => print.plain(decimal(printed.text(places)));
const figure = (value) => (value === null ? '?' : print.plain(decimal(value)));
const shown = (cells) => cells.map(({ cell, proposal }) => `${cell} ${figure(proposal)}`).join(' + ');
const said = ([first]) => first.confidence.toFixed(2).replace('.', ',');

/** The diagnosis that names the cell, or else explains a finding that it stands in; null where there is none. */
function nearest({ cell }, { diagnoses, findings }) {
  const holds = ({ cells }) => cells.some((one) => one.cell === cell);
  const own = new Set(findings.filter((one) => one.cell === cell || one.related.includes(cell)).map(({ id }) => id));
  return diagnoses.find((one) => holds(one) || one.alternatives.some(holds)) ?? diagnoses.find(({ explains }) => explains.some((id) => own.has(id))) ?? null;
}

/** Why an error is missed. A tie is one whose right cell is shown with at least half of what is said of the first. */
function why(error, { first, listed }, found, errors) {
  if (first) return found.todo.includes('đều khớp') ? 'rounded figures leave several, and the ends are said' : 'right cell; another slip fits as well, or better';
  const beside = errors.some((other) => other !== error && other.figure.row === error.figure.row);
  if (!listed) return found === null ? 'only a stock and its flow see it, and that they do not compare is likelier' : beside ? 'not a tie: two errors in one row look like one' : 'not a tie: another figure explains it all';
  const right = found.alternatives.find(({ cells }) => cells.some(({ cell }) => cell === error.figure.cell));
  return right.cells[0].confidence * 2 >= found.cells[0].confidence ? 'a tie: shown with at least half as much' : beside ? 'not a tie: two errors in one row look like one' : 'not a tie: another cell is likelier, this one is listed';
}

/** The contradictions of a table with a missed error in them: its errors, what is shown, and the cells that may be at fault where nothing is. */
function missedGroups(errors, { diagnoses, findings }) {
  const groups = new Map();
  for (const error of errors) {
    const found = nearest(error.figure, { diagnoses, findings });
    const own = groups.get(found ?? error) ?? { found, own: [], suspects: [] };
    const around = findings.filter((one) => one.cell === error.figure.cell || one.related.includes(error.figure.cell));
    own.own.push(error);
    own.suspects.push(...around.flatMap((one) => [one.cell, ...one.related]));
    groups.set(found ?? error, own);
  }
  return [...groups.values()].filter(({ own }) => own.some((error) => !judged(diagnoses, error).figure));
}

/** By how many bits the generator makes what is shown first likelier than the truth: the cells, or where those are right the figure; null where it cannot be told. */
function bitsOf(error, { first }, groups) {
  const group = groups.find(({ own }) => own.includes(error));
  if (group === undefined) return null;
  const { figure } = error;
  const own = first ? group.figureShare(figure.cell, figure.printed.text(figure.places)).mine : group.shareOf(group.own.map((one) => one.figure.cell));
  const shown = group.found === null ? 0 : first ? group.figureShare(figure.cell, group.found.cells.find(({ cell }) => cell === figure.cell).proposal).mine : group.shareOf(group.found.cells.map(({ cell }) => cell));
  return own === 0 ? null : Math.log2(shown / own);
}

const bitsText = (bits) => (bits === null ? '?' : bits === -Infinity ? '−∞' : bits.toFixed(1).replace('-', '−').replace('.', ',').replace(/^(?=\d)/, '+'));

/**
 * One row for each missed error of a table; none where every one is found with its figure.
 *
 * @param oracle how the errors were slipped in; null to leave it out
 */
export function missesIn(seed, { drawn, errors, reports }, oracle) {
  const [diagnoses, findings] = [reports.flatMap((one) => one.diagnoses), reports.flatMap((one) => one.findings)];
  const missed = missedGroups(errors, { diagnoses, findings });
  const groups = oracle === null || missed.length === 0 ? [] : judgedByOracle({ drawn, errors, groups: missed }, oracle);
  return errors.flatMap((error) => {
    const fared = judged(diagnoses, error);
    if (fared.figure) return [];
    const { figure: own, changed, kind } = error;
    const found = nearest(own, { diagnoses, findings });
    const first = found === null ? '–' : `${shown(found.cells)} (${said(found.cells)})`;
    const others = found === null || found.alternatives.length === 0 ? '–' : found.alternatives.map(({ cells }) => `${shown(cells)} (${said(cells)})`).join('; ');
    const broken = findings.filter((one) => one.severity !== 'note' && (one.cell === own.cell || one.related.includes(own.cell))).map(({ rule, cell }) => `${rule} ${cell}`).join(', ');
    const bits = bitsOf(error, fared, groups);
    return [{ why: why(error, fared, found, errors), first: fared.first, bits, row: `| ${seed} | ${own.cell} ${own.role} | ${kind}: ${text(own)} → ${text(changed)} | ${first} | ${others} | ${broken} | ${bitsText(bits)} |` }];
  });
}

/** The rows by why, commonest first, as Markdown. */
export function listed(misses) {
  const reasons = [...new Set(misses.map(({ why: one }) => one))].map((one) => [one, misses.filter((miss) => miss.why === one)]).toSorted(([, a], [, b]) => b.length - a.length);
  return reasons.flatMap(([one, own]) => [`\n### ${one[0].toUpperCase()}${one.slice(1)} (${own.length})\n`, '| seed | cell | slip: true → printed | shown first (confidence) | also shown | contradictions | bits |', '|---|---|---|---|---|---|---|', ...own.map(({ row }) => row)]).join('\n');
}
