/** Shapes of /api/v1/limits and /api/v1/limits/series. Percentages are decimals: "91.4000" is 91.4 per cent. */
export interface Level {
  per_minute: number;
  percent?: string;
}

export interface Limit {
  key: string;
  connection: string;
  scope: string;
  scope_name: string;
  group: string;
  group_name: string;
  models: string[];
  limiter: string;
  limiter_title: string;
  unit: string;
  counts: string;
  value?: number;
  org_value?: number;
  source: string;
  known_since: string;
  changes: { from: string; value?: number }[];
  measurable: boolean;
  reason?: string;
  bucket_width?: string;
  peak?: Level & { time: string; width: string; tokens: number; limit: number };
  percent_of_last?: string;
  p50?: Level;
  p95?: Level;
  active_buckets: number;
  notes?: Note[];
}

export interface Note {
  code: string;
  text: string;
}

export interface LimitsAnswer {
  period?: { from: string; to: string };
  limits: Limit[];
  notes?: Note[];
}

export interface Point {
  time: string;
  per_minute: number;
  cache_read_per_minute?: number;
  limit?: number;
}

export interface SeriesAnswer {
  limit: Limit;
  bucket_width: string;
  stretch_seconds: number;
  points: Point[];
}
