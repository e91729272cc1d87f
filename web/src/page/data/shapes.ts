/** Shapes of /api/v1/revisions and /api/v1/syncs. */
export interface Revision {
  known_from: string;
  dataset: string;
  connection: string;
  what: string;
  time?: string;
  /** Which value; none where the whole row vanished. */
  column?: string;
  before?: string;
  after?: string;
  vanished: boolean;
}

export interface Run {
  sync_id: number;
  connection: string;
  dataset: string;
  started_at: string;
  finished_at?: string;
  status?: 'ok' | 'failed' | 'refused' | 'not_entitled' | 'held' | 'interrupted';
  requests?: number;
  rows_read?: number;
  rows_added?: number;
  rows_changed?: number;
  rows_closed?: number;
  error?: string;
}
