import type { ApiKey } from './shapes';

const DAY = 86_400_000;
const LONG = 90;

/** What is worth a look about a key, in a few words each. Only of keys that still work. */
export function findings(key: ApiKey, now: number): string[] {
  if (key.status !== 'active') return [];
  return [unused(key, now), expiring(key, now), ownerless(key)].filter((each) => each !== undefined);
}

function unused(key: ApiKey, now: number): string | undefined {
  if ((key.age_days ?? 0) < LONG) return undefined;
  if (!key.last_used) return 'never seen in use';
  const days = Math.floor((now - Date.parse(key.last_used)) / DAY);
  return days >= LONG ? `unused for ${days} days` : undefined;
}

function expiring(key: ApiKey, now: number): string | undefined {
  if (!key.expires_at) return undefined;
  const days = Math.floor((Date.parse(key.expires_at) - now) / DAY);
  return days < 0 ? 'past its end' : days <= 14 ? `ends in ${days} days` : undefined;
}

function ownerless(key: ApiKey): string | undefined {
  if (!key.owner) return 'nobody owns it';
  return key.owner.gone ? 'owner has left' : undefined;
}
