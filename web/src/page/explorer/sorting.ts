import type { Cell, Row } from '../../api/types';
import { compare, decimal, ratio, subtract, type Decimal } from '../../figure/decimal';

/** One column that rows are sorted by: a dimension, a measure, or what is made of a measure. */
export interface Sort {
  readonly key: string;
  readonly down: boolean;
}

export function readSorts(text: string): Sort[] {
  return text
    .split(',')
    .filter(Boolean)
    .map((one) => ({ key: one.replace(/^-/, ''), down: one.startsWith('-') }));
}

export function printSorts(sorts: readonly Sort[]): string {
  return sorts.map((sort) => (sort.down ? '-' : '') + sort.key).join(',');
}

/** A press on a head: first the natural way, then the other; with more, beside the others. */
export function pressed(sorts: readonly Sort[], key: string, figures: boolean, more: boolean): Sort[] {
  const before = sorts.find((sort) => sort.key === key);
  const now = { key, down: before ? !before.down : figures };
  if (!more) return [now];
  return before ? sorts.map((sort) => (sort === before ? now : sort)) : [...sorts, now];
}

/** What a row is sorted by: text for dimensions, figures for the rest, null for the unknown, which comes last. */
export type Sorted = (row: Row, key: string) => string | Decimal | null;

export function sorted(rows: readonly Row[], sorts: readonly Sort[], value: Sorted): Row[] {
  const keys = new Map(rows.map((row) => [row, sorts.map((sort) => value(row, sort.key))]));
  return [...rows].sort((a, b) => {
    if (Boolean(a.others) !== Boolean(b.others)) return a.others ? 1 : -1;
    for (let at = 0; at < sorts.length; at++) {
      const order = between(keys.get(a)?.[at] ?? null, keys.get(b)?.[at] ?? null, sorts[at].down);
      if (order !== 0) return order;
    }
    return 0;
  });
}

function between(a: string | Decimal | null, b: string | Decimal | null, down: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order = typeof a === 'string' || typeof b === 'string' ? String(a).localeCompare(String(b), 'en', { numeric: true }) : compare(a, b);
  return down ? -order : order;
}

export function figure(cell: Cell | undefined): Decimal | null {
  return cell === null || cell === undefined ? null : decimal(cell);
}

/** How much more or less, as a part of what was before. */
export function change(now: Cell | undefined, before: Cell | undefined): Decimal | null {
  const [a, b] = [figure(now), figure(before)];
  return a && b ? ratio(subtract(a, b), b, 6) : null;
}
