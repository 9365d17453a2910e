/** Relations tried with other figures than those that stand there. */
import type { Relation, Term } from '#core/relations/relation';

/** The same relation between other figures. */
export function withFigures(relation: Relation, other: (term: Term) => Term): Relation {
  const judged = other(relation.judged);
  switch (relation.kind) {
    case 'implied-ratio': {
      return { ...relation, judged, actual: other(relation.actual), change: other(relation.change) };
    }
    case 'quotient': {
      return { ...relation, judged, top: other(relation.top), bottom: other(relation.bottom) };
    }
    case 'sum': {
      return { ...relation, judged, terms: relation.terms.map(({ term, sign }) => ({ term: other(term), sign })) };
    }
    case 'at-most': {
      return { ...relation, judged, others: relation.others.map((term) => other(term)), whole: other(relation.whole) };
    }
    case 'rate-change': {
      return { ...relation, judged, top: other(relation.top), topChange: other(relation.topChange), bottom: other(relation.bottom), bottomChange: other(relation.bottomChange) };
    }
    case 'direction': {
      return { ...relation, judged, change: other(relation.change) };
    }
    case 'whole-base': {
      return { ...relation, judged, actual: other(relation.actual) };
    }
  }
}
