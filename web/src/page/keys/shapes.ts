/** Shapes of /api/v1/keys and /api/v1/people. */
export interface Named {
  id: string | null;
  name: string;
}

export interface ApiKey {
  /** Null for what is used without a key: the Console, and who signed in. */
  id: string | null;
  name: string;
  hint?: string;
  status: string;
  workspace: Named;
  owner?: { id: string; name: string; email?: string; type: string; gone?: boolean };
  created_at?: string;
  expires_at?: string;
  age_days?: number;
  last_used?: string;
  /** The width of the bucket it was last seen in: its use was somewhere inside. */
  last_used_width?: string;
  tokens?: number | string;
  cost?: string;
  cost_is_estimate?: boolean;
  cost_is_lower_bound?: boolean;
  models: string[];
  connection: string;
}

export interface Person {
  id: string;
  name?: string;
  email?: string;
  role?: string;
  added_at?: string;
  connection: string;
  workspaces: Place[];
  keys: number;
}

/** A workspace and the role there. */
export interface Place {
  id: string;
  name: string;
  role?: string;
}

export interface Invite {
  id: string;
  email: string;
  role?: string;
  status: string;
  invited_at?: string;
  expires_at?: string;
  connection: string;
}

export interface Note {
  code: string;
  text: string;
}

export interface KeyList {
  keys: ApiKey[];
  notes?: Note[];
}

export interface People {
  people: Person[];
  invites: Invite[];
  notes?: Note[];
}

/** What a cost is: at least so much, or about so much, or so much. */
export function sign(key: ApiKey): string {
  if (key.cost === undefined) return '';
  return key.cost_is_lower_bound ? '≥ ' : key.cost_is_estimate ? '≈ ' : '';
}
