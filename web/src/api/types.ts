/** Shapes of the HTTP API that the pages read. */
export type Cell = string | number | null;

export interface Column {
  name: string;
  kind: 'time' | 'dimension' | 'measure';
  title: string;
  unit?: string;
  format?: string;
  meaning?: string;
  formula?: string;
  dataset?: string;
}

export interface Group {
  id: string | null;
  name: string;
}

export interface Row {
  time?: string;
  groups: Group[];
  values: Cell[];
  previous?: Cell[];
  provisional?: boolean;
  estimated?: boolean;
  others?: number;
}

export interface Span {
  from: string;
  to: string;
  text?: string;
}

export interface Missing {
  connection: string;
  dataset: string;
  from: string;
  to: string;
}

export interface Note {
  code: string;
  text: string;
}

export interface SourceOf {
  measure: string;
  dataset: string;
  width?: string;
  cut?: string;
  rows: number;
  settled: boolean;
}

export interface Answer {
  ask: Record<string, string | string[] | number>;
  period: Span;
  compared?: Span;
  version: number;
  settled_through?: string;
  columns: Column[];
  rows: Row[];
  totals: { values: Cell[]; previous?: Cell[]; partial?: boolean };
  missing?: Missing[];
  notes?: Note[];
  sources?: SourceOf[];
}

export interface MeasureEntry {
  name: string;
  title: string;
  unit?: string;
  format?: string;
  meaning?: string;
  formula?: string;
  datasets: string[];
  dimensions: string[];
}

export interface DimensionEntry {
  name: string;
  title: string;
  meaning?: string;
  unnamed?: string;
}

export interface Catalogue {
  measures: MeasureEntry[];
  dimensions: DimensionEntry[];
  grains: string[];
  periods: (string | { name: string; title?: string })[];
}

export interface Explained {
  formula?: string;
  meaning?: string;
  dataset?: string;
  cut?: string;
  width?: string;
  rows?: number;
  settled?: boolean;
  priced?: Record<string, Cell>[];
  revisions?: { known_from: string; known_to?: string; value: Cell }[];
  ask?: { url?: string; cli?: string; api?: string };
}

export interface Quality {
  line: string;
  sources: QualitySource[];
}

export interface QualitySource {
  connection: string;
  dataset: string;
  width?: string;
  state: 'fresh' | 'late' | 'syncing' | 'failing' | 'unsynced' | 'not_entitled';
  read_to?: string;
  settled_to?: string;
  last_run?: string;
  next_run?: string;
  error?: string;
  covered?: Span[];
  gaps?: Span[];
}

export type Role = 'viewer' | 'analyst' | 'admin';

export interface Session {
  caller?: { name: string; role: Role; workspaces?: string[] };
  sign_in: 'none' | 'required';
  methods?: string[];
  /** Whether the first administrator is still to be made. */
  setup?: boolean;
}
