import { expect, test } from 'vitest';
import { decimal, ratio, text } from './decimal';
import { delta } from './delta';
import { brief, show } from './format';

const USD = { unit: 'USD', format: 'money' };
const TOKENS = { unit: 'tokens', format: 'count' };
const RATE = { unit: 'ratio', format: 'percent' };

test.each([
  ['1234567.895', '$1,234,567.90'],
  ['0', '$0.00'],
  ['0.004', '< $0.01'],
  ['-0.004', '> −$0.01'],
  ['-12.5', '−$12.50'],
])('money %s reads %s', (value, expected) => expect(show(value, USD).text).toBe(expected));

test.each([
  [0, '0'],
  [9999, '9,999'],
  [10_000, '10.0 k'],
  [999_600, '1.00 M'],
  [1_236_000, '1.24 M'],
  [999_499_999, '999 M'],
  ['9007199254740993', '9,007 T'],
])('%s tokens read %s', (value, expected) => expect(show(value, TOKENS).text).toBe(expected));

test.each([
  ['9999.99', '$9,999.99'],
  ['12345.67', '$12,346'],
  ['-1234567.89', '−$1.23 M'],
])('where room is short %s reads %s', (value, expected) => expect(brief(value, USD)).toBe(expected));

test('the exact count is kept beside the short one', () => {
  expect(show('9007199254740993', TOKENS).exact).toBe('9,007,199,254,740,993 tokens');
});

test('unknown is not nothing', () => {
  expect(show(null, USD)).toEqual({ text: '—', exact: 'unknown' });
  expect(show('0', USD).text).not.toBe('—');
});

test('a small share is not none', () => {
  expect(show('0.0001', RATE).text).toBe('< 0.1 %');
  expect(show('0.4567', RATE).text).toBe('45.7 %');
  expect(show('12.3456', RATE).text).toBe('1,235 %');
});

test('sums are exact where floats are not', () => {
  expect(text(ratio(decimal('0.3'), decimal('0.1'), 4)!)).toBe('3.0000');
});

test('a change is told by arrow and word', () => {
  expect(delta('110', '100', USD)).toEqual({ arrow: '↑', words: '10.0 % more' });
  expect(delta('50', '100', USD)).toEqual({ arrow: '↓', words: '50.0 % less' });
  expect(delta('5', '0', USD).words).toBe('new');
  expect(delta('0.50', '0.45', RATE).words).toBe('5.0 points more');
  expect(delta(null, '1', USD).words).toBe('nothing to compare with');
});
