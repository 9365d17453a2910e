/** The errors that diagnoses miss, one by one: what was slipped in, what is shown first, what else, and how far apart they are. */
import { Print } from '#core/print';

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

/** One row for each missed error of a table; none where every one is found with its figure. */
export function missesIn(seed, { errors, reports }) {
  const [diagnoses, findings] = [reports.flatMap((one) => one.diagnoses), reports.flatMap((one) => one.findings)];
  return errors.flatMap((error) => {
    const fared = judged(diagnoses, error);
    if (fared.figure) return [];
    const { figure: own, changed, kind } = error;
    const found = nearest(own, { diagnoses, findings });
    const first = found === null ? '–' : `${shown(found.cells)} (${said(found.cells)})`;
    const others = found === null || found.alternatives.length === 0 ? '–' : found.alternatives.map(({ cells }) => `${shown(cells)} (${said(cells)})`).join('; ');
    const broken = findings.filter((one) => one.severity !== 'note' && (one.cell === own.cell || one.related.includes(own.cell))).map(({ rule, cell }) => `${rule} ${cell}`).join(', ');
    return [{ why: why(error, fared, found, errors), row: `| ${seed} | ${own.cell} ${own.role} | ${kind}: ${text(own)} → ${text(changed)} | ${first} | ${others} | ${broken} |` }];
  });
}

/** The rows by why, commonest first, as Markdown. */
export function listed(misses) {
  const reasons = [...new Set(misses.map(({ why: one }) => one))].map((one) => [one, misses.filter((miss) => miss.why === one)]).toSorted(([, a], [, b]) => b.length - a.length);
  return reasons.flatMap(([one, own]) => [`\n### ${one[0].toUpperCase()}${one.slice(1)} (${own.length})\n`, '| seed | cell | slip: true → printed | shown first (confidence) | also shown | contradictions |', '|---|---|---|---|---|---|', ...own.map(({ row }) => row)]).join('\n');
}
