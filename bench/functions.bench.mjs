/** 10 000 calls of each custom function, one cell each and spilled over one range; dividing in plain JavaScript beside them. */
import { calls } from '#core/functions/calls';
import { line } from './measure.mjs';

const CALLS = 10_000;
const TABLE = [['TT', 'Chỉ tiêu', 'Đơn vị', 'Thực hiện'], ['I', 'HỢP TÁC XÃ', null, null], ...Array.from({ length: 90 }, (_, i) => [String(i + 1), `Chỉ tiêu số ${i + 1}`, 'HTX', 100 + i])];

/** The arguments of the i-th call. */
const ARGUMENTS = {
  RATIO: (i) => [1000 + i, 900 + (i % 77)],
  GROWTH: (i) => [1000 + i, 900 + (i % 77)],
  CHANGE: (i) => [1000.5 + i, 900.25 + (i % 77)],
  ATTAINMENT: (i) => [`${1000 + i},5`, '1.200,0'],
  GRADE: (i) => [0.8 + (i % 40) / 100],
  SHARE: (i) => [i, 10_000],
  BASE: (i) => [1000 + i, '103,3%'],
  CAGR: (i) => [100, 101 + i, 5],
  GAP: (i) => [1000 + i, i, 1000],
  CHECK: (i) => [25_454 + i, 836, '103,4%'],
  NUMBER: (i) => [`${1 + (i % 900)}.454,${i % 10}`],
  TEXT: (i) => [1000.5 + i, 1],
};

console.log(`Custom functions, ${CALLS} answers`);
const divided = milliseconds(() => { let sum = 0; for (let i = 0; i < CALLS; i += 1) sum += (1000 + i) / (900 + (i % 77)); return sum; });
line('plain JavaScript, dividing', `${divided.toFixed(2)} ms`);
for (const [name, argumentsOf] of Object.entries(ARGUMENTS)) {
  const all = Array.from({ length: CALLS }, (_, i) => argumentsOf(i));
  const single = milliseconds(() => { for (const values of all) calls[name](values.map((value) => [[value]])); });
  const ranges = name === 'GAP' ? [all.map(([total]) => [total]), all.map(([, ...parts]) => parts)] : all[0].map((_, k) => all.map((values) => [values[k]]));
  const spilled = milliseconds(() => calls[name](ranges));
  line(`HTX.${name}, one call a cell / one range`, `${single.toFixed(0)} / ${spilled.toFixed(0)} ms`);
}
const names = Array.from({ length: CALLS }, (_, i) => [`I.${1 + (i % 90)}`]);
const one = milliseconds(() => { for (const name of names.slice(0, CALLS / 10)) calls.INDICATOR([TABLE, [name], [[4]]]); }) * 10;
line('HTX.INDICATOR in 92 rows, one call a cell / one range', `${one.toFixed(0)} / ${milliseconds(() => calls.INDICATOR([TABLE, names, [[4]]])).toFixed(0)} ms`);

/** The median of five runs, after one to warm up. */
function milliseconds(work) {
  work();
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.toSorted((a, b) => a - b)[2];
}
