import { get } from '../api/client';
import type { Values } from '../api/types';
import { apart, hash, slots, COLOURS } from './colours';
import type { Series } from './model';

/** Colours by dimension: bound to all values that the store knows, so that every page gives the same. */
class Palette {
  private bound = $state.raw<Readonly<Record<string, Map<string, number>>>>({});
  private readonly asked = new Set<string>();

  /** Colours for the series of a chart, as CSS. */
  of(dimensions: readonly string[], series: readonly Series[]): string[] {
    if (dimensions.length === 0) return series.map(() => 'var(--c1)');
    const first = dimensions.length === 1 ? dimensions[0] : '';
    if (first) this.learn(first);
    const own = series.filter((one) => one.others === 0);
    const distinct = apart(own.map((one) => this.slot(first, one)));
    let at = 0;
    return series.map((one) => (one.others > 0 ? 'var(--others)' : `var(--c${distinct[at++] + 1})`));
  }

  private slot(dimension: string, series: Series): number {
    const id = series.groups[0]?.id ?? series.name;
    return this.bound[dimension]?.get(id) ?? hash(series.key) % COLOURS;
  }

  private learn(dimension: string): void {
    if (this.asked.has(dimension)) return;
    this.asked.add(dimension);
    get<Values>('/values', { dimension, limit: 500 }).then(
      ({ values }) => (this.bound = { ...this.bound, [dimension]: slots(values.flatMap(({ id }) => (id === null ? [] : [id]))) }),
      () => this.asked.delete(dimension),
    );
  }
}

export const palette = new Palette();
