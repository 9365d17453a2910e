import { expect, test } from '@jest/globals';
import { ownFunctionsIn } from '#app/session/own-functions';
import { gridOf, type Cell } from '#core/table/grid';

const formula = (text: string): Cell => ({ value: 1, formula: text, format: null });

test('[E4] functions of the add-in are found in formulas, and nowhere else', () => {
  const grid = gridOf('A', [
    [formula('HTX.RATIO(D5,E5)'), formula('IF(A1=1,htx.share( B1 , B2),"")'), 'HTX.RATIO(1,2)', formula('"HTX.RATIO(D5,E5)"&A1')],
    [formula("'HTX.RATIO(1)'!A1"), formula('MYHTX.RATIO(1,2)'), formula('HTX.RATIO'), formula('"a ""HTX.SUM(1)"" b"&HTX.GAP(A1,A2)')],
  ]);
  expect(ownFunctionsIn(grid)).toEqual(['A1', 'B1', 'D2']);
});
