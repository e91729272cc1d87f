import type { Grain } from './zone';

export const GRAINS: readonly Grain[] = ['minute', 'hour', 'day', 'week', 'month'];

/** Reported by the day: there is nothing finer to be had, nor of what is divided by it. */
const DAILY = /^(cost_report|claude_code|analytics_)/;

export function finest(datasets: readonly string[]): Grain {
  const daily = datasets.length > 0 && datasets.every((dataset) => DAILY.test(dataset));
  return daily || datasets.includes('cost_report') ? 'day' : 'minute';
}

/** A width of bars that suits a period of so many days. */
export function suiting(days: number): Grain {
  if (days <= 0.1) return 'minute';
  if (days <= 2) return 'hour';
  if (days <= 100) return 'day';
  return days <= 380 ? 'week' : 'month';
}

export function coarser(a: Grain, b: Grain): Grain {
  return GRAINS.indexOf(a) >= GRAINS.indexOf(b) ? a : b;
}

export function finer(grain: Grain): Grain {
  return GRAINS[Math.max(GRAINS.indexOf(grain) - 1, 0)];
}

/** How many days a period has, about. */
export function daysOf(period: string): number {
  const counted = /^(\d+)([hd])$/.exec(period);
  if (counted) return Number(counted[1]) / (counted[2] === 'h' ? 24 : 1);
  const [from, to] = period.split('..');
  if (to) return (Date.parse(to) - Date.parse(from)) / 86_400_000 + (to.length > 10 ? 0 : 1);
  return { today: 1, yesterday: 1, mtd: 31, last_month: 31, qtd: 92, ytd: 366 }[period] ?? 30;
}
