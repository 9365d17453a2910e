import { describe, expect, test } from '@jest/globals';
import { knownTemplates } from '#app/known-templates';
import { checkWorkbook } from '#core/check';
import { complete, type Completed, type CompleteOptions } from '#core/complete/complete';
import type { Source } from '#core/layout/source';
import { tablesOf, type Table } from '#core/layout/table';
import { canonical, plain } from '#core/numbers/decimal';
import { cellOf } from '#core/relations/relation';
import { gridOf, type Cell, type CellValue, type Grid } from '#core/table/grid';
import { appendix, type Appendix } from '#test/generate/appendix';
import { drawing, tablesIn } from '#test/draw/drawing';
import { vi } from '#words/vi';

const OPTIONS = { templates: knownTemplates() };

function done(text: string, options: Partial<CompleteOptions> = {}): Completed {
  return complete(tablesIn(drawing(text)), { as: 'values', sources: [], ...options });
}

/** "E2 17, F2 120,0%": what is filled in. */
function filled({ completions }: Completed): string {
  return completions.map(({ at, content, formula }) => `${cellOf(at)} ${formula === null ? content : `=${formula}`}`).join(', ');
}

function differing({ disagreements }: Completed): string {
  return disagreements.map(({ at, found, worked }) => `${cellOf(at)} ${canonical(plain(found.value))} for ${canonical(worked)}`).join(', ');
}

/** The grid with what was filled in. */
function after(grid: Grid, { completions }: Completed): Grid {
  const made = new Map(completions.map((one) => [cellOf(one.at), one]));
  const places = new Map(completions.map((one) => [`${one.at.row.at},${one.at.column.index}`, one]));
  expect(made.size).toBe(places.size);
  return { ...grid, cell: (row, column) => {
    const one = places.get(`${row},${column}`);
    return one === undefined ? grid.cell(row, column) : { value: one.content, formula: one.formula, format: one.format ?? grid.cell(row, column).format };
  } };
}

const WITH_BASE = 'TT | Chỉ tiêu | ĐVT | Thực hiện năm 2019 | Thực hiện năm 2020 | Tăng, giảm so với năm 2019 | Tỷ lệ so với năm 2019';
const WITH_PLAN = 'TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2020 | Thực hiện năm 2020 | So với kế hoạch năm 2020: số lượng | Tỷ lệ so với kế hoạch 2020';

describe('what follows', () => {
  test('[G1] change and ratio from the two levels, in the notation of the sheet', () => {
    expect(filled(done(`${WITH_BASE}\n1 | Tổng số HTX | HTX | 24.618 | 25.454 | | \n2 | Vốn | tỷ đồng | 1.002,5 | 998,1 | |`))).toBe('F2 836, G2 103,4%, F3 -4,4, G3 99,6%');
  });

  test('[G1] each of actual, base, change and ratio from any two others', () => {
    expect(filled(done(`${WITH_BASE}\n1 | Tổng số HTX | HTX | | 102 | 17 |`))).toBe('D2 85, G2 120,0%');
    expect(filled(done(`${WITH_BASE}\n1 | Tổng số HTX | HTX | 85 | | 17 |`))).toBe('E2 102, G2 120,0%');
    expect(filled(done(`${WITH_BASE}\n1 | Tổng số HTX | HTX | 85 | | | 120,0%`))).toBe('E2 102, F2 17');
    expect(filled(done(`${WITH_BASE}\n1 | Tổng số HTX | HTX | | 102 | | 120,0%`))).toBe('D2 85, F2 17');
    expect(filled(done(`${WITH_BASE}\n1 | Tổng số HTX | HTX | 85 | | |`))).toBe('');
  });

  test('[G1] a rounded ratio of large figures leaves several, and nothing is filled in', () => {
    expect(filled(done(`${WITH_BASE}\n1 | Tổng số HTX | HTX | | 102.345 | | 120,0%`))).toBe('');
  });

  test('[G1] the plan likewise, without a column of its own too', () => {
    expect(filled(done(`${WITH_PLAN}\n1 | Tổng số HTX | HTX | 26.000 | 25.454 | |`))).toBe('F2 -546, G2 97,9%');
    expect(filled(done('TT | Chỉ tiêu | ĐVT | Thực hiện năm 2020 | So với kế hoạch 2020: số lượng | Tỷ lệ so với kế hoạch 2020\n1 | Tổng số HTX | HTX | 25.454 | -546 |'))).toBe('F2 97,9%');
  });

  test('[G1] growth is the ratio less 100 %', () => {
    expect(filled(done('TT | Chỉ tiêu | ĐVT | Thực hiện năm 2019 | Thực hiện năm 2020 | Tốc độ tăng trưởng so với năm 2019 (%)\n1 | Tổng số HTX | HTX | 85 | 102 |\n2 | THT | tổ | 80 | 60 | -25,0'))).toBe('F2 20,0');
  });

  test('[G1] a total of its parts, a rate of its two rows, and then their comparisons', () => {
    expect(filled(done(`
      I | HỢP TÁC XÃ | | | |
      1 | Tổng số HTX | HTX | | 4 |
      - | Nông nghiệp | HTX | 16 | 3 | 123,1%
      - | Công nghiệp -TTCN | HTX | 2 | 1 | 200,0%
      - | Xây dựng | HTX | 1 | 0 | 100,0%
      - | Tín dụng | HTX | 1 | 0 | 100,0%
      - | Thương mại, dịch vụ | HTX | 2 | 0 | 100,0%
      - | Vận tải | HTX | 1 | 0 | 100,0%
      - | Môi trường | HTX | 1 | 0 | 100,0%
      - | Khác | HTX | 1 | 0 | 100,0%
      4 | Số HTX là thành viên Liên minh HTX | HTX | 5 | |
        | Tỷ lệ %/ tổng số HTX | % | | |`))).toBe('D3 25, F3 119,0%, D13 20,0%');
  });

  test('[G1] parts that nobody declared are added up only where they add up elsewhere', () => {
    const rows = (base: string): string => `${WITH_BASE}\n1 | Tổng số lớp | lớp | ${base} | | |\n- | Nông nghiệp | lớp | 10 | 12 | |\n- | Vận tải | lớp | 5 | 6 | |`;
    expect(filled(done(rows('15')))).toBe('E2 18, F2 3, G2 120,0%, F3 2, G3 120,0%, F4 1, G4 120,0%');
    expect(filled(done(rows('16')))).toBe('F3 2, G3 120,0%, F4 1, G4 120,0%');
  });

  test('[G1] the change of a rate is in points, and nothing compares with a base of 0 or below', () => {
    expect(filled(done(`${WITH_BASE}\n1 | Tỷ lệ hộ nghèo | % | 5,6% | 5,2% | |`))).toBe('F2 -0,4%, G2 92,9%');
    expect(filled(done(`${WITH_BASE}\n1 | Tổng số HTX | HTX | 0 | 5 | |\n2 | Lãi | tỷ đồng | -1,0 | 2,0 | |`))).toBe('F2 5, F3 3,0');
  });

  test('[G2] what stands there stays, and is named where it differs', () => {
    const all = done(`${WITH_BASE}\n1 | Tổng số HTX | HTX | 85 | 102 | 71 | 20,0%\n2 | THT | tổ | - | x | … |`);
    expect(filled(all)).toBe('');
    expect(differing(all)).toBe('F2 71 for 17, G2 20 for 120.0');
    expect(differing(done(`${WITH_BASE}\n1 | Vốn | tỷ đồng | 85,4 | 102,1 | 16,7 | 119,5%`))).toBe('');
  });
});

describe('how it is written', () => {
  const sheet = (...rows: readonly (CellValue | Cell)[][]): Table[] => tablesOf(gridOf('Biểu', [WITH_BASE.split(' | '), ...rows]), OPTIONS);
  const number = (value: number, format: string | null = null): Cell => ({ value, format, formula: null });
  const blank = (format: string | null): Cell => ({ value: null, format, formula: null });
  const look = (tables: Table[], as: CompleteOptions['as'] = 'values'): unknown[] => complete(tables, { as, sources: [] }).completions.map(({ content, format, formula }) => [content, format, formula]);

  test('[G4] a ratio is a fraction under 0.0%, never a bare 103.4, where the column tells nothing', () => {
    expect(look(sheet(['1', 'Tổng số HTX', 'HTX', 24_618, 25_454]))).toEqual([[836, null, null], [1.034, '0.0%', null]]);
  });

  test('[G4] an empty cell keeps its own format, and a ratio under it its decimals', () => {
    expect(look(sheet(['1', 'Tổng số HTX', 'HTX', 24_618, 25_454, blank('#,##0'), blank('0.00%')]))).toEqual([[836, null, null], [1.034, null, null]].map(([value]) => [value === 1.034 ? 1.034 : value, null, null]));
    expect(look(sheet(['1', 'Tổng số HTX', 'HTX', 24_618, 25_455, blank('#,##0'), blank('0.00%')]))[1]).toEqual([1.034, null, null]);
    expect(look(sheet(['1', 'Vốn', 'tỷ đồng', 3, 4, blank(null), blank('0.00%')]))[1]).toEqual([1.3333, null, null]);
    expect(look(sheet(['1', 'Vốn', 'tỷ đồng', 3, 4, blank(null), blank('0.0')]))[1]).toEqual([133.3, null, null]);
  });

  test('[G4] a column is continued as it writes: percents bare, as fractions, as texts', () => {
    const row = (change: CellValue | Cell, ratio: CellValue | Cell): (CellValue | Cell)[] => ['1', 'Tổng số HTX', 'HTX', 80, 100, change, ratio];
    const open = ['2', 'Tổng số THT', 'tổ', 90, 60];
    expect(look(sheet(row(20, number(125, '0.0')), open))).toEqual([[-30, null, null], [66.7, '0.0', null]]);
    expect(look(sheet(row(20, number(1.25, '0.00%')), open))[1]).toEqual([0.6667, '0.00%', null]);
    expect(look(sheet(row(20, '125,0%'), open))[1]).toEqual(['66,7%', null, null]);
  });

  test('[G4] the change of a rate is stored as the row stores percents', () => {
    expect(look(sheet(['1', 'Tỷ lệ hộ nghèo', '%', number(0.056, '0.0%'), number(0.052, '0.0%')]))[0]).toEqual([-0.004, '0.0%', null]);
    expect(look(sheet(['1', 'Tỷ lệ hộ nghèo', '%', number(5.6, '0.0'), number(5.2, '0.0')]))[0]).toEqual([-0.4, '0.0', null]);
  });

  test('[G5] formulas are plain Excel, guarded against blanks', () => {
    expect(look(sheet(['1', 'Tổng số HTX', 'HTX', 24_618, 25_454]), 'formulas')).toEqual([
      [836, null, 'IF(OR(E2="",D2=""),"",E2-D2)'], [1.033_958_891_867_739_1, '0.0%', 'IF(OR(E2="",D2=""),"",E2/D2)'],
    ]);
    expect(look(sheet(['1', 'Tổng số HTX', 'HTX', 80, 100, 20, number(125, '0.0')], ['2', 'THT', 'tổ', 90, 60]), 'formulas')[1]).toEqual([66.666_666_666_666_67, '0.0', 'IF(OR(E3="",D3=""),"",100*E3/D3)']);
  });

  test('[G5] texts are read in their own notation, and the result is a number with a format', () => {
    expect(look(sheet(['1', 'Tổng số HTX', 'HTX', '24.618', '25.454']), 'formulas')).toEqual([
      [836, '#,##0', 'IF(OR(E2="",D2=""),"",NUMBERVALUE(E2,",",".")-NUMBERVALUE(D2,",","."))'],
      [1.033_958_891_867_739_1, '0.0%', 'IF(OR(E2="",D2=""),"",NUMBERVALUE(E2,",",".")/NUMBERVALUE(D2,",","."))'],
    ]);
    expect(look(sheet(['1', 'Vốn', 'tỷ đồng', '1,024.5', '1,030.5'], ['2', 'Nợ', 'tỷ đồng', '2,024.5', '2,030.5', '6.0', '100.3%']), 'formulas')[0]).toEqual([6, '#,##0.0', 'IF(OR(E2="",D2=""),"",NUMBERVALUE(E2,".",",")-NUMBERVALUE(D2,".",","))']);
  });

  test('[G5] a text that Excel would read otherwise gives a value in place of a formula', () => {
    expect(look(sheet(['1', 'Tổng số HTX', 'HTX', 'trên 20', 25]), 'formulas')[0]).toEqual([5, null, null]);
    expect(look(sheet(['1', 'Tổng số HTX', 'HTX', '2O', 25]), 'formulas')[0]).toEqual([5, null, null]);
  });

  test('[G5] three numbers or more below each other are added as one range', () => {
    const rows = ['Nông nghiệp', 'Vận tải', 'Khác'].map((name) => ['-', name, 'lớp', 5, 6]);
    expect(look(sheet(['1', 'Tổng số lớp', 'lớp', 15, null], ...rows), 'formulas')[0]).toEqual([18, null, 'IF(COUNTBLANK(E3:E5)>0,"",SUM(E3:E5))']);
  });
});

describe('figures from elsewhere', () => {
  const THIS = 'TT | Chỉ tiêu | ĐVT | Thực hiện năm 2020 | So với năm 2019: số lượng | Tỷ lệ so với năm 2019';
  const LAST = 'TT | Chỉ tiêu | ĐVT | Thực hiện năm 2019';
  const source = (text: string, as: Source['as'] = 'earlier'): Source[] => tablesOf(drawing(text).grid, { ...OPTIONS, file: 'nam-truoc.xlsx' }).map((table) => ({ table, as }));

  test('[G3] last year by name, whatever its place, and said where it came from', () => {
    const all = done(`${THIS}\n1 | Tổng số HTX | HTX | 102 | |\n2 | Tổng số THT | tổ | 50 | |`, { sources: source(`${LAST}\n1 | Tổng số THT | tổ | 40\n2 | Tổng số hợp tác xã | HTX | 85`) });
    expect(filled(all)).toBe('E2 17, F2 120,0%, E3 10, F3 125,0%');
    const [first] = all.completions;
    expect(first?.derivation.arithmetic).toMatchObject({ kind: 'sum', terms: [{ input: { origin: null } }, { input: { spot: null, origin: '[nam-truoc.xlsx]Bảng!D3' } }] });
    expect(all.used.size).toBe(1);
  });

  test('[G3] as a formula the other workbook\'s figure is a constant', () => {
    const all = done(`${THIS}\n1 | Tổng số HTX | HTX | 102 | |`, { as: 'formulas', sources: source(`${LAST}\n1 | Tổng số HTX | HTX | 85`) });
    expect(filled(all)).toBe('E2 =IF(D2="","",NUMBERVALUE(D2,",",".")-85), F2 =IF(D2="","",NUMBERVALUE(D2,",",".")/85)');
  });

  test('[G3] amounts in another power of the đồng are converted, other units are not taken', () => {
    const other = (unit: string, figure: string): string => filled(done(`${THIS}\n1 | Vốn điều lệ | tỷ đồng | 4,4 | |`, { sources: source(`${LAST}\n1 | Vốn điều lệ | ${unit} | ${figure}`) }));
    expect(other('triệu đồng', '3.500,0')).toBe('E2 0,9000, F2 125,7%');
    expect(other('USD', '3,5')).toBe('');
    expect(filled(done(`${THIS}\n1 | Thành viên | người | 44 | |`, { sources: source(`${LAST}\n1 | Thành viên | hộ | 35`) }))).toBe('');
  });

  test('[G3] another year, or a plan where last year is asked for, gives nothing', () => {
    expect(filled(done(`${THIS}\n1 | Tổng số HTX | HTX | 102 | |`, { sources: source('TT | Chỉ tiêu | ĐVT | Thực hiện năm 2018\n1 | Tổng số HTX | HTX | 85') }))).toBe('');
    expect(filled(done(`${THIS}\n1 | Tổng số HTX | HTX | 102 | |`, { sources: source(`${LAST}\n1 | Tổng số HTX | HTX | 85`, 'plan') }))).toBe('');
  });

  test('[G3] a plan needs no more than names and a column', () => {
    const plan = 'TT | Chỉ tiêu | ĐVT | Thực hiện năm 2020 | So với kế hoạch 2020: số lượng | Tỷ lệ so với kế hoạch 2020';
    expect(filled(done(`${plan}\n1 | Tổng số HTX | HTX | 102 | |`, { sources: source('Chỉ tiêu | ĐVT | Kế hoạch\nTổng số HTX | HTX | 120', 'plan') }))).toBe('E2 -18, F2 85,0%');
  });

  test('[G3] another sheet of the workbook is referred to by its name', () => {
    const grid = (name: string, text: string): Table[] => tablesOf({ ...drawing(text).grid, name }, OPTIONS);
    const tables = [...grid('Năm 2020', `${THIS}\n1 | Tổng số HTX | HTX | 102 | |`), ...grid("Năm '19", `${LAST}\n1 | Tổng số HTX | HTX | 85`)];
    expect(filled(complete(tables, { as: 'formulas', sources: [] }))).toBe(`E2 =IF(OR(D2="",'Năm ''19'!D2=""),"",NUMBERVALUE(D2,",",".")-NUMBERVALUE('Năm ''19'!D2,",",".")), F2 =IF(OR(D2="",'Năm ''19'!D2=""),"",NUMBERVALUE(D2,",",".")/NUMBERVALUE('Năm ''19'!D2,",","."))`);
  });

  test('[G2] what last year\'s file contradicts is named', () => {
    expect(differing(done(`${THIS}\n1 | Tổng số HTX | HTX | 102 | 12 | 113,3%`, { sources: source(`${LAST}\n1 | Tổng số HTX | HTX | 85`) }))).toBe('E2 12 for 17, F2 113.3 for 120.0');
  });
});

test('[G3] one sheet a district tells nothing of another, though both name the same years', () => {
  const grid = (name: string, text: string): Table[] => tablesOf({ ...drawing(text).grid, name }, OPTIONS);
  const tables = ['Huyện A', 'Huyện B'].flatMap((name, i) => grid(name, `${WITH_BASE}\n1 | Tổng số HTX | HTX | ${i === 0 ? '' : '85'} | 102 | |`));
  expect(filled(complete(tables, { as: 'values', sources: [] }))).toBe('F2 17, G2 120,0%');
});

const COMPUTED: ReadonlySet<string> = new Set(['change', 'ratio', 'planChange', 'attainment']);

/** The appendix without its comparison columns; their formats stay. */
function stripped({ grid, placed }: Appendix): Grid {
  const gone = new Set(placed.filter(({ role }) => COMPUTED.has(role)).map(({ row, column }) => `${row},${column}`));
  return { ...grid, cell: (row, column) => (gone.has(`${row},${column}`) ? { value: null, formula: null, format: grid.cell(row, column).format } : grid.cell(row, column)) };
}

describe.each(['values', 'formulas'] as const)('a thousand appendices without their comparison columns, as %s', (as) => {
  test('[G6] every cell comes back, equal to the printed rounding; the check is clean, and nothing is left to fill in', () => {
    for (let seed = 1; seed <= 1000; seed += 1) {
      const drawn = appendix(seed, { bases: true, digits: 'stored', shortening: 'half-up', absent: 0 });
      const bare = stripped(drawn);
      const all = complete(tablesOf(bare, OPTIONS), { as, sources: [] });
      const found = new Map(all.completions.map((one) => [cellOf(one.at), one]));
      for (const { cell, role, value, printed, places } of drawn.placed.filter((one) => COMPUTED.has(one.role))) {
        const one = found.get(cell);
        if (one === undefined) throw new Error(`Seed ${seed}: ${cell} (${role}) is not filled in`);
        // Of two numbers of decimals the fewer: a column without a format shows no zeros at its end. A tie may fall either way, since a base is stored with 15 digits.
        const unit = 10 ** -Math.min(places, one.value.places);
        const off = Math.abs(Number(canonical(one.value)) - value.double());
        if (off > unit / 2 + 1e-12 * Math.abs(value.double()) + 1e-12) throw new Error(`Seed ${seed}: ${cell} (${role}) is ${canonical(one.value)} for ${printed.text(places)}`);
      }
      const full = after(bare, all);
      const errors = checkWorkbook([full], OPTIONS, vi.words).flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error'));
      expect(errors.map(({ cell, what }) => `${seed} ${cell} ${what}`)).toEqual([]);
      if (seed % 10 === 0) expect(complete(tablesOf(full, OPTIONS), { as, sources: [] }).completions).toEqual([]);
    }
  });
});
