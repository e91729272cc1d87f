/** Days and hours in a time zone; days are texts like 2026-11-21, instants RFC 3339. */
export type Grain = 'minute' | 'hour' | 'day' | 'week' | 'month';

const MINUTE = 60_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

function clock(zone: string): Intl.DateTimeFormat {
  let found = clocks.get(zone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    clocks.set(zone, found);
  }
  return found;
}

/** The wall clock there, read as if it were UTC. */
function wall(at: number, zone: string): number {
  if (zone === 'UTC') return at;
  const part = Object.fromEntries(clock(zone).formatToParts(at).map((one) => [one.type, one.value]));
  return Date.UTC(+part.year, +part.month - 1, +part.day, +part.hour, +part.minute);
}

export function offsetMinutes(at: number, zone: string): number {
  return Math.round((wall(at, zone) - Math.floor(at / MINUTE) * MINUTE) / MINUTE);
}

/** The instant at which the wall clock there says this; twice to settle on changes of the clock. */
function instantOf(wallTime: number, zone: string): number {
  const guess = wallTime - offsetMinutes(wallTime, zone) * MINUTE;
  return wallTime - offsetMinutes(guess, zone) * MINUTE;
}

export function dayOf(instant: string | number, zone: string): string {
  return iso(wall(ms(instant), zone)).slice(0, 10);
}

export function timeOf(instant: string | number, zone: string): string {
  return iso(wall(ms(instant), zone)).slice(11, 16);
}

/** 0 is Monday. */
export function weekdayOf(instant: string | number, zone: string): number {
  return (new Date(wall(ms(instant), zone)).getUTCDay() + 6) % 7;
}

export function hourOf(instant: string | number, zone: string): number {
  return new Date(wall(ms(instant), zone)).getUTCHours();
}

export function isMidnight(instant: string, zone: string): boolean {
  return timeOf(instant, zone) === '00:00' && ms(instant) % MINUTE === 0;
}

export function startOfDay(day: string, zone: string): number {
  return instantOf(Date.parse(`${day}T00:00:00Z`), zone);
}

export function addDays(day: string, days: number): string {
  return iso(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).slice(0, 10);
}

export function addMonths(day: string, months: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  return iso(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, at.getUTCDate())).slice(0, 10);
}

/** When the slot that begins here ends. */
export function next(instant: string | number, grain: Grain, zone: string): number {
  const at = ms(instant);
  if (grain === 'minute') return at + MINUTE;
  if (grain === 'hour') return at + 60 * MINUTE;
  const day = dayOf(at, zone);
  if (grain === 'month') return startOfDay(addMonths(`${day.slice(0, 8)}01`, 1), zone);
  return startOfDay(addDays(day, grain === 'week' ? 7 : 1), zone);
}

export function zoneInWords(zone: string, at: number): string {
  if (zone === 'UTC') return 'UTC';
  const minutes = offsetMinutes(at, zone);
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  const offset = `UTC${minutes < 0 ? '−' : '+'}${hours}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
  return `${zone.split('/').pop()?.replace(/_/g, ' ')}, ${offset}`;
}

export function isZone(text: string): boolean {
  try {
    clock(text);
    return true;
  } catch {
    return false;
  }
}

function ms(instant: string | number): number {
  return typeof instant === 'number' ? instant : Date.parse(instant);
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
