import type { Role } from '../../api/types';

/** Shapes of /api/v1/accounts, /api/v1/tokens and /api/v1/log. */
export interface Account {
  id: string;
  name: string;
  email?: string;
  role: Role;
  workspaces?: string[];
  disabled: boolean;
  signs_in: 'password' | 'oidc' | 'invited';
  created_at: string;
  last_sign_in?: string;
}

export interface Invited {
  account: Account;
  invitation: { token: string; expires_at: string };
}

export interface Token {
  id: string;
  label: string;
  hint: string;
  owner: string;
  role: Role;
  workspaces?: string[];
  created_at: string;
  expires_at: string;
  last_used?: string;
}

export interface Entry {
  at: string;
  kind: 'sign_in' | 'failed' | 'change';
  who: string;
  what: string;
  from?: string;
}

export const ROLES: { role: Role; words: string }[] = [
  { role: 'viewer', words: 'Viewer: sees' },
  { role: 'analyst', words: 'Analyst: saves and exports too' },
  { role: 'admin', words: 'Administrator: connections and accounts too' },
];
