export interface Limit {
  scope: string;
  scope_name?: string;
  group_name?: string;
  limiter_title?: string;
  unit?: string;
  value: string | number;
  measurable: boolean;
  reason?: string;
  peak?: { time: string; per_minute: string | number; percent: string | number };
}

/** The limit that was used the most of, among those that can be measured. */
export function tightest(limits: readonly Limit[]): Limit | undefined {
  const measured = limits.filter((limit) => limit.measurable && limit.peak);
  return measured.sort((a, b) => Number(b.peak?.percent) - Number(a.peak?.percent))[0];
}
