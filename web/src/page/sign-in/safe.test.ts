import { expect, test } from 'vitest';
import { safe } from './safe';

test('goes on to where one wanted to go', () => {
  expect(safe('/explorer?by=model&period=7d')).toBe('/explorer?by=model&period=7d');
});

test('never to another site, nor in a circle', () => {
  for (const to of ['', 'https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/sign-in?to=/limits']) {
    expect(safe(to)).toBe('/overview');
  }
});
