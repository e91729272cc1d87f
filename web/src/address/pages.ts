import type { Component } from 'svelte';

export interface Page {
  readonly path: string;
  readonly title: string;
  readonly icon: string;
  /** The letter after g. */
  readonly key: string;
  /** Measures the page shows; a filter none of them carries does not apply. Empty: filters do not apply at all. */
  readonly measures: readonly string[];
  /** Why the page has no use for filters, when it has none. */
  readonly unfiltered?: string;
  readonly load: () => Promise<{ default: Component }>;
}

export const PAGES: readonly Page[] = [
  { path: '/overview', title: 'Overview', icon: 'overview', key: 'o', measures: ['cost', 'tokens', 'cache_hit_rate'], load: () => import('../page/overview/Overview.svelte') },
  { path: '/explorer', title: 'Explorer', icon: 'explorer', key: 'e', measures: [], load: () => import('../page/explorer/Explorer.svelte') },
  { path: '/limits', title: 'Limits', icon: 'limits', key: 'l', measures: [], unfiltered: 'limits are per group of models; the page has its own choice', load: () => import('../page/limits/Limits.svelte') },
  { path: '/keys', title: 'Keys & people', icon: 'keys', key: 'k', measures: [], unfiltered: 'lists are searched on the page', load: () => import('../page/keys/Keys.svelte') },
  { path: '/claude-code', title: 'Claude Code', icon: 'code', key: 'c', measures: ['sessions'], load: () => import('../page/claude-code/ClaudeCode.svelte') },
  { path: '/dashboards', title: 'Dashboards', icon: 'dashboards', key: 'd', measures: [], unfiltered: 'each widget has its own filter', load: () => import('../page/dashboards/Dashboards.svelte') },
  { path: '/connections', title: 'Connections', icon: 'connections', key: 's', measures: [], unfiltered: 'connections are not filtered', load: () => import('../page/connections/Connections.svelte') },
  { path: '/data', title: 'Data', icon: 'data', key: 'r', measures: [], unfiltered: 'freshness is shown for everything', load: () => import('../page/data/Data.svelte') },
  { path: '/settings', title: 'Settings', icon: 'settings', key: ',', measures: [], unfiltered: 'settings are not filtered', load: () => import('../page/settings/Settings.svelte') },
];

/** Not in the rail. */
export const SIGN_IN: Page = {
  path: '/sign-in',
  title: 'Sign in',
  icon: 'keys',
  key: '',
  measures: [],
  load: () => import('../page/sign-in/SignIn.svelte'),
};

/** The page of an address; what lies under a page belongs to it: /dashboards/seed-2. */
export function pageOf(path: string): Page | undefined {
  if (path === '/' || path === '/index.html') return PAGES[0];
  return [...PAGES, SIGN_IN].find((page) => path === page.path || path.startsWith(`${page.path}/`));
}
