import { expect, test } from 'vitest';
import { pieces, windowOf } from './timeline';

const now = '2026-11-11T00:00:00Z';
const window = { from: '2026-11-01T00:00:00Z', to: now };

test('spans lie where they belong', () => {
  const [first, second] = pieces('covered', [
    { from: '2026-11-01T00:00:00Z', to: '2026-11-06T00:00:00Z' },
    { from: '2026-11-10T00:00:00Z', to: '2026-11-11T00:00:00Z' },
  ], window);
  expect([first?.left, first?.width]).toEqual([0, 50]);
  expect([second?.left, second?.width]).toEqual([90, 10]);
});

test('what reaches beyond the window is cut, what is outside is not drawn', () => {
  const spans = [
    { from: '2026-10-01T00:00:00Z', to: '2026-11-02T00:00:00Z' },
    { from: '2026-09-01T00:00:00Z', to: '2026-10-01T00:00:00Z' },
  ];
  expect(pieces('gap', spans, window).map(({ left, width }) => [left, width])).toEqual([[0, 10]]);
});

test('a minute missing in a year can still be seen', () => {
  const year = { from: '2025-11-11T00:00:00Z', to: now };
  const [minute] = pieces('gap', [{ from: '2026-05-01T00:00:00Z', to: '2026-05-01T00:01:00Z' }], year);
  expect(minute?.width).toBeGreaterThan(0.3);
});

test('the window reaches back to the first span, and a day at least', () => {
  expect(windowOf([{ from: '2026-10-01T00:00:00Z', to: now }], now).from).toBe('2026-10-01T00:00:00.000Z');
  expect(windowOf([], now).from).toBe('2026-11-10T00:00:00.000Z');
});
