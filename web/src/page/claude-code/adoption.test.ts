import { expect, test } from 'vitest';
import { turns } from './adoption';

const week = (period: string, ...people: string[]) => ({ period, people: new Set(people) });

test('tells the new from those who came back and those who left', () => {
  const seen = [week('w1', 'ada', 'bob'), week('w2', 'ada', 'cyd'), week('w3', 'bob', 'cyd', 'dan')];
  expect(turns(seen)).toEqual([
    { period: 'w2', active: 2, fresh: 1, returning: 0, lapsed: 1 },
    { period: 'w3', active: 3, fresh: 1, returning: 1, lapsed: 1 },
  ]);
});

test('does not judge a period before which nothing is known', () => {
  expect(turns([week('w1', 'ada')])).toEqual([]);
});
