import type { Answer, Cell, Row } from '../../api/types';
import { common, fit } from '../../ask/asked.svelte';
import type { Ask } from '../../ask/ask';

/** What the page's period, zone and filters make of an ask; compared with nothing unless it says so. */
export function here(ask: Pick<Ask, 'measures'> & Partial<Ask>): Ask {
  return { ...common(), compare: 'none', where: fit(ask.measures).where, ...ask };
}

/** The cell of a measure in a row; undefined where the answer has no such measure. */
export function cellOf(answer: Answer, row: Pick<Row, 'values'>, measure: string): Cell | undefined {
  const at = answer.columns.filter((column) => column.kind === 'measure').findIndex((column) => column.name === measure);
  return row.values[at];
}

export function isEmpty(answer: Answer): boolean {
  return answer.rows.every((row) => row.values.every((value) => value === null || Number(value) === 0));
}
