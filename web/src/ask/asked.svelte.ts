import { address } from '../address/address.svelte';
import { asking, type Asking } from '../api/asking.svelte';
import { catalogue } from '../api/catalogue.svelte';
import type { Answer, Span } from '../api/types';
import { params, type Ask } from './ask';
import { fitting, type Fitting } from './fitting';

/** What the top bar says, for every question of a page. */
export function common(): Pick<Ask, 'period' | 'zone' | 'compare' | 'where' | 'as_of'> {
  return {
    period: address.get('period'),
    zone: address.get('zone'),
    compare: address.get('compare'),
    where: address.get('where'),
    as_of: address.get('as_of'),
  };
}

/** The filter of the address as far as these measures carry it. */
export function fit(measures: readonly string[]): Fitting {
  return fitting(address.get('where'), (dimension) => measures.some((measure) => catalogue.carries(measure, dimension)));
}

/** The dates that the period of the address stands for, as the server last said. */
class Resolved {
  spans = $state.raw<Readonly<Record<string, Span>>>({});
  compared = $state.raw<Span | undefined>(undefined);
  version = $state(0);

  /** Undefined until the first answer. */
  get span(): Span | undefined {
    return this.spans[`${address.get('period')} ${address.get('zone')}`];
  }

  note(answer: Answer): void {
    const { period, zone } = answer.ask;
    this.spans = { ...this.spans, [`${period} ${zone ?? 'UTC'}`]: answer.period };
    this.version = answer.version;
    if (answer.compared && period === address.get('period')) this.compared = answer.compared;
  }
}

export const resolved = new Resolved();

/** Asked again whenever it changes or a sync commits. */
export function answering(ask: () => Ask | null): Asking<Answer> {
  const it = asking<Answer>(() => {
    const now = ask();
    return now && { path: '/ask', params: params(now) };
  });
  $effect(() => {
    if (it.data) noteOnce(it.data);
  });
  return it;
}

let noted: Answer | undefined;

/** What an answer says of its own period; the question may have moved on meanwhile. */
function noteOnce(answer: Answer): void {
  if (noted === answer) return;
  noted = answer;
  queueMicrotask(() => resolved.note(answer));
}
