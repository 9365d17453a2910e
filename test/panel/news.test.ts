import { expect, test } from '@jest/globals';
import { START, type SessionState } from '#app/session/state';
import { Teller } from '#panel/news';
import { alarmOf } from '#panel/trouble';
import { HostError } from '#ports/workbook-host';
import { leads } from '#panel/leads';
import { panelVi } from '#words/panel-vi';

const errors = (error: number): Pick<SessionState, 'counts'> => ({ counts: { error, warning: 7, note: 9, unchecked: 12 } });
const checked: SessionState = { ...START, phase: 'checked', ...errors(17) };

/** What is told of states that follow each other, by a clock that is moved on. */
class Heard {
  texts: string[] = [];
  readonly #teller: Teller;
  #time = 0;
  #due: { readonly at: number; readonly action: () => void }[] = [];

  constructor(first: SessionState) {
    this.#teller = new Teller(first, (text) => { this.texts.push(text); }, (milliseconds, action) => {
      const one = { at: this.#time + milliseconds, action };
      this.#due.push(one);
      return () => { this.#due = this.#due.filter((other) => other !== one); };
    });
  }

  next(...states: readonly SessionState[]): this {
    for (const state of states) this.#teller.tell(state, panelVi);
    return this;
  }

  after(milliseconds: number): this {
    this.#time += milliseconds;
    const ripe = this.#due.filter(({ at }) => at <= this.#time);
    this.#due = this.#due.filter(({ at }) => at > this.#time);
    for (const { action } of ripe) action();
    return this;
  }

  /** @returns what still waits for its time */
  close(): number {
    this.#teller.close();
    return this.#due.length;
  }
}

const news = (before: SessionState, ...after: readonly SessionState[]): string => new Heard(before).next(...after).texts.join(' | ');

test('[V8] a reader who does not see hears what changed, once', () => {
  expect(news({ ...START, phase: 'checking' }, checked)).toBe('Xong: 17 lỗi, 7 cảnh báo, 9 ghi chú, 12 chỗ chưa kiểm.');
  expect(news(checked, { ...checked, ...errors(16) })).toBe('Bớt 1 lỗi, còn 16.');
  expect(news(checked, { ...checked, ...errors(19) })).toBe('Thêm 2 lỗi, thành 19.');
  expect(news(checked, { ...checked, stale: true })).toBe('');
  const entry = { changes: [{ cell: 'F53', from: '20,0%', to: '120,0%' }], written: [], before: [] };
  const wrote: SessionState = { ...checked, ...errors(16), written: { entry, undone: null, filled: null } };
  expect(news(checked, wrote)).toBe('Đã sửa F53. Còn 16 lỗi. Nhấn Ctrl+Z để hoàn tác.');
  const undone: SessionState = { ...wrote, written: { entry, undone: { restored: 0, kept: ['F53'] }, filled: null } };
  expect(new Heard(wrote).next(undone).after(1000).texts.join(' | ')).toBe('Không hoàn tác được F53: ô đã được sửa lại sau đó.');
});

test('[V8] what was written is heard once the check after it has told the errors, or a second later', () => {
  const entry = { changes: [{ cell: 'F53', from: '20,0%', to: '120,0%' }], written: [], before: [] };
  const written: SessionState = { ...checked, written: { entry, undone: null, filled: null } };
  const heard = new Heard(checked).next(written);
  expect(heard.texts).toEqual([]);
  expect(heard.next({ ...written, stale: true }, { ...written, ...errors(15) }).after(9999).texts).toEqual(['Đã sửa F53. Còn 15 lỗi. Nhấn Ctrl+Z để hoàn tác.']);
  expect(new Heard(checked).next(written).after(999).texts).toEqual([]);
  expect(new Heard(checked).next(written).after(1000).texts).toEqual(['Đã sửa F53. Còn 17 lỗi. Nhấn Ctrl+Z để hoàn tác.']);
  expect(new Heard(checked).next(written, { ...written, written: null }).after(9999).texts).toEqual([]);
  expect(new Heard(checked).next(written).close()).toBe(0);
});

test('[V8] that a check runs is heard after 400 ms, and not where it has ended by then', () => {
  const checking: SessionState = { ...START, phase: 'checking' };
  expect(new Heard(START).next(checking).after(399).texts).toEqual([]);
  expect(new Heard(START).next(checking).after(400).texts).toEqual(['Đang kiểm tra.']);
  expect(new Heard(START).next(checking).after(399).next(checked).after(9999).texts).toEqual(['Xong: 17 lỗi, 7 cảnh báo, 9 ghi chú, 12 chỗ chưa kiểm.']);
  expect(new Heard(START).next(checking, START).after(9999).texts).toEqual([]);
});

test('[V8] while one edits the errors are heard at most every five seconds, as many as are left by then', () => {
  const left = (count: number): SessionState => ({ ...checked, ...errors(count) });
  const heard = new Heard(checked).next(left(16));
  expect(heard.texts.splice(0)).toEqual(['Bớt 1 lỗi, còn 16.']);
  expect(heard.after(1000).next(left(15)).after(1000).next(left(12)).after(2999).texts).toEqual([]);
  expect(heard.after(1).texts.splice(0)).toEqual(['Bớt 4 lỗi, còn 12.']);
  // Broken and mended again meanwhile: nothing came of it.
  expect(heard.next(left(13), left(12)).after(9999).texts).toEqual([]);
  expect(heard.next(left(13)).texts.splice(0)).toEqual(['Thêm 1 lỗi, thành 13.']);
  // What a check said is not said again.
  expect(heard.next(left(10), { ...left(10), phase: 'checking' }, left(10)).after(9999).texts).toEqual(['Xong: 10 lỗi, 7 cảnh báo, 9 ghi chú, 12 chỗ chưa kiểm.']);
});

test('[V7][V8] a panel that closes tells no more', () => {
  expect(new Heard(checked).next({ ...checked, ...errors(16) }).close()).toBe(0);
  expect(new Heard(START).next({ ...START, phase: 'checking' }).close()).toBe(0);
});

test('[V8] the progress of a check is heard at each quarter', () => {
  const at = (done: number, all = 12): SessionState => ({ ...START, phase: 'checking', progress: { done, all } });
  const heard = Array.from({ length: 12 }, (_, i) => news(at(i), at(i + 1)));
  expect(heard.filter((one) => one !== '')).toEqual(['Đã đọc 25% số trang tính.', 'Đã đọc 50% số trang tính.', 'Đã đọc 75% số trang tính.']);
  expect([news(at(0), at(6)), news(at(0, 1), at(1, 1)), news(at(3), at(3))]).toEqual(['Đã đọc 50% số trang tính.', '', '']);
});

test('[V8][E4] the verdict is heard', () => {
  const submitted: SessionState = { ...START, phase: 'checked', submission: { left: [], functions: [] } };
  const checking: SessionState = { ...START, phase: 'checking' };
  expect(news(checking, submitted)).toBe('Chưa có bảng nào theo mẫu đã biết');
  expect(news(checking, { ...submitted, stopped: { done: 1, all: 2 } })).toBe('Chưa kết luận được');
  const fact = { sheet: { id: 's1', name: 'A', hidden: false }, range: 'A1:B2', template: null, indicators: 1, year: null, sections: {}, bases: { earlier: null, plan: null }, unclear: [] };
  expect(news(checking, { ...submitted, facts: [fact] })).toBe('Kiểm tra trước khi nộp: Đạt');
});

test('[V8] what stands in the way is said at once, and no longer than it does', () => {
  const trouble = { doing: 'select', error: new HostError('sheet-hidden', { spot: { sheet: 's1', row: 52, column: 5 } }) } as const;
  expect(alarmOf({ silent: null, trouble }, panelVi)).toBe('Trang tính này đang ẩn. Chưa đến được ô F53. Bấm chuột phải vào một thẻ trang tính, chọn Bỏ ẩn, rồi bấm Thử lại. Kết quả kiểm tra vẫn xem được.');
  expect(alarmOf({ silent: 'reading', trouble: null }, panelVi)).toMatch(/^Excel chưa trả lời sau 5 giây\./);
  expect(alarmOf({ silent: null, trouble: null }, panelVi)).toBe('');
});

test('[V1] only an error with one clearly likelier proposal has a button that stands out', () => {
  const proposal = (confidence: number): { repairs: []; changes: []; confidence: number } => ({ repairs: [], changes: [], confidence });
  const item = (severity: 'error' | 'warning', ...all: number[]): boolean => leads({ severity, proposals: all.map(proposal) });
  expect([item('error', 0.95), item('error', 0.95, 0.3), item('error', 0.8), item('error', 0.3, 0.3), item('error', 0.6, 0.2), item('warning', 0.99), item('error')])
    .toEqual([true, true, false, false, true, false, false]);
});
