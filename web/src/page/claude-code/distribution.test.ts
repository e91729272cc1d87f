import { expect, test } from 'vitest';
import { distribution } from './distribution';

test('median and p90 are amounts that somebody had', () => {
  const amounts = ['1.10', '2.20', '3.30', '4.40', '5.50', '6.60', '7.70', '8.80', '9.90', '100.00'];
  expect(distribution(amounts)).toMatchObject({ count: 10, median: '5.50', p90: '9.90', most: '100.00' });
});

test('every amount is in one class, and classes have round edges', () => {
  const { classes } = distribution(['0', '4.99', '5', '5.01', '23.7', '120'])!;
  expect(classes.reduce((sum, each) => sum + each.count, 0)).toBe(6);
  expect(classes[1]).toEqual({ from: 5, to: 10, count: 2 });
});

test('nothing is spread where there is nothing', () => {
  expect(distribution([])).toBeUndefined();
  expect(distribution(['0'])?.median).toBe('0');
});
