import { get, type Params } from './client';
import { live } from './live.svelte';
import { Problem } from './problem';

export interface Question {
  path: string;
  params?: Params;
}

/** A question to the server, asked again when it changes and when a sync commits. */
export class Asking<T> {
  /** The last good answer; kept while another is on its way or when that one fails. */
  data = $state.raw<T | undefined>(undefined);
  problem = $state.raw<Problem | undefined>(undefined);
  /** True once the wait is long enough to be shown. */
  waiting = $state(false);
  private running: AbortController | undefined;

  async ask(question: Question): Promise<void> {
    this.running?.abort();
    const running = (this.running = new AbortController());
    const slow = setTimeout(() => (this.waiting = true), 300);
    try {
      this.data = await get<T>(question.path, question.params, running.signal);
      this.problem = undefined;
    } catch (cause) {
      if (!running.signal.aborted) this.problem = cause instanceof Problem ? cause : broken(cause, question);
    } finally {
      clearTimeout(slow);
      if (this.running === running) this.waiting = false;
    }
  }

  stop(): void {
    this.running?.abort();
  }
}

/** Call while a component is set up. A question of null is not asked. */
export function asking<T>(question: () => Question | null): Asking<T> {
  const it = new Asking<T>();
  const wanted = $derived(JSON.stringify(question()));
  $effect(() => {
    void live.pulse;
    const now = JSON.parse(wanted) as Question | null;
    if (now) void it.ask(now);
  });
  $effect(() => () => it.stop());
  $effect(() => {
    if (it.problem?.status !== 0) return;
    const again = setInterval(() => live.beat(), 5000);
    return () => clearInterval(again);
  });
  return it;
}

function broken(cause: unknown, question: Question): Problem {
  return new Problem(-1, 'The answer could not be read', String(cause), undefined, undefined, question.path);
}
