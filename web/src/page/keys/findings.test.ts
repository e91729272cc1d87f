import { expect, test } from 'vitest';
import { findings } from './findings';
import type { ApiKey } from './shapes';

const now = Date.parse('2026-11-21T14:41:00Z');
const key: ApiKey = {
  id: 'apikey_1',
  name: 'ci',
  status: 'active',
  workspace: { id: null, name: 'Default Workspace' },
  owner: { id: 'user_1', name: 'Ada', type: 'user' },
  age_days: 200,
  last_used: '2026-11-20T00:00:00Z',
  models: [],
  connection: 'demo',
};

test('a key in use with an owner is not worth a word', () => {
  expect(findings(key, now)).toEqual([]);
});

test('an old key without use is, a new one is not', () => {
  expect(findings({ ...key, last_used: '2026-08-01T00:00:00Z' }, now)).toEqual(['unused for 112 days']);
  expect(findings({ ...key, last_used: undefined }, now)).toEqual(['never seen in use']);
  expect(findings({ ...key, last_used: undefined, age_days: 5 }, now)).toEqual([]);
});

test('so are keys of people who left, and those about to end', () => {
  expect(findings({ ...key, owner: { id: 'user_9', name: 'Bob', type: 'user', gone: true } }, now)).toEqual(['owner has left']);
  expect(findings({ ...key, owner: undefined }, now)).toEqual(['nobody owns it']);
  expect(findings({ ...key, expires_at: '2026-11-25T00:00:00Z' }, now)).toEqual(['ends in 3 days']);
});

test('a key that is off is at rest', () => {
  expect(findings({ ...key, status: 'archived', owner: undefined, last_used: undefined }, now)).toEqual([]);
});
