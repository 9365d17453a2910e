/** Sheets of sums by formula: districts under regions over many months, right or with one slip. */
import { columnLetters, type Cell, type CellValue } from '#core/table/grid';
import { Random } from '#test/generate/random';

export type FormulaSlip = 'none' | 'misses' | 'twice' | 'subtotal' | 'itself' | 'text' | 'unit' | 'link';

type Line = (CellValue | Cell)[];

interface FormulaSheet {
  readonly rows: readonly Line[];
  /** The formula that the slip is told of, and what belongs there. */
  readonly cell: string;
  readonly right: string;
}

/** The rows of a region's head, of its districts and of what stands below all regions. */
interface Place {
  readonly letter: string;
  readonly head: number;
  readonly size: number;
  readonly end: number;
}

const range = (letter: string, from: number, to: number): string => `SUM(${letter}${from}:${letter}${to})`;
const whole = ({ letter, head, size }: Place): string => range(letter, head + 1, head + size);

/** The formula of a region's head under each slip; null where the slip is elsewhere. */
const OF_HEAD: Readonly<Record<FormulaSlip, ((place: Place) => string) | null>> = {
  none: null, subtotal: null, text: null,
  misses: ({ letter, head, size }) => range(letter, head + 1, head + size - 1),
  twice: (place) => `${whole(place)}+${place.letter}${place.head + 1}`,
  itself: ({ letter, head, size }) => range(letter, head, head + size),
  unit: (place) => `${whole(place)}+${place.letter}${place.end + 1}`,
  link: (place) => `${whole(place)}+[1]Biểu!${place.letter}${place.head}`,
};

const made = (formula: string, value = 100): Cell => ({ value, formula, format: null });
const sumOf = (figures: readonly (number | undefined)[]): number => figures.reduce<number>((sum, one = 0) => sum + one, 0);

/** A region: the row of its head, and the figures of its districts, month by month. */
interface Region {
  readonly head: number;
  readonly districts: readonly (readonly number[])[];
}

/** Regions add their districts and the province adds its regions, in each of so many months. */
export function formulaSheet(seed: number, months: number, slip: FormulaSlip, regions?: number): FormulaSheet {
  const random = new Random(seed);
  const letters = Array.from({ length: months }, (_, i) => columnLetters(i + 3));
  const drawn: Region[] = [];
  for (let head = 3, left = regions ?? random.whole(2, 5); left > 0; left -= 1) {
    const districts = Array.from({ length: random.whole(2, 8) }, () => letters.map(() => random.whole(1, 99)));
    drawn.push({ head, districts });
    head += districts.length + 1;
  }
  const rows = rowsOf(drawn, letters);
  const { head, districts } = random.pick(drawn);
  const place = { letter: random.pick(letters), head, size: districts.length, end: rows.length };
  rows.push(['', 'Vốn bình quân', 'tỷ đồng', ...letters.map(() => random.whole(1, 99))]);
  for (const [row, cell] of cellsOf(slip, place)) (rows[row - 1] ?? [])[letters.indexOf(place.letter) + 3] = cell;
  const isTop = slip === 'subtotal';
  return { rows, cell: `${place.letter}${isTop ? 2 : head}`, right: isTop ? total(place.letter, drawn) : whole(place) };
}

const total = (letter: string, regions: readonly Region[]): string => regions.map(({ head }) => `${letter}${head}`).join('+');

function rowsOf(regions: readonly Region[], letters: readonly string[]): Line[] {
  const all = regions.flatMap(({ districts }) => districts);
  const rows: Line[] = [
    ['TT', 'Đơn vị', 'ĐVT', ...letters.map((_, i) => `Tháng ${(i % 12) + 1} năm ${2015 + (i - (i % 12)) / 12}`)],
    ['', 'Toàn tỉnh', 'HTX', ...letters.map((letter, i) => made(total(letter, regions), sumOf(all.map((own) => own[i]))))],
  ];
  for (const [n, { head, districts }] of regions.entries()) {
    rows.push([`${n + 1}`, `Vùng ${n + 1}`, 'HTX', ...letters.map((letter, i) => made(range(letter, head + 1, head + districts.length), sumOf(districts.map((own) => own[i]))))]);
    for (const [i, figures] of districts.entries()) rows.push([`${n + 1}.${i + 1}`, `Huyện ${n + 1}.${i + 1}`, 'HTX', ...figures]);
  }
  return rows;
}

/** What the slip puts into which rows of its column. */
function cellsOf(slip: FormulaSlip, place: Place): (readonly [row: number, cell: CellValue | Cell])[] {
  const ofHead = OF_HEAD[slip];
  if (ofHead !== null) return [[place.head, made(ofHead(place))]];
  if (slip === 'text') return [[place.head + 1, '17']];
  return slip === 'subtotal' ? [[2, made(range(place.letter, 3, place.end))]] : [];
}
