import { expect, test } from 'vitest';
import { prefix } from './prefix';

test('says nothing while the beginning is still being typed', () => {
  for (const typed of ['', 's', 'sk-ant-', 'sk-ant-admin', ' sk-ant-ad', 'sk-ant-admin01']) {
    expect(prefix(typed)).toBeUndefined();
  }
});

test('knows an Admin key, with the spaces a paste brings', () => {
  expect(prefix(' sk-ant-admin01-abcdefgh\n')?.ok).toBe(true);
});

test('says which other key it is', () => {
  expect(prefix('sk-ant-api03-abc')).toMatchObject({ ok: false, text: expect.stringContaining('calling models') });
  expect(prefix('sk-ant-oat01-abc')).toMatchObject({ ok: false, text: expect.stringContaining('OAuth') });
  expect(prefix('hello')?.ok).toBe(false);
});

test('finds a break inside', () => {
  expect(prefix('sk-ant-admin01-abc def')).toMatchObject({ ok: false, text: expect.stringContaining('space') });
});
