import { asking, type Question } from './asking.svelte';
import { get } from './client';
import { Problem } from './problem';

interface Page {
  next_cursor?: string;
}

/** A list that comes in pages: the first is kept up to date, more are fetched when somebody wants them. */
class Paged<P extends Page, Row> {
  more = $state.raw<P[]>([]);
  busy = $state(false);
  problem = $state.raw<Problem>();

  constructor(
    readonly first: ReturnType<typeof asking<P>>,
    private readonly question: () => Question,
    private readonly of: (page: P) => Row[],
  ) {}

  get rows(): Row[] {
    return [...(this.first.data ? [this.first.data] : []), ...this.more].flatMap(this.of);
  }

  get cursor(): string | undefined {
    return (this.more.at(-1) ?? this.first.data)?.next_cursor;
  }

  async next(): Promise<void> {
    const { path, params } = this.question();
    this.busy = true;
    this.problem = undefined;
    try {
      this.more = [...this.more, await get<P>(path, { ...params, cursor: this.cursor })];
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause;
      this.problem = cause;
    } finally {
      this.busy = false;
    }
  }
}

/** Call while a component is set up. Another question begins again. */
export function paged<P extends Page, Row>(question: () => Question, of: (page: P) => Row[]): Paged<P, Row> {
  const it = new Paged<P, Row>(asking<P>(question), question, of);
  const wanted = $derived(JSON.stringify(question()));
  $effect(() => {
    void wanted;
    it.more = [];
  });
  return it;
}
