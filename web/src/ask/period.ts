import type { Span } from '../api/types';
import { addDays, addMonths, dayOf, isMidnight, startOfDay } from './zone';

export const PERIODS: readonly { period: string; words: string; short: string }[] = [
  { period: 'today', words: 'Today', short: 'Today' },
  { period: '7d', words: 'Last 7 days', short: '7 days' },
  { period: '30d', words: 'Last 30 days', short: '30 days' },
  { period: 'mtd', words: 'Month to date', short: 'Month to date' },
  { period: 'last_month', words: 'Last month', short: 'Last month' },
  { period: 'qtd', words: 'Quarter to date', short: 'Quarter to date' },
];

const MORE: Record<string, string> = {
  yesterday: 'Yesterday',
  '24h': 'Last 24 hours',
  '90d': 'Last 90 days',
  '365d': 'Last 365 days',
  ytd: 'Year to date',
};

export const COMPARISONS: readonly { compare: string; words: string }[] = [
  { compare: 'previous', words: 'Previous period' },
  { compare: 'last_month', words: 'Same days last month' },
  { compare: 'none', words: 'No comparison' },
];

export function periodInWords(period: string): string {
  const known = PERIODS.find((one) => one.period === period)?.words ?? MORE[period];
  if (known) return known;
  const counted = /^(\d+)([hd])$/.exec(period);
  if (counted) return `Last ${counted[1]} ${counted[2] === 'h' ? 'hours' : 'days'}`;
  const [from, to] = period.split('..');
  return to === undefined ? period : range(from, to);
}

export function isPeriod(text: string): boolean {
  return PERIODS.some((one) => one.period === text) || text in MORE || /^\d+[hd]$/.test(text) || isRange(text);
}

function isRange(text: string): boolean {
  const [from, to, more] = text.split('..');
  return more === undefined && to !== undefined && !Number.isNaN(Date.parse(from)) && !Number.isNaN(Date.parse(to)) && from <= to;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

export function dayInWords(day: string, year = true): string {
  const [y, m, d] = day.slice(0, 10).split('-').map(Number);
  return `${d} ${MONTHS[m - 1]}${year ? ` ${y}` : ''}`;
}

function range(from: string, to: string): string {
  if (from.length > 10) return `${moment(from)} – ${moment(to)}`;
  if (from === to) return dayInWords(from);
  return `${dayInWords(from, from.slice(0, 4) !== to.slice(0, 4))} – ${dayInWords(to)}`;
}

function moment(instant: string): string {
  return `${dayInWords(instant, false)} ${instant.slice(11, 16)}`;
}

/** The answer's span as a period: days (last included) where it has whole days in the zone, else instants. */
export function fixed(span: Span, zone: string): string {
  if (!isMidnight(span.from, zone) || !isMidnight(span.to, zone)) return `${span.from}..${span.to}`;
  return `${dayOf(span.from, zone)}..${addDays(dayOf(span.to, zone), -1)}`;
}

/** The period before (-1) or after (1) this one: whole months by months, all others by their length. */
export function shifted(span: Span, zone: string, by: -1 | 1): string {
  if (!isMidnight(span.from, zone) || !isMidnight(span.to, zone)) return shiftedInstants(span, by);
  const from = dayOf(span.from, zone);
  const to = dayOf(span.to, zone);
  if (from.endsWith('-01') && to.endsWith('-01')) {
    const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
    return days(addMonths(from, by * months), addMonths(to, by * months));
  }
  const length = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  return days(addDays(from, by * length), addDays(to, by * length));
}

function days(from: string, to: string): string {
  return `${from}..${addDays(to, -1)}`;
}

function shiftedInstants(span: Span, by: number): string {
  const length = (Date.parse(span.to) - Date.parse(span.from)) * by;
  return instants(Date.parse(span.from) + length, Date.parse(span.to) + length);
}

export function instants(from: number, to: number): string {
  return `${iso(from)}..${iso(to)}`;
}

function iso(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

/** One slot of a chart as a period of its own. */
export function slotPeriod(time: string, end: string, zone: string): string {
  return fixed({ from: time, to: end }, zone);
}

export { startOfDay };
