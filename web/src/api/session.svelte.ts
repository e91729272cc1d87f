import { get } from './client';
import type { Role, Session } from './types';

const RANK: Record<Role, number> = { viewer: 0, analyst: 1, admin: 2 };

/** Who looks, and what that one may do. */
class Who {
  session = $state.raw<Session | undefined>(undefined);

  async load(): Promise<Session> {
    const found = await get<Session>('/session').catch((): Session => ({ sign_in: 'none' }));
    this.session = found;
    return found;
  }

  /** Without sign-in (loopback) everything is allowed. */
  may(role: Role): boolean {
    if (!this.session) return false;
    const mine = this.session.caller?.role ?? (this.session.sign_in === 'none' ? 'admin' : undefined);
    return mine !== undefined && RANK[mine] >= RANK[role];
  }
}

export const who = new Who();
