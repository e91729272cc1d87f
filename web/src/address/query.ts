/** What the address holds: where, and the rest by name. */
export type Query = Readonly<Record<string, string>>;

/** These go along from page to page; all others belong to one page. */
export const CARRIED: readonly string[] = ['period', 'zone', 'compare', 'where', 'as_of'];

export const DEFAULTS: Query = { period: '30d', zone: 'UTC', compare: 'previous' };

export function parseQuery(search: string): Query {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Empty and usual values are left out; commas, colons and slashes stay readable. */
export function printQuery(query: Query): string {
  const kept = Object.entries(query).filter(([name, value]) => value !== '' && value !== DEFAULTS[name]);
  if (kept.length === 0) return '';
  const pairs = kept.map(([name, value]) => `${encode(name)}=${encode(value)}`);
  return `?${pairs.join('&')}`;
}

export function carried(query: Query): Query {
  return Object.fromEntries(Object.entries(query).filter(([name]) => CARRIED.includes(name)));
}

function encode(text: string): string {
  return encodeURIComponent(text)
    .replace(/%20/g, '+')
    .replace(/%(2C|3A|2F|40|7C)/g, (sign) => decodeURIComponent(sign));
}
