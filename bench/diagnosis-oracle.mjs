/** What the best that knows the generator would make of each contradiction: how likely each explanation is, and how often one could be right at all. */
const { isRight } = await import('#test/generate/errors');
const { Oracle } = await import('#test/generate/oracle/explanations');

const keyOf = (cells) => [...cells].toSorted().join(' ');

/** What may explain a contradiction: what is shown first, what is listed besides, and the truth; the other errors of the table stay as they are. */
function explanationsOf({ own, found, suspects }) {
  const sets = [...(found === null ? suspects.map((cell) => [cell]) : [found, ...found.alternatives].map(({ cells }) => cells.map(({ cell }) => cell))), own.map(({ figure }) => figure.cell)];
  return [...new Map(sets.map((cells) => [keyOf(cells), cells])).values()];
}

/** The best proposal's share of all that is likely for a cell. */
function bestFigure(figures, cell, seen) {
  const own = new Map();
  for (const { cell: at, figure, weight } of figures) {
    if (at !== cell) continue;
    const key = `${figure.printed.text(figure.places)} ${figure.places}`;
    const known = own.get(key) ?? { figure, weight: 0 };
    own.set(key, { figure: known.figure, weight: known.weight + weight });
  }
  const likeliest = [...own.values()].toSorted((a, b) => b.weight - a.weight).slice(0, 12);
  return likeliest.map(({ figure: { printed, places } }) => {
    const proposal = printed.text(places);
    return { proposal, weight: [...own.values()].reduce((sum, { figure, weight }) => sum + (isRight(proposal, { figure, changed: { ...figure, places: seen.get(cell) ?? places } }) ? weight : 0), 0) };
  }).toSorted((a, b) => b.weight - a.weight)[0] ?? { proposal: null, weight: 0 };
}

/** Each contradiction of a table with its explanations, likeliest first, and what the best choice among them would come to. */
export function judgedByOracle({ drawn, errors, groups }, { slips, most, accepted }) {
  const oracle = new Oracle(drawn, errors, { slips, most, accepted });
  const rowOf = new Map(drawn.placed.map(({ cell, row }) => [cell, row]));
  const seen = new Map(errors.map(({ figure, changed }) => [figure.cell, changed.places]));
  return groups.map((group) => {
    const explanations = explanationsOf(group);
    const rows = new Set(explanations.flat().flatMap((cell) => rowOf.get(cell) ?? []));
    const others = errors.filter((one) => !group.own.includes(one)).map(({ figure }) => figure.cell);
    const weighed = explanations.filter((cells) => cells.every((cell) => rowOf.has(cell) && !others.includes(cell))).map((cells) => ({ cells, ...oracle.likelihood(new Set([...others, ...cells]), rows) }));
    const all = weighed.reduce((sum, { weight }) => sum + weight, 0);
    const shares = weighed.map(({ cells, weight, figures }) => ({ cells, key: keyOf(cells), share: all > 0 ? weight / all : 0, figures: figures.map((one) => ({ ...one, weight: all > 0 ? one.weight / all : 0 })) }));
    return { ...group, shares, ...sharesOf(shares, seen) };
  });
}

/** What may be asked of a contradiction once its explanations are weighed. */
function sharesOf(shares, seen) {
  const figures = shares.flatMap((one) => one.figures);
  const hits = (cells) => shares.reduce((sum, one) => sum + one.share * one.cells.filter((cell) => cells.includes(cell)).length, 0);
  const figureHits = (cells) => cells.reduce((sum, cell) => sum + bestFigure(figures, cell, seen).weight, 0);
  return {
    /** How many errors there are to be expected, and how many of them the best choice of an explanation names, alone and with their figures. */
    expected: { errors: shares.reduce((sum, { cells, share }) => sum + share * cells.length, 0), first: Math.max(...shares.map(({ cells }) => hits(cells))), figure: Math.max(...shares.map(({ cells }) => figureHits(cells))) },
    shareOf: (cells) => shares.find(({ key }) => key === keyOf(cells))?.share ?? 0,
    figureShare: (cell, proposal) => {
      const right = figures.filter((one) => one.cell === cell && proposal !== null && isRight(proposal, { figure: one.figure, changed: { ...one.figure, places: seen.get(cell) ?? one.figure.places } }));
      return { mine: right.reduce((total, { weight }) => total + weight, 0) };
    },
  };
}
