import { dayInWords } from '../ask/period';
import { dayOf, timeOf, weekdayOf, type Grain } from '../ask/zone';
import type { Slot } from './model';

const DAYS = 'Mon Tue Wed Thu Fri Sat Sun'.split(' ');
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** On the axis: as short as can be. */
export function tickText(slot: Slot, grain: Grain, zone: string): string {
  const day = dayOf(slot.time, zone);
  if (grain === 'month') return `${MONTHS[Number(day.slice(5, 7)) - 1].slice(0, 3)} ${day.slice(2, 4)}`;
  if (grain === 'day' || grain === 'week') return dayInWords(day, false);
  const time = timeOf(slot.time, zone);
  return time === '00:00' ? dayInWords(day, false) : time;
}

/** In a tooltip, a table, or read out: whole. */
export function slotText(slot: Slot, grain: Grain, zone: string): string {
  const day = dayOf(slot.time, zone);
  if (grain === 'month') return `${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
  if (grain === 'week') return `Week of ${dayInWords(day)}`;
  const named = `${DAYS[weekdayOf(slot.time, zone)]} ${dayInWords(day)}`;
  return grain === 'day' ? named : `${named}, ${timeOf(slot.time, zone)}`;
}
