import { describe, expect, test } from '@jest/globals';
import { figuresOf, table } from '#test/core/table/sheets';

const HEADER = 'TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2020 | So với năm 2019: Số lượng | So với năm 2019: Tỷ lệ';
const read = (rows: string, header = HEADER): string => figuresOf(table(`${header}\n${rows.trim()}`));

describe('notation', () => {
  test('[N3] each column votes for itself, and follows the table where it has no vote', () => {
    expect(read('1 | Tổng số HTX | HTX | 25.454 | 1.836 | 103,3%\n2 | Vốn | tỷ đồng | 1.002,1 | 12 | 101%')).toBe('D2 25454 | E2 1836 | F2 103.3% | D3 1002.1 | E3 12 | F3 101%');
    expect(read('1 | Tổng số HTX | HTX | 25,454 | 1,836 | 103.3%\n2 | Vốn | tỷ đồng | 1,002.1 | 12 | 101%')).toBe('D2 25454 | E2 1836 | F2 103.3% | D3 1002.1 | E3 12 | F3 101%');
  });

  test('[N3] a count votes for the reading that is whole', () => {
    expect(read('1 | Tổng số HTX | HTX | 25,454 | |\n2 | Giải thể | HTX | 1,002 | |')).toBe('D2 25454 | D3 1002');
  });

  test('[N3] a tie leaves what both notations can read ambiguous', () => {
    expect(read('1 | Doanh thu | tỷ đồng | 25.454 | |\n2 | Vốn | tỷ đồng | 12,5 | |\n3 | Nợ | tỷ đồng | 12.5 | |')).toBe('D2 ambiguous | D3 12.5 | D4 12.5');
  });
});

describe('percent', () => {
  test('[N5] a sign says percent; without one the rows\' own figures tell 103.3 from 1.033', () => {
    expect(read('1 | Tổng số HTX | HTX | 254 | 13 | 105,4')).toBe('D2 254 | E2 13 | F2 105.4%');
    expect(read('1 | Tổng số HTX | HTX | 254 | 13 | 1,054')).toBe('D2 254 | E2 13 | F2 105.4%');
    expect(read('1 | Tổng số HTX | HTX | #254 | #13 | #1.054')).toBe('D2 254 | E2 13 | F2 105.4%');
  });

  test('[N5] the rows\' figures outvote one wrong row', () => {
    expect(read('1 | Tổng số HTX | HTX | 254 | 13 | 105,4\n2 | Mới | HTX | 20 | 2 | 111,1\n3 | Giải thể | HTX | 10 | 2 | 1,25')).toBe('D2 254 | E2 13 | F2 105.4% | D3 20 | E3 2 | F3 111.1% | D4 10 | E4 2 | F4 1.25%');
  });

  test('[N5] where no row tells, a sign in the header does, and without it nothing', () => {
    expect(read('1 | Tổng số HTX | HTX | | | 105,4')).toBe('F2 percent-unclear');
    expect(read('1 | Tổng số HTX | HTX | | | 105,4', HEADER.replace('Tỷ lệ', 'Tỷ lệ (%)'))).toBe('F2 105.4%');
  });

  test('[N5] a rate\'s level and change are percents by their unit', () => {
    expect(read('1 | Tỷ lệ hộ nghèo | % | 5,2 | -1,1 | 82,5%')).toBe('D2 5.2% | E2 -1.1% | F2 82.5%');
  });
});

describe('gaps', () => {
  test('[N2] each gap keeps its name', () => {
    expect(read('1 | Tổng số HTX | HTX | 07 - 09 | - | x\n2 | Mới | HTX | … | chưa rõ | 105%')).toBe('D2 range | E2 none | F2 not-applicable | D3 not-collected | E3 unreadable | F3 105%');
  });
});

test('[N5] a count is exact, a round or a reported-about one is known to its last nonzero place, an amount to half its last', () => {
  const found = table(`${HEADER}\n1 | Số hộ | hộ | 5.700.000 | |\n2 | Số HTX | HTX | 25.454 | |\n3 | Lao động | người | trên 5.000 | |\n4 | Vốn | tỷ đồng | 12,5 | |\n5 | Mới | HTX | 20.000 | |`);
  const known = found.rows.map((row) => {
    const figure = found.columns.actual === null ? 'empty' : found.figure(row, found.columns.actual);
    return typeof figure === 'string' ? figure : `${figure.knowledge} ${figure.place}`;
  });
  expect(known).toEqual(['rounded 5', 'exact 0', 'rounded 3', 'rounded -1', 'exact 0']);
});
