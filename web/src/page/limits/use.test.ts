import { expect, test } from 'vitest';
import type { Limit } from './shapes';
import { above, useOf } from './use';

const point = (time: string, per_minute: number, limit: number) => ({ time, per_minute, limit });
const series = (points: ReturnType<typeof point>[]) => ({ limit: {} as Limit, bucket_width: '1m', stretch_seconds: 300, points });

test('what was not collected has a place and no value', () => {
  const model = useOf(series([point('2026-11-21T00:00:00Z', 5, 10), point('2026-11-21T00:10:00Z', 7, 10)]), 'UTC');
  expect(model.slots.map((slot) => slot.time.slice(11, 16))).toEqual(['00:00', '00:05', '00:10']);
  expect(model.series.find((one) => one.key === 'use')?.values).toEqual([5, null, 7]);
});

test('a line of nothing is not drawn, and a limit moves in steps', () => {
  const model = useOf(series([point('2026-11-21T00:00:00Z', 5, 10)]), 'UTC');
  expect(model.series.map((one) => [one.key, one.step === true])).toEqual([['use', false], ['limit', true]]);
});

test('shading follows the limit in force at that time', () => {
  const model = useOf(series([point('2026-11-21T00:00:00Z', 9, 10), point('2026-11-21T00:05:00Z', 9, 20), point('2026-11-21T00:10:00Z', 8, 10)]), 'UTC');
  expect(above(model, 80)).toEqual([0]);
});

test('no points, no picture', () => {
  expect(useOf(series([]), 'UTC').slots).toEqual([]);
});
