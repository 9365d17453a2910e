/** A table of any length in the columns of the published appendix: the same row count gives the same cells. */
import { writeFileSync } from 'node:fs';

const { address, gridOf } = await import('#core/table/grid');
const { rawSheet, stringsXml, stylesXml } = await import('#test/adapters/xlsx/raw-workbook');
const { Random } = await import('#test/generate/random');

const HEADER = [
  ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Thực hiện năm 2020', 'So sánh với năm 2019', null, 'So sánh với kế hoạch 2020', null],
  [null, null, null, null, 'Số lượng', 'Tỷ lệ', 'Số lượng', 'Tỷ lệ'],
];
const PARTS = 3;
/** One row in so many has a ratio that its own figures contradict. */
const ERRORS = 50;
const FORMATS = ['#,##0', '0.0%'];

/** Cells as a grid takes them: a numbered total, then its parts, and so on. */
export function longTable(count) {
  const random = new Random(count);
  const rows = [];
  for (let district = 1; rows.length < count; district += 1) rows.push(...block(district, random).slice(0, count - rows.length));
  return [...HEADER, ...rows];
}

function block(district, random) {
  const parts = Array.from({ length: PARTS }, () => ({ base: random.whole(40, 900), plan: random.whole(40, 900), actual: random.whole(40, 900) }));
  const sum = (key) => parts.reduce((total, part) => total + part[key], 0);
  const total = { base: sum('base'), plan: sum('plan'), actual: sum('actual') };
  return [
    figures(`${district}`, `Tổng số HTX của xã ${district}`, total, random),
    ...parts.map((part, i) => figures('-', `HTX của thôn ${i + 1} xã ${district}`, part, random)),
  ];
}

function figures(ordinal, name, { base, plan, actual }, random) {
  const count = (value) => ({ value, formula: null, format: FORMATS[0] });
  const percent = (value) => ({ value: Math.round(value * 1000) / 1000, formula: null, format: FORMATS[1] });
  const slip = random.chance(1 / ERRORS) ? -1 : 0;
  return [ordinal, name, 'HTX', count(actual), count(actual - base), percent(actual / base + slip), count(actual - plan), percent(actual / plan)];
}

export function longGrid(count) {
  return gridOf('Phụ lục', longTable(count));
}

/** The same table as a file, its texts shared as Excel shares them. */
export function writeLongWorkbook(file, count) {
  const strings = new Map();
  const shared = (text) => {
    if (!strings.has(text)) strings.set(text, strings.size);
    return strings.get(text);
  };
  const rows = longTable(count).map((cells, row) => `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, address(row, column), shared)).join('')}</row>`);
  writeFileSync(file, rawSheet(rows.join(''), { 'xl/sharedStrings.xml': stringsXml([...strings.keys()]), 'xl/styles.xml': stylesXml(FORMATS) }));
}

function cellXml(cell, at, shared) {
  if (cell === null) return '';
  if (typeof cell === 'string') return `<c r="${at}" t="s"><v>${shared(cell)}</v></c>`;
  return `<c r="${at}" s="${FORMATS.indexOf(cell.format) + 1}"><v>${cell.value}</v></c>`;
}
