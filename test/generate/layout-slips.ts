/** Slips in random layouts: what a figure becomes under each; null where it cannot happen. */
import type { LayoutFigure } from '#test/generate/random-layout';
import type { Random } from '#test/generate/random';

export type LayoutSlip = (figure: LayoutFigure, random: Random) => number | null;

const isLevel = ({ role }: LayoutFigure): boolean => ['actual', 'base', 'plan', 'next', 'side'].includes(role);

export const LAYOUT_SLIPS: Readonly<Record<string, LayoutSlip>> = {
  digit: ({ value }, random) => {
    const digits = String(Math.abs(value));
    const at = random.whole(0, digits.length - 1);
    const changed = Number(digits.slice(0, at) + String(random.whole(0, 9)) + digits.slice(at + 1));
    return changed === Math.abs(value) ? null : Math.sign(value) * changed;
  },
  tenfold: ({ value }) => (value === 0 ? null : value * 10),
  'sign of a change': ({ role, value }) => (role === 'change' && value !== 0 ? -value : null),
  'growth for ratio': ({ role, value }) => (role === 'ratio' || role === 'attainment' ? value - 1000 : null),
  'a part or a total changed': (figure, random) => (isLevel(figure) ? figure.value + random.whole(1, 400) : null),
};
