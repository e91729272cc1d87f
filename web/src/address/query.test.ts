import { expect, test } from 'vitest';
import { carried, parseQuery, printQuery } from './query';

test('the address gives back the state it was made from', () => {
  const state = { period: '2026-11-01..2026-11-20', zone: 'Europe/Berlin', where: 'workspace = "R & D+", b', by: 'model,workspace', open: 'ü/?#' };
  expect(parseQuery(printQuery(state))).toEqual(state);
});

test('what is usual is left out, what is empty too', () => {
  expect(printQuery({ period: '30d', zone: 'UTC', compare: 'previous', where: '' })).toBe('');
  expect(printQuery({ compare: 'none', period: '7d' })).toBe('?compare=none&period=7d');
});

test('an address can be read by people', () => {
  expect(printQuery({ by: 'model,workspace', zone: 'Europe/Berlin' })).toBe('?by=model,workspace&zone=Europe/Berlin');
});

test('period, zone, comparison and filters go along to the next page', () => {
  expect(carried({ period: '7d', where: 'model = a', by: 'model', chart: 'line' })).toEqual({ period: '7d', where: 'model = a' });
});
