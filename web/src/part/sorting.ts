import { compare, type Decimal } from '../figure/decimal';

/** What a column is sorted by. Undefined stays last in both directions: unknown is neither much nor little. */
export type Key = string | number | Decimal | undefined;

/** "-cost" sorts by cost, largest first. */
export interface Order {
  readonly column: string;
  readonly down: boolean;
}

export function order(text: string): Order {
  return text.startsWith('-') ? { column: text.slice(1), down: true } : { column: text, down: false };
}

/** What a click on a column's head makes of the order: first its natural direction, then the other. */
export function turned(now: Order, column: string, downFirst: boolean): string {
  const down = now.column === column ? !now.down : downFirst;
  return (down ? '-' : '') + column;
}

/** A sorted copy; rows of equal keys stay as they were. */
export function sorted<Row>(rows: readonly Row[], by: (row: Row) => Key, down: boolean): Row[] {
  const keyed = rows.map((row) => ({ row, key: by(row) }));
  keyed.sort((a, b) => {
    if (a.key === undefined || b.key === undefined) return Number(a.key === undefined) - Number(b.key === undefined);
    return down ? -between(a.key, b.key) : between(a.key, b.key);
  });
  return keyed.map(({ row }) => row);
}

const names = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function between(a: NonNullable<Key>, b: NonNullable<Key>): number {
  if (typeof a === 'object' && typeof b === 'object') return compare(a, b);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return names.compare(String(a), String(b));
}
