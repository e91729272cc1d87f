import { compare, decimal } from '../../figure/decimal';
import type { Limit } from './shapes';

/** Measured limits, the tightest first; those without use after them. */
export function measured(limits: readonly Limit[]): Limit[] {
  return limits.filter((limit) => limit.measurable).sort(byPeak);
}

/** Limits of one kind that nothing can be held against. */
export interface Dark {
  readonly title: string;
  readonly reason: string;
  readonly limits: readonly Limit[];
}

/** What cannot be measured, by kind: the reason is the same for all of a kind. */
export function dark(limits: readonly Limit[]): Dark[] {
  const kinds = new Map<string, Limit[]>();
  for (const limit of limits.filter((each) => !each.measurable)) {
    const kind = `${limit.limiter_title}|${limit.reason}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), limit]);
  }
  return [...kinds.values()].map((all) => ({ title: all[0].limiter_title, reason: all[0].reason ?? '', limits: all }));
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
