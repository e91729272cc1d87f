import { expect, test } from 'vitest';
import type { Limit } from './shapes';
import { dark, measured, origin } from './tightest';

const limit = (key: string, percent?: string, more: Partial<Limit> = {}): Limit => ({
  key,
  connection: 'demo',
  scope: 'organization',
  scope_name: 'Example',
  group: key,
  group_name: key,
  models: [],
  limiter: 'output_tokens_per_minute',
  limiter_title: 'Output',
  unit: 'tokens per minute',
  counts: 'output',
  source: 'organization',
  known_since: '2026-11-01T00:00:00Z',
  changes: [],
  measurable: true,
  active_buckets: 1,
  ...(percent === undefined ? {} : { peak: { time: '', width: '1m', tokens: 1, per_minute: 1, limit: 1, percent } }),
  ...more,
});

test('the tightest limit stands first, by value and not by text', () => {
  const order = measured([limit('a', '9.1000'), limit('none'), limit('b', '101.0000'), limit('c', '22.0000')]);
  expect(order.map((each) => each.key)).toEqual(['b', 'c', 'a', 'none']);
});

test('what cannot be measured stands apart', () => {
  const rpm = { measurable: false, limiter_title: 'Requests', reason: 'not counted' };
  const all = [limit('a', '1'), limit('rpm', undefined, rpm), limit('rpm2', undefined, rpm)];
  expect(measured(all).map((each) => each.key)).toEqual(['a']);
  expect(dark(all).map((kind) => [kind.title, kind.limits.length])).toEqual([['Requests', 2]]);
});

test('a workspace says whether its limit is its own', () => {
  expect(origin(limit('a', '1', { scope: 'wrkspc_1', source: 'inherited' }))).toBe('inherited');
  expect(origin(limit('a', '1', { scope: 'wrkspc_1', source: 'own' }))).toBe('own limit');
});
