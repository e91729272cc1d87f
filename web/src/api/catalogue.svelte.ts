import { get } from './client';
import type { Catalogue, DimensionEntry, MeasureEntry } from './types';

/** What may be asked for; read once. */
class Shelf {
  entries = $state.raw<Catalogue | undefined>(undefined);
  private reading: Promise<void> | undefined;

  load(): Promise<void> {
    this.reading ??= get<Catalogue>('/catalogue').then(
      (found) => void (this.entries = found),
      () => void (this.reading = undefined),
    );
    return this.reading;
  }

  measure(name: string): MeasureEntry | undefined {
    return this.entries?.measures.find((one) => one.name === name);
  }

  dimension(name: string): DimensionEntry | undefined {
    return this.entries?.dimensions.find((one) => one.name === name);
  }

  title(name: string): string {
    return (this.dimension(name) ?? this.measure(name))?.title ?? words(name);
  }

  /** Inside a sentence: "API key" stays, "Model" does not. */
  inText(name: string): string {
    const title = this.title(name);
    return /^[A-Z]{2}/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
  }

  /** Whether a measure can be cut by a dimension; unknown measures get the benefit of the doubt. */
  carries(measure: string, dimension: string): boolean {
    const entry = this.measure(measure);
    return !entry || entry.dimensions.length === 0 || entry.dimensions.includes(dimension);
  }
}

function words(name: string): string {
  const spaced = name.replace(/_/g, ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

export const catalogue = new Shelf();
