import { dayInWords } from '../ask/period';
import { dayOf, timeOf } from '../ask/zone';

/** "21 Nov 2026 14:35", in the zone. */
export function moment(instant: string, zone: string): string {
  return `${dayInWords(dayOf(instant, zone))} ${timeOf(instant, zone)}`;
}

const STEPS: readonly [seconds: number, word: string][] = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
];

/** "6 min ago", "in 4 min", "now"; never more exact than it is of use. */
export function ago(instant: string, now: number): string {
  const seconds = Math.round((now - Date.parse(instant)) / 1000);
  const step = STEPS.find(([size]) => Math.abs(seconds) >= size);
  if (!step) return seconds < 0 ? 'in a moment' : 'just now';
  const count = `${Math.floor(Math.abs(seconds) / step[0])} ${step[1]}`;
  return seconds < 0 ? `in ${count}` : `${count} ago`;
}
