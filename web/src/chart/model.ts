import type { Answer, Cell, Column, Group, Row } from '../api/types';
import { next, type Grain } from '../ask/zone';
import { add, decimal, pixels, text, type Decimal } from '../figure/decimal';

/** One column of a chart in time. */
export interface Slot {
  readonly time: string;
  readonly end: string;
  readonly provisional: boolean;
}

export interface Series {
  readonly key: string;
  readonly name: string;
  readonly groups: readonly Group[];
  /** How many are lumped together here; 0 for a series of its own. */
  readonly others: number;
  /** Drawn in steps: its value holds from slot to slot. */
  readonly step?: boolean;
  /** One a slot; null where nothing is known. */
  readonly values: readonly Cell[];
}

export interface ChartModel {
  readonly column: Column;
  readonly at: number;
  readonly zone: string;
  readonly slots: readonly Slot[];
  /** As the answer orders them, Others last. */
  readonly series: readonly Series[];
  /** Over all series, exactly. */
  readonly totals: readonly Cell[];
  readonly previous: readonly Cell[] | null;
}

export function measures(answer: Answer): Column[] {
  return answer.columns.filter((column) => column.kind === 'measure');
}

export function dimensions(answer: Answer): Column[] {
  return answer.columns.filter((column) => column.kind === 'dimension');
}

export function keyOf(row: Row): string {
  if (row.others) return '\u0001others';
  return row.groups.map((group) => group.id ?? '\u0002').join('\u0001');
}

export function nameOf(row: Row): string {
  if (row.others) return `Others (${row.others})`;
  return row.groups.map((group) => group.name).join(' · ') || 'All';
}

/** An answer with a grain, as columns in time. Slots without rows stay in their place, empty. */
export function chartOf(answer: Answer, measure: string, grain: Grain, zone: string): ChartModel {
  const found = measures(answer).findIndex((column) => column.name === measure);
  const at = Math.max(found, 0);
  const inZone = answer.rows.every((row) => row.time?.endsWith('T00:00:00Z')) ? 'UTC' : zone;
  const slots = slotsOf(answer.rows, grain, inZone);
  const series = seriesOf(answer.rows, slots, at, measures(answer)[at]?.title ?? '');
  const totals = slots.map((_, slot) => sum(series.map((one) => one.values[slot])));
  return { column: measures(answer)[at], at, zone: inZone, slots, series, totals, previous: previousOf(answer.rows, slots, at) };
}

function slotsOf(rows: readonly Row[], grain: Grain, zone: string): Slot[] {
  const times = [...new Set(rows.map((row) => Date.parse(row.time ?? '')))].sort((a, b) => a - b);
  const open = new Set(rows.filter((row) => row.provisional || row.estimated).map((row) => Date.parse(row.time ?? '')));
  const slots: Slot[] = [];
  for (let time = times[0], n = 0; time <= times[times.length - 1] && n < 5000; n++) {
    const end = next(time, grain, zone);
    slots.push({ time: iso(time), end: iso(end), provisional: open.has(time) });
    time = end;
  }
  return slots;
}

function seriesOf(rows: readonly Row[], slots: readonly Slot[], at: number, whole: string): Series[] {
  const place = new Map(slots.map((slot, n) => [Date.parse(slot.time), n]));
  const byKey = new Map<string, Series & { values: Cell[] }>();
  for (const row of rows) {
    const key = keyOf(row);
    let one = byKey.get(key);
    if (!one) {
      one = { key, name: row.groups.length === 0 && !row.others ? whole : nameOf(row), groups: row.groups, others: row.others ?? 0, values: slots.map(() => null) };
      byKey.set(key, one);
    }
    const slot = place.get(Date.parse(row.time ?? ''));
    if (slot !== undefined) one.values[slot] = row.values[at];
  }
  return ordered([...byKey.values()]);
}

/** The largest first, because that is where they are stacked; the lumped rest last. */
function ordered(series: readonly Series[]): Series[] {
  const size = new Map(series.map((one) => [one, one.values.reduce((total: number, value) => total + pixels(value), 0)]));
  return [...series].sort((a, b) => Number(a.others > 0) - Number(b.others > 0) || (size.get(b) ?? 0) - (size.get(a) ?? 0));
}

function previousOf(rows: readonly Row[], slots: readonly Slot[], at: number): Cell[] | null {
  if (!rows.some((row) => row.previous)) return null;
  const bySlot = new Map<number, Cell[]>();
  for (const row of rows) {
    const time = Date.parse(row.time ?? '');
    bySlot.set(time, [...(bySlot.get(time) ?? []), row.previous?.[at] ?? null]);
  }
  return slots.map((slot) => sum(bySlot.get(Date.parse(slot.time)) ?? []));
}

/** Exact; null when nothing at all is known. */
export function sum(values: readonly (Cell | undefined)[]): Cell {
  const known = values.filter((value): value is string | number => value !== null && value !== undefined);
  if (known.length === 0) return null;
  return text(known.reduce((total: Decimal, value) => add(total, decimal(value)), decimal(0)));
}

function iso(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
