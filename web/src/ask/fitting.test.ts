import { expect, test } from 'vitest';
import { fitting } from './fitting';

const noKeys = (dimension: string) => dimension !== 'api_key';

test('what a measure is not reported by is left aside and told', () => {
  expect(fitting('model = a and api_key = k', noKeys)).toEqual({ where: 'model = a', dropped: ['api_key'] });
});

test('an alternative that loses all its conditions holds always', () => {
  expect(fitting('model = a or api_key = k', noKeys).where).toBe('');
});

test('a filter that fits is not touched', () => {
  expect(fitting('model=a', noKeys)).toEqual({ where: 'model=a', dropped: [] });
});
