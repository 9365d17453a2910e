/** `phuluc --version` against a bare Node. */
import { inTurn, line } from './measure.mjs';

const { a, b, ratio } = inTurn(25, ['dist/cli/phuluc.cjs', '--version'], ['-e', '0']);
console.log('Start-up (medians of 25)');
line('phuluc --version / node -e 0, wall', `${a.wall.toFixed(0)} / ${b.wall.toFixed(0)} ms`);
line('ratio', ratio('wall').toFixed(2), 'bar ≤ 1.5');
