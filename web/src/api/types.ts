import type { components } from './schema';

/** The shapes of the API, as the server describes them; made from docs/reference/openapi.json. */
export type Schemas = components['schemas'];

/** A figure of an answer: counts are numbers, or text where a double would lose a digit; decimals are text. */
export type Cell = string | number | null;

export type Column = Omit<Schemas['AskColumn'], 'kind'> & { kind: 'time' | 'dimension' | 'measure' };
export type Group = Schemas['AskGroup'];
export type Row = Omit<Schemas['AskRow'], 'values' | 'previous'> & { values: Cell[]; previous?: Cell[] };
export type Span = Omit<Schemas['AskPeriod'], 'text'> & { text?: string };
export type Missing = Schemas['MissingSpan'];
export type Totals = Omit<Schemas['AskTotals'], 'values' | 'previous'> & { values: Cell[]; previous?: Cell[] };

export type Answer = Omit<Schemas['AskAnswer'], 'columns' | 'rows' | 'totals'> & {
  columns: Column[];
  rows: Row[];
  totals: Totals;
};

export type Catalogue = Schemas['AskCatalogue'];
export type MeasureEntry = Schemas['MeasureTold'];
export type DimensionEntry = Schemas['DimensionTold'];
export type Values = Schemas['DimensionValues'];
export type Explained = Omit<Schemas['Explanation'], 'revisions'> & { revisions: (Omit<Schemas['RevisedValue'], 'value'> & { value: Cell })[] };

export interface Quality {
  line: string;
  sources: QualitySource[];
}

export interface QualitySource {
  connection: string;
  dataset: string;
  width?: string;
  /** The dimensions it is grouped by, with commas. */
  cut?: string;
  filter?: string;
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
  /** What went wrong at the other service, where that was asked about. */
  problem?: { text: string; advice: string };
}

export type Destinations = Schemas['Destinations'];
export type Destination = Schemas['Destination'];
