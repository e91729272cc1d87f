import type { Ask } from '../../ask/ask';

/** Shapes of /api/v1/dashboards. */
export interface Dashboard {
  id: string;
  title: string;
  managed_in: 'file' | 'store';
  widgets: Widget[];
}

export interface Widget {
  id: string;
  kind: 'stat' | 'timeseries' | 'bar' | 'table';
  title: string;
  ask: Record<string, string>;
  format?: string;
  freshness: Freshness;
}

export type Freshness = 'fresh' | 'stale' | 'syncing' | 'failing' | 'unsynced';

/** A widget's question: the same text forms as in the address. */
export function askOf({ ask }: Widget): Ask {
  const { measures = '', by = '', limit, ...rest } = ask;
  return { period: '30d', ...rest, measures: words(measures), by: words(by), ...(limit ? { limit: Number(limit) } : {}) };
}

function words(text: string): string[] {
  return text.split(',').map((word) => word.trim()).filter(Boolean);
}
