import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { apart, slots } from './colours';

const MODELS = ['claude-opus-4-6', 'claude-sonnet-4-6', 'claude-haiku-4-5', 'claude-opus-4-1', 'claude-sonnet-4-5'];

test('an entity keeps its colour whatever the order it comes in', () => {
  expect(slots([...MODELS].reverse())).toEqual(slots(MODELS));
});

test('eight entities have eight colours', () => {
  const eight = Array.from({ length: 8 }, (_, at) => `name ${at}`);
  expect(new Set(slots(eight).values()).size).toBe(8);
});

test('within one chart no two series share a colour while some are free', () => {
  expect(apart([3, 3, 7, 7])).toEqual([3, 4, 7, 0]);
});

test.each(['light', 'dark'])('every colour stands at 3:1, and text at 4.5:1, against the %s surface', (theme) => {
  const colour = tokens(theme);
  for (let slot = 1; slot <= 8; slot++) expect(contrast(colour(`c${slot}`), colour('surface')), `c${slot}`).toBeGreaterThanOrEqual(3);
  expect(contrast(colour('others'), colour('surface'))).toBeGreaterThanOrEqual(3);
  for (const name of ['text', 'muted', 'warn', 'bad']) {
    for (const ground of ['surface', 'page', 'sunken', 'raised']) {
      expect(contrast(colour(name), colour(ground)), `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});

function tokens(theme: string): (name: string) => string {
  const css = readFileSync(new URL('../style/tokens.css', import.meta.url), 'utf8');
  const [light, dark] = css.split(":root[data-theme='dark']");
  const part = theme === 'dark' ? dark : light;
  return (name) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(part)![1];
}

function contrast(a: string, b: string): number {
  const [dark, bright] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => linear(parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
