import { expect, test } from 'vitest';
import { ago, moment } from './time';

const now = Date.parse('2026-11-21T14:41:00Z');

test('says how long ago in the largest whole unit', () => {
  expect(ago('2026-11-21T14:40:30Z', now)).toBe('just now');
  expect(ago('2026-11-21T14:35:00Z', now)).toBe('6 min ago');
  expect(ago('2026-11-20T14:50:00Z', now)).toBe('23 h ago');
  expect(ago('2026-08-01T00:00:00Z', now)).toBe('112 d ago');
  expect(ago('2026-11-21T14:45:00Z', now)).toBe('in 4 min');
});

test('a moment is told in the zone of the page', () => {
  expect(moment('2026-11-21T23:35:00Z', 'Europe/Berlin')).toBe('22 Nov 2026 00:35');
});
