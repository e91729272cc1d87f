import { expect, test } from 'vitest';
import type { Row } from '../../api/types';
import { coarser, daysOf, finest, suiting } from '../../ask/grain';
import { figure, pressed, printSorts, readSorts, sorted } from './sorting';
import { printSteps, readSteps } from './zoom';

const row = (name: string, value: string | null, others?: number): Row => ({ groups: [{ id: name, name }], values: [value], others });
const by = (one: Row, key: string) => (key === 'model' ? one.groups[0].name : figure(one.values[0]));

test('unknown comes last whichever way figures are sorted, and the lumped rest after it', () => {
  const rows = [row('x', null), row('rest', '99', 3), row('a', '2'), row('b', '10')];
  const names = (text: string) => sorted(rows, readSorts(text), by).map((one) => one.groups[0].name);
  expect(names('-cost')).toEqual(['b', 'a', 'x', 'rest']);
  expect(names('cost')).toEqual(['a', 'b', 'x', 'rest']);
});

test('a second column decides where the first leaves it open', () => {
  const rows = [row('b', '1'), row('c', '2'), row('a', '1')];
  expect(sorted(rows, readSorts('cost,model'), by).map((one) => one.groups[0].name)).toEqual(['a', 'b', 'c']);
});

test('a press turns a column round; with Shift others stay', () => {
  expect(printSorts(pressed(readSorts('-cost'), 'cost', true, false))).toBe('cost');
  expect(printSorts(pressed(readSorts('-cost'), 'model', false, true))).toBe('-cost,model');
  expect(printSorts(pressed(readSorts('-cost,model'), 'cost', true, true))).toBe('cost,model');
  expect(printSorts(pressed(readSorts('-cost'), 'tokens', true, false))).toBe('-tokens');
});

test('the way back out of a zoom is in the address', () => {
  const steps = [
    { period: '30d', grain: 'day', measures: 'cost' },
    { period: '2026-11-03..2026-11-03', grain: '', measures: 'estimated_cost' },
  ];
  expect(readSteps(printSteps(steps))).toEqual(steps);
  expect(readSteps('')).toEqual([]);
});

test('bars suit the period, and are never finer than what is reported', () => {
  expect(suiting(daysOf('24h'))).toBe('hour');
  expect(suiting(daysOf('30d'))).toBe('day');
  expect(suiting(daysOf('365d'))).toBe('week');
  expect(suiting(daysOf('2026-11-03T04:00:00Z..2026-11-03T05:00:00Z'))).toBe('minute');
  expect(coarser(suiting(1), finest(['cost_report']))).toBe('day');
  expect(finest(['usage_report', 'analytics_usage'])).toBe('minute');
  expect(finest(['cost_report', 'usage_report'])).toBe('day');
});
