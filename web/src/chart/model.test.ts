import { expect, test } from 'vitest';
import type { Answer } from '../api/types';
import { chartOf, sum } from './model';
import { labelStep, ticks } from './scale';

const COST = { name: 'cost', kind: 'measure' as const, title: 'Cost', unit: 'USD' };

const EMPTY: Answer = {
  ask: { measures: ['cost'], by: [], where: '', period: '30d', zone: 'UTC' },
  period: { from: '', to: '', text: '' },
  version: 1,
  columns: [],
  rows: [],
  totals: { values: [] },
  missing: [],
  notes: [],
  sources: [],
};

function answer(rows: Answer['rows']): Answer {
  return { ...EMPTY, columns: [COST], rows };
}

const a = { id: 'a', name: 'A' };
const b = { id: 'b', name: 'B' };

test('a day without rows stays a day of the chart, empty and not zero', () => {
  const model = chartOf(
    answer([
      { time: '2026-11-01T00:00:00Z', groups: [a], values: ['1.10'] },
      { time: '2026-11-03T00:00:00Z', groups: [a], values: ['2.20'], provisional: true },
    ]),
    'cost',
    'day',
    'UTC',
  );
  expect(model.slots.map((slot) => slot.time.slice(0, 10))).toEqual(['2026-11-01', '2026-11-02', '2026-11-03']);
  expect(model.totals).toEqual(['1.10', null, '2.20']);
  expect(model.slots[2].provisional).toBe(true);
});

test('the rest is stacked last however large, and totals are exact', () => {
  const time = '2026-11-01T00:00:00Z';
  const model = chartOf(
    answer([
      { time, groups: [a], values: ['0.1'], previous: ['0.3'] },
      { time, groups: [{ id: null, name: 'x' }], values: ['9'], others: 4 },
      { time, groups: [b], values: ['0.2'] },
    ]),
    'cost',
    'day',
    'UTC',
  );
  expect(model.series.map((one) => one.name)).toEqual(['B', 'A', 'Others (4)']);
  expect(model.totals).toEqual(['9.3']);
  expect(model.previous).toEqual(['0.3']);
});

test('days of UTC stay days of UTC in a chart of another zone', () => {
  const rows = [{ time: '2026-11-01T00:00:00Z', groups: [], values: ['1'] }];
  expect(chartOf(answer(rows), 'cost', 'day', 'America/New_York').slots[0].end).toBe('2026-11-02T00:00:00Z');
});

test('nothing known is not nothing', () => {
  expect(sum([null, null])).toBeNull();
  expect(sum(['0', null])).toBe('0');
});

test('axis steps are round and reach over the largest', () => {
  expect(ticks(87, 4)).toEqual([0, 25, 50, 75, 100]);
  expect(ticks(0, 4)).toEqual([0]);
  expect(labelStep(30, 600, 60)).toBe(3);
});
