import { expect, test } from 'vitest';
import { exactJson } from './exact';

test('counts beyond 2^53 keep their last digit', () => {
  expect(exactJson('{"a":[9007199254740993,12],"b":-12345678901234567890}')).toEqual({
    a: ['9007199254740993', 12],
    b: '-12345678901234567890',
  });
});

test('long digits inside text are left alone', () => {
  const text = '{"id":"a:1234567890123456789,","k":["x, 12345678901234567890]"],"n":12345678901234567890}';
  expect(exactJson(text)).toEqual({ id: 'a:1234567890123456789,', k: ['x, 12345678901234567890]'], n: '12345678901234567890' });
});

test('decimals are not touched', () => {
  expect(exactJson('{"n":0.12345678901234567890,"m":12345678901234567.5}')).toEqual({ n: 0.12345678901234568, m: 12345678901234568 });
});
