import { expect, test } from 'vitest';
import { also, groupIs, NotAFilter, parse, print, read, without } from './filter';

test.each([
  'model = claude-opus-4-6',
  'model = a, b and workspace != wrkspc_1',
  'description ~ "web search" or api_key is empty',
  'person is not empty and person !~ "@example.com\\"s, \\\\"',
  'model = "and"',
  'workspace = "Müller & Söhne"',
])('what is printed is what was read: %s', (text) => {
  expect(print(parse(text))).toBe(text);
});

test('or separates groups, and binds within them', () => {
  const filter = parse('model = a and tool = b or workspace=c');
  expect(filter.map((group) => group.map((one) => one.dimension))).toEqual([['model', 'tool'], ['workspace']]);
});

test('blanks and letters of keywords do not matter', () => {
  expect(print(parse('  model=a ,"b c"   AND workspace IS NOT EMPTY '))).toBe('model = a, "b c" and workspace is not empty');
});

test.each(['model', 'model =', '= a', 'model = a b', 'model is nothing', 'model = a,', 'model = a and', 'model = "a'])('is no filter: %s', (text) => {
  expect(() => parse(text)).toThrow(NotAFilter);
  expect(read(text)).toEqual([]);
});

test('a further condition holds in every group, once', () => {
  const one = groupIs('workspace', 'w 1');
  const twice = also(also(parse('model = a or model = b'), one), one);
  expect(print(twice)).toBe('model = a and workspace = "w 1" or model = b and workspace = "w 1"');
});

test('the group without id is the empty one', () => {
  expect(print([[groupIs('api_key', null)]])).toBe('api_key is empty');
  expect(print([[groupIs('api_key', null, true)]])).toBe('api_key is not empty');
});

test('a group that loses its last condition is gone', () => {
  expect(print(without(parse('model = a or tool = b'), 0, 0))).toBe('tool = b');
});
