import { compare, decimal } from '../../figure/decimal';

/** How amounts are spread: real values at the ranks, and how many lie in each class. */
export type Distribution = {
  count: number;
  median: string;
  p90: string;
  most: string;
  classes: { from: number; to: number; count: number }[];
};

/** Undefined where there is nothing to spread. Ranks are nearest ranks, so each is an amount that somebody had. */
export function distribution(amounts: string[], wanted = 24): Distribution | undefined {
  const sorted = [...amounts].sort((a, b) => compare(decimal(a), decimal(b)));
  const [most] = sorted.slice(-1);
  if (most === undefined) return undefined;
  return { count: sorted.length, median: rank(sorted, 50), p90: rank(sorted, 90), most, classes: classes(sorted, wanted) };
}

function rank(sorted: string[], percent: number): string {
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? '0';
}

/** Classes of a round width; the width of a bar is geometry, so floats will do. */
function classes(sorted: string[], wanted: number): Distribution['classes'] {
  const values = sorted.map(Number);
  const width = round((values[values.length - 1] ?? 0) / wanted);
  const counts = new Array<number>(Math.floor((values[values.length - 1] ?? 0) / width) + 1).fill(0);
  for (const value of values) counts[Math.max(0, Math.floor(value / width))]! += 1;
  return counts.map((count, at) => ({ from: at * width, to: (at + 1) * width, count }));
}

/** The next of 1, 2 or 5 times a power of ten. */
function round(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width || 1));
  return power * ([1, 2, 5].find((step) => step * power >= width) ?? 10);
}
