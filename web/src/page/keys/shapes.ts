/** Shapes of /api/v1/keys and /api/v1/people. */
export interface Named {
  id: string | null;
  name: string;
}

export interface ApiKey {
  id: string;
  name: string;
  hint?: string;
  status: string;
  workspace: Named;
  owner?: { id: string; name: string; email?: string; type: string };
  created_at?: string;
  expires_at?: string;
  age_days?: number;
  last_used?: string;
  /** The width of the bucket it was last seen in: its use was somewhere inside. */
  last_used_width?: string;
  tokens?: number | string;
  estimated_cost?: string;
  cost?: string;
  cost_is_estimate?: boolean;
  models: string[];
  connection: string;
}

export interface Person {
  id: string;
  name?: string;
  email?: string;
  role: string;
  added_at?: string;
  connection: string;
  workspaces: { id: string; name: string; role: string }[];
  keys: number;
}

export interface Invite {
  id: string;
  email: string;
  role: string;
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

export const amount = (key: ApiKey): string | undefined => key.cost ?? key.estimated_cost;
