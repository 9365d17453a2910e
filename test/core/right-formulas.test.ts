import { expect, test } from '@jest/globals';
import { checkWorkbook } from '#core/check';
import { reportOf } from '#core/report';
import { rightFormulas } from '#core/right-formulas';
import { jsonReport } from '#faces/cli/json-report';
import { drawing, tablesIn } from '#test/draw/drawing';
import { expectValidReport } from '#test/report-schema';
import { vi } from '#words/vi';

const COMPARED = 'TT | Chỉ tiêu | ĐVT | Thực hiện năm 2019 | Thực hiện năm 2020 | Tăng, giảm so với năm 2019';
const column = (odd: string): string => [COMPARED, ...[0, 1, 2, 3, 4, 5].map((i) => `${i + 1} | Chỉ tiêu số ${i + 1} | HTX | ${10 + i}# | ${20 + i}# | ${i === 3 ? odd : `=10{E${i + 2}-D${i + 2}}`}`)].join('\n');
const row = (base: string, actual: string, formula: string): string => `${COMPARED}\n1 | HTX | HTX | 85# | 102# | =17{E2-D2}\n2 | THT | tổ | ${base} | ${actual} | =50{${formula}}`;
const offered = (text: string): string[] => tablesIn(drawing(text)).flatMap(rightFormulas).map(({ rule, cell, found, formula }) => `${rule} ${cell}: ${found} → ${formula}`);

test.each([
  [column('=11{E5-D4}'), 'formula-out-of-line F5: =E5-D4 → E5-D5'],
  [column('10#'), 'constant-among-formulas F5: 10 → E5-D5'],
  ['1 | Tổng số HTX | HTX | =19{SUM(D3:D3)}\n- | Nông nghiệp | HTX | 19#\n- | Vận tải | HTX | 11#', 'sum-range D2: =SUM(D3:D3) → SUM(D3:D4)'],
  [`${COMPARED}\n1 | HTX | HTX | 85# | 102# | =17{E2-D2}\n2 | THT | tổ | 40# | 50# | =-35{E3-D2}\n3 | LĐ | người | 70# | 90# | =20{E4-D4}`, 'formula-reads-other-row F3: =E3-D2 → E3-D3'],
  [row('', '50#', 'E3-D3'), 'formula-reads-no-figure F3: =E3-D3 → IF(D3="","",E3-D3)'],
  [row('1.437', '50#', 'E3-D3'), 'formula-reads-no-figure F3: =E3-D3 → E3-NUMBERVALUE(D3,",",".")'],
  ['1 | Tổng vốn | tỷ đồng | =11019{D3+D4}\n2 | Vốn điều lệ | tỷ đồng | 19#\n3 | Vốn vay | triệu đồng | 11000#', 'formula-mixes-units D2: =D3+D4 → D3+D4/1000'],
  ['1 | Tổng số HTX | HTX | =0{SUM(D2:D4)}\n- | Nông nghiệp | HTX | 19#\n- | Vận tải | HTX | 11#', 'circular-formula D2: =SUM(D2:D4) → SUM(D3:D4)'],
])('[O9] right formula › %#', (text, offer) => {
  expect(offered(text)).toEqual([offer]);
});

test('[O9] right formula › every blank and every text is minded, not only the one that is named', () => {
  expect(offered(row('1.437', '1.500', 'E3-D3'))).toEqual(['formula-reads-no-figure F3: =E3-D3 → NUMBERVALUE(E3,",",".")-NUMBERVALUE(D3,",",".")']);
  expect(offered(row('', '1.500', '(E3-$D$3)/D3'))).toEqual(['formula-reads-no-figure F3: =(E3-$D$3)/D3 → IF(D3="","",(NUMBERVALUE(E3,",",".")-$D$3)/D3)']);
});

test.each([
  ['words', row('chưa có', '50#', 'E3/D3')],
  ['words beside a blank', row('', 'chưa có', '(E3-D3)/85-D2')],
  ['a text that Excel reads otherwise', row('(381)', '50#', 'E3-D3')],
  ['a text among what SUM adds', '1 | Tổng số HTX | HTX | =19{SUM(D3:D4)}\n- | Nông nghiệp | HTX | 19#\n- | Vận tải | HTX | 11'],
  ['a ring of several', '1 | Tổng số HTX | HTX | =0{SUM(D3:D4)}\n- | Nông nghiệp | HTX | 19#\n- | Vận tải | HTX | =11{D2-D3}'],
  ['another workbook', "1 | Tổng số HTX | HTX | =30{'[huyen-a.xlsx]Biểu 1'!D7}"],
])('[O9] right formula › none follows from %s', (_, text) => {
  expect(tablesIn(drawing(text)).flatMap((table) => rightFormulas(table)).filter(({ rule }) => rule !== 'sum-range')).toEqual([]);
});

test('[O9] right formula › the printed report stays as its schema has it', () => {
  const sheets = checkWorkbook([drawing(column('=11{E5-D4}')).grid], { templates: [] }, vi.words);
  const report = reportOf([{ file: 'a.xlsx', status: 'checked', error: null, sheets }]);
  expectValidReport(report);
  const [finding] = (JSON.parse([...jsonReport(report)].join('')) as typeof report).files[0]?.sheets[0]?.findings ?? [];
  expect(Object.keys(finding ?? {}).join(' ')).toBe('id rule severity group cell related indicator what why todo found expected waived');
});
