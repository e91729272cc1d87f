import { expect, test } from 'vitest';
import { decimal } from '../figure/decimal';
import { order, sorted, turned } from './sorting';

test('what is unknown is last, whichever way', () => {
  const rows = [{ n: 2 }, { n: undefined }, { n: 1 }];
  expect(sorted(rows, (row) => row.n, false).map((row) => row.n)).toEqual([1, 2, undefined]);
  expect(sorted(rows, (row) => row.n, true).map((row) => row.n)).toEqual([2, 1, undefined]);
});

test('money is sorted by value and names as people number them', () => {
  expect(sorted(['10.5', '9.25', '-1'], (text) => decimal(text), true)).toEqual(['10.5', '9.25', '-1']);
  expect(sorted(['ci-10', 'CI-9'], (text) => text, false)).toEqual(['CI-9', 'ci-10']);
});

test('a second click turns the order round', () => {
  expect(turned(order('name'), 'cost', true)).toBe('-cost');
  expect(turned(order('-cost'), 'cost', true)).toBe('cost');
  expect(turned(order('-cost'), 'name', false)).toBe('name');
});
