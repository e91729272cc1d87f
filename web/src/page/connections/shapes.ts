/** Shapes of /api/v1/connections. */
export type State = 'new' | 'healthy' | 'syncing' | 'late' | 'failing' | 'paused';

export interface Card {
  id: string;
  label: string;
  managed_in: 'file' | 'store';
  organization?: { id: string; name: string };
  key: string;
  state: State;
  error?: { text: string; advice?: string };
  last_sync?: string;
  next_sync?: string;
  progress?: { done: number; total: number; dataset: string };
  datasets?: { name: string; entitled: boolean; state: string }[];
}

export interface Tested {
  organization: { id: string; name: string };
  datasets: Access[];
  notes?: string[];
}

export interface Access {
  dataset: string;
  state: 'readable' | 'not_entitled' | 'refused' | 'failed';
  text?: string;
}

export interface Estimate {
  requests: number;
  seconds: number;
}

/** How far back one may collect, in days. */
export const LOOKBACKS = [
  { days: 30, words: '30 days' },
  { days: 90, words: '3 months' },
  { days: 365, words: '1 year' },
  { days: 730, words: '2 years' },
];
