import { pixels } from '../figure/decimal';
import type { ChartModel, Series } from './model';
import { ticks } from './scale';

export type Kind = 'stacked' | 'line' | 'area';

export const MARGIN = { top: 16, right: 10, bottom: 26, left: 58 };

export interface Geometry {
  readonly width: number;
  readonly height: number;
  readonly band: number;
  readonly ticks: readonly number[];
  readonly y: (value: number) => number;
  /** The left edge of a slot. */
  readonly x: (slot: number) => number;
  /** For each series, each slot: bottom and top as values; null where nothing is known. */
  readonly spans: readonly (readonly (readonly [number, number] | null)[])[];
  readonly slotAt: (x: number) => number;
  readonly seriesAt: (slot: number, y: number) => number;
}

/** Where everything lies; the only place where figures become floats, for pixels. */
export function geometry(model: ChartModel, series: readonly Series[], kind: Kind, width: number, height: number, withPrevious: boolean): Geometry {
  const inner = { width: Math.max(width - MARGIN.left - MARGIN.right, 1), height: Math.max(height - MARGIN.top - MARGIN.bottom, 1) };
  const spans = kind === 'line' ? series.map(single) : stacked(model, series, kind === 'area');
  const before = withPrevious && kind !== 'area' ? (model.previous ?? []).map(pixels) : [];
  const highest = Math.max(0, ...spans.map((row) => row.reduce((max, span) => Math.max(max, span?.[1] ?? 0), 0)), ...before);
  const steps = kind === 'area' ? [0, 0.25, 0.5, 0.75, 1] : ticks(highest, Math.max(2, Math.round(inner.height / 60)));
  const max = steps[steps.length - 1] || 1;
  const band = inner.width / Math.max(model.slots.length, 1);
  const y = (value: number) => MARGIN.top + inner.height * (1 - value / max);
  return {
    width,
    height,
    band,
    ticks: steps,
    y,
    x: (slot) => MARGIN.left + slot * band,
    spans,
    slotAt: (x) => Math.min(Math.max(Math.floor((x - MARGIN.left) / band), 0), model.slots.length - 1),
    seriesAt: (slot, at) => (kind === 'line' ? nearest(spans, slot, at, y) : spans.findIndex((row) => inside(row[slot], at, y))),
  };
}

function single(series: Series): ([number, number] | null)[] {
  return series.values.map((value) => (value === null ? null : [0, pixels(value)]));
}

function stacked(model: ChartModel, series: readonly Series[], share: boolean): ([number, number] | null)[][] {
  const foot = model.slots.map(() => 0);
  const total = model.slots.map((_, slot) => series.reduce((all, one) => all + Math.max(pixels(one.values[slot]), 0), 0));
  return series.map((one) =>
    one.values.map((value, slot) => {
      if ((value === null && !share) || (share && total[slot] === 0)) return null;
      const size = Math.max(pixels(value), 0) / (share ? total[slot] : 1);
      const span: [number, number] = [foot[slot], foot[slot] + size];
      foot[slot] = span[1];
      return span;
    }),
  );
}

function inside(span: readonly [number, number] | null, at: number, y: (value: number) => number): boolean {
  return span !== null && at <= y(span[0]) && at >= y(span[1]) && span[1] > span[0];
}

function nearest(spans: Geometry['spans'], slot: number, at: number, y: (value: number) => number): number {
  let best = -1;
  let distance = 24;
  spans.forEach((row, index) => {
    const span = row[slot];
    const away = span ? Math.abs(y(span[1]) - at) : Infinity;
    if (away < distance) [best, distance] = [index, away];
  });
  return best;
}
