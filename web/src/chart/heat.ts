import type { Answer, Cell } from '../api/types';
import { sum } from './model';

/** Weekdays down, hours across; null where nothing is known. */
export interface Heat {
  readonly days: readonly string[];
  readonly cells: readonly (readonly Cell[])[];
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** From an answer by weekday and hour_of_day, whichever of the two comes first. */
export function heatOf(answer: Answer, at: number): Heat {
  const order = answer.columns.filter((column) => column.kind === 'dimension').map((column) => column.name);
  const [day, hour] = [order.indexOf('weekday'), order.indexOf('hour_of_day')];
  const cells: Cell[][] = DAYS.map(() => Array.from({ length: 24 }, () => null));
  for (const row of answer.rows) {
    const d = dayIndex(row.groups[day]);
    const h = parseInt(row.groups[hour]?.id ?? row.groups[hour]?.name ?? '', 10);
    if (d >= 0 && h >= 0 && h < 24) cells[d][h] = sum([cells[d][h], row.values[at]]);
  }
  return { days: DAYS, cells };
}

/** Days come as names or as numbers, 1 for Monday. */
function dayIndex(group: { id: string | null; name: string } | undefined): number {
  const named = DAYS.findIndex((day) => [group?.name, group?.id].some((text) => text?.toLowerCase().startsWith(day.slice(0, 3).toLowerCase())));
  return named >= 0 ? named : parseInt(group?.id ?? '', 10) - 1;
}
