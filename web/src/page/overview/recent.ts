import type { Answer, Cell } from '../../api/types';

const DAY = 86_400_000;

/** One measure of an answer by days, day by day over its whole period; null where nothing is known. */
export function daily(answer: Answer | undefined, at: number): Cell[] {
  if (!answer) return [];
  return daysOf(answer).map((time) => valueOn(answer, time, at));
}

/** The value so many days before the period's last day, which is today. */
export function daysAgo(answer: Answer, days: number, at: number): Cell {
  const all = daysOf(answer);
  const time = all[all.length - 1 - days];
  return time === undefined ? null : valueOn(answer, time, at);
}

export function timeAgo(answer: Answer, days: number): string | undefined {
  const all = daysOf(answer);
  const time = all[all.length - 1 - days];
  return answer.rows.find((row) => Date.parse(row.time ?? '') === time)?.time;
}

function daysOf(answer: Answer): number[] {
  const from = Date.parse(answer.rows[0]?.time ?? answer.period.from);
  const to = Date.parse(answer.period.to);
  return Array.from({ length: Math.max(0, Math.round((to - from) / DAY)) }, (_, at) => from + at * DAY);
}

function valueOn(answer: Answer, time: number, at: number): Cell {
  const row = answer.rows.find((one) => Math.abs(Date.parse(one.time ?? '') - time) < DAY / 2);
  return row?.values[at] ?? null;
}
