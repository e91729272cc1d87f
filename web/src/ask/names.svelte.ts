import { SvelteMap } from 'svelte/reactivity';
import type { Answer } from '../api/types';

/** Names met in answers, so that a filter by id reads as a name. */
class Names {
  private readonly known = new SvelteMap<string, string>();

  of(dimension: string, id: string): string {
    return this.known.get(`${dimension} ${id}`) ?? id;
  }

  learn(dimension: string, values: readonly { id: string | null; name: string }[]): void {
    for (const { id, name } of values) {
      const key = `${dimension} ${id}`;
      if (id !== null && this.known.get(key) !== name) this.known.set(key, name);
    }
  }

  learnFrom(answer: Answer): void {
    const dimensions = answer.columns.filter((one) => one.kind === 'dimension');
    dimensions.forEach((column, at) => this.learn(column.name, answer.rows.flatMap((row) => row.groups[at] ?? [])));
  }
}

export const names = new Names();
