import type { Column } from '../../api/types';
import type { ChartModel, Series, Slot } from '../../chart/model';
import type { SeriesAnswer } from './shapes';

const COLUMN: Column = { name: 'per_minute', kind: 'measure', title: 'Tokens a minute', unit: 'tokens per minute', format: 'count' };

/** Use and limit through time. A stretch that was not collected has a place and no value. */
export function useOf({ points, stretch_seconds }: SeriesAnswer, zone: string): ChartModel {
  const slots = slotsOf(points.map((point) => Date.parse(point.time)), stretch_seconds * 1000);
  const at = new Map(points.map((point) => [Date.parse(point.time), point]));
  const values = (of: (point: SeriesAnswer['points'][number]) => number | undefined) =>
    slots.map((slot) => of(at.get(Date.parse(slot.time)) ?? NOTHING) ?? null);
  const series: Series[] = [
    line('use', 'Counted use', values((point) => point.per_minute)),
    line('reads', 'Cache reads, not counted', values((point) => point.cache_read_per_minute)),
    { ...line('limit', 'Limit', values((point) => point.limit)), step: true },
  ];
  const some = series.filter((one) => one.values.some((value) => value !== null && value !== 0));
  return { column: COLUMN, at: 0, zone, slots, series: some, totals: series[0]?.values ?? [], previous: null };
}

/** The slots in which use was above a part of the limit, by position. */
export function above(model: ChartModel, percent: number): number[] {
  const value = (key: string, slot: number) => Number(model.series.find((one) => one.key === key)?.values[slot] ?? NaN);
  return model.slots.flatMap((_, slot) => (value('use', slot) * 100 > value('limit', slot) * percent ? [slot] : []));
}

const NOTHING = {} as SeriesAnswer['points'][number];

function line(key: string, name: string, values: Series['values']): Series {
  return { key, name, groups: [], others: 0, values };
}

function slotsOf(times: number[], stretch: number): Slot[] {
  const [first] = times;
  const last = times.at(-1);
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: Math.round((last - first) / stretch) + 1 }, (_, n) => ({
    time: iso(first + n * stretch),
    end: iso(first + (n + 1) * stretch),
    provisional: false,
  }));
}

function iso(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
