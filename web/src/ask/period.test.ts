import { expect, test } from 'vitest';
import { fixed, isPeriod, periodInWords, shifted } from './period';
import { next, weekdayOf, zoneInWords } from './zone';

const BERLIN = 'Europe/Berlin';

test.each([
  ['30d', 'Last 30 days'],
  ['12h', 'Last 12 hours'],
  ['2026-11-03..2026-11-03', '3 Nov 2026'],
  ['2026-11-01..2026-11-20', '1 Nov – 20 Nov 2026'],
  ['2025-12-20..2026-01-03', '20 Dec 2025 – 3 Jan 2026'],
  ['2026-11-03T04:00:00Z..2026-11-03T09:00:00Z', '3 Nov 04:00 – 3 Nov 09:00'],
])('%s reads %s', (period, words) => expect(periodInWords(period)).toBe(words));

test('a whole month moves by a month, anything else by its length', () => {
  expect(shifted({ from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z' }, 'UTC', -1)).toBe('2026-02-01..2026-02-28');
  expect(shifted({ from: '2026-11-08T00:00:00Z', to: '2026-11-15T00:00:00Z' }, 'UTC', 1)).toBe('2026-11-15..2026-11-21');
  expect(shifted({ from: '2026-11-08T03:00:00Z', to: '2026-11-08T05:00:00Z' }, 'UTC', -1)).toBe('2026-11-08T01:00:00Z..2026-11-08T03:00:00Z');
});

test('days are those of the zone', () => {
  expect(fixed({ from: '2026-10-24T22:00:00Z', to: '2026-10-26T23:00:00Z' }, BERLIN)).toBe('2026-10-25..2026-10-26');
  expect(fixed({ from: '2026-10-24T00:00:00Z', to: '2026-10-26T00:00:00Z' }, BERLIN)).toContain('T00:00:00Z..');
});

test('a day on which the clock changes has 23 or 25 hours', () => {
  expect(next('2026-10-24T22:00:00Z', 'day', BERLIN)).toBe(Date.parse('2026-10-25T23:00:00Z'));
  expect(next('2026-03-28T23:00:00Z', 'day', BERLIN)).toBe(Date.parse('2026-03-29T22:00:00Z'));
});

test('weeks begin on Monday, and zones are told in words', () => {
  expect(weekdayOf('2026-11-22T23:30:00Z', BERLIN)).toBe(0);
  expect(zoneInWords(BERLIN, Date.parse('2026-11-21T00:00:00Z'))).toBe('Berlin, UTC+1');
  expect(zoneInWords('Asia/Kolkata', 0)).toBe('Kolkata, UTC+5:30');
});

test('what is typed as a period is told from what is not', () => {
  expect(['today', '7d', '36h', '2026-11-01..2026-11-02'].every(isPeriod)).toBe(true);
  expect(['', 'soon', '2026-11-02..2026-11-01', '2026-11-01', 'd7'].some(isPeriod)).toBe(false);
});
