import { address } from '../../address/address.svelte';
import { asking, type Asking } from '../../api/asking.svelte';
import type { Answer, Cell, Row } from '../../api/types';
import { params, type Ask } from '../../ask/ask';

/** What the page's period, zone and filters make of an ask. */
export function here(ask: Omit<Ask, 'period'> & { period?: string }): Ask {
  return { period: address.get('period'), zone: address.get('zone'), where: address.get('where'), as_of: address.get('as_of'), ...ask };
}

/** Call while a component is set up. */
export function answering(ask: () => Ask): Asking<Answer> {
  return asking<Answer>(() => ({ path: '/ask', params: params(ask()) }));
}

/** The cell of a measure in a row; undefined where the answer has no such measure. */
export function cellOf(answer: Answer, row: Pick<Row, 'values'>, measure: string): Cell | undefined {
  const at = answer.columns.filter((column) => column.kind === 'measure').findIndex((column) => column.name === measure);
  return row.values[at];
}

export function isEmpty(answer: Answer): boolean {
  return answer.rows.every((row) => row.values.every((value) => value === null || Number(value) === 0));
}
