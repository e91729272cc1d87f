import { CARRIED, carried, DEFAULTS, parseQuery, printQuery, type Query } from './query';

/** The one place where a page's state lives: what the browser's address says. */
class Address {
  path = $state(location.pathname);
  query = $state.raw<Query>(parseQuery(location.search));

  constructor() {
    addEventListener('popstate', () => this.read());
  }

  get(name: string, fallback = ''): string {
    return this.query[name] ?? DEFAULTS[name] ?? fallback;
  }

  list(name: string, fallback = ''): string[] {
    const value = this.get(name, fallback);
    return value === '' ? [] : value.split(',');
  }

  /** Another state of this page. A step the reader would go back from is kept; typing replaces. */
  set(changes: Record<string, string>, how: { replace?: boolean } = {}): void {
    this.show(this.path + printQuery({ ...this.query, ...changes }), how.replace ?? false);
  }

  /** Another page; period, zone, comparison and filters go along. */
  go(path: string, changes: Record<string, string> = {}): void {
    this.show(this.href(path, changes), false);
    scrollTo(0, 0);
  }

  href(path: string, changes: Record<string, string> = {}): string {
    return path + printQuery({ ...carried(this.query), ...changes });
  }

  /** The state without what only this page knows. */
  reset(): void {
    const gone = Object.keys(this.query).filter((name) => !CARRIED.includes(name) || name === 'where');
    this.set(Object.fromEntries(gone.map((name) => [name, ''])));
  }

  follow(href: string): void {
    this.show(href, false);
    scrollTo(0, 0);
  }

  private show(href: string, replace: boolean): void {
    if (href === location.pathname + location.search) return;
    if (replace) history.replaceState(null, '', href);
    else history.pushState(null, '', href);
    this.read();
  }

  private read(): void {
    this.path = location.pathname;
    this.query = parseQuery(location.search);
  }
}

export const address = new Address();

/** Plain clicks on links of ours stay in the page; all others are the browser's. */
export function followLinks(event: MouseEvent): void {
  const link = (event.target as Element | null)?.closest?.('a');
  if (!link || event.defaultPrevented || event.button !== 0 || link.target || link.hasAttribute('download')) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const to = new URL(link.href);
  if (to.origin !== location.origin || to.pathname.startsWith('/api/') || (to.hash && to.pathname === location.pathname)) return;
  event.preventDefault();
  address.follow(to.pathname + to.search);
}
