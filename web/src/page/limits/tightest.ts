import { compare, decimal } from '../../figure/decimal';
import type { Limit } from './shapes';

/** Measured limits, the tightest first; those without use after them. */
export function measured(limits: readonly Limit[]): Limit[] {
  return limits.filter((limit) => limit.measurable).sort(byPeak);
}

export function dark(limits: readonly Limit[]): Limit[] {
  return limits.filter((limit) => !limit.measurable);
}

function byPeak(a: Limit, b: Limit): number {
  const left = a.peak?.percent;
  const right = b.peak?.percent;
  if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
  return compare(decimal(right), decimal(left));
}

/** Whether a workspace has a value of its own. */
export function origin(limit: Limit): string {
  return limit.source === 'inherited' ? 'inherited' : 'own limit';
}
