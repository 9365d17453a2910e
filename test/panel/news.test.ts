import { expect, test } from '@jest/globals';
import { START, type SessionState } from '#app/session/state';
import { newsOf } from '#panel/news';
import { leads } from '#panel/leads';
import { panelVi } from '#words/panel-vi';

const errors = (error: number): Pick<SessionState, 'counts'> => ({ counts: { error, warning: 7, note: 9, unchecked: 12 } });
const checked: SessionState = { ...START, phase: 'checked', ...errors(17) };
const news = (before: SessionState, now: SessionState): string => newsOf(before, now, panelVi);

test('[V8] a reader who does not see hears what changed, once', () => {
  expect(news(START, { ...START, phase: 'checking' })).toBe('Đang kiểm tra.');
  expect(news({ ...START, phase: 'checking' }, checked)).toBe('Xong: 17 lỗi, 7 cảnh báo, 9 ghi chú, 12 chỗ chưa kiểm.');
  expect(news(checked, { ...checked, ...errors(16) })).toBe('Bớt 1 lỗi, còn 16.');
  expect(news(checked, { ...checked, ...errors(19) })).toBe('Thêm 2 lỗi, thành 19.');
  expect(news(checked, { ...checked, stale: true })).toBe('');
  const entry = { changes: [{ cell: 'F53', from: '20,0%', to: '120,0%' }], written: [], before: [] };
  const wrote: SessionState = { ...checked, ...errors(16), written: { entry, undone: null } };
  expect(news(checked, wrote)).toBe('Đã sửa F53. Còn 16 lỗi. Nhấn Ctrl+Z để hoàn tác.');
  expect(news(wrote, { ...wrote, written: { entry, undone: { restored: 0, kept: ['F53'] } } })).toBe('Không hoàn tác được F53: ô đã được sửa lại sau đó.');
});

test('[V1] only an error with one clearly likelier proposal has a button that stands out', () => {
  const proposal = (confidence: number): { repairs: []; changes: []; confidence: number } => ({ repairs: [], changes: [], confidence });
  const item = (severity: 'error' | 'warning', ...all: number[]): boolean => leads({ severity, proposals: all.map(proposal) });
  expect([item('error', 0.95), item('error', 0.95, 0.3), item('error', 0.8), item('error', 0.3, 0.3), item('error', 0.6, 0.2), item('warning', 0.99), item('error')])
    .toEqual([true, true, false, false, true, false, false]);
});
