import type { Locator, Page } from '@playwright/test';

/** Every page in every state that has an address, and what shows that it is there. */
export interface Shown {
  name: string;
  path: string;
  proof: (page: Page) => Locator;
  /** The one that has something to show there; else the demo. */
  program?: 'empty';
}

const text = (words: string | RegExp) => (page: Page) => page.getByText(words).first();
const chart = (page: Page) => page.getByRole('application').first();
const row = (name: RegExp) => (page: Page) => page.getByRole('row', { name }).first();
const dialog = (name: string | RegExp) => (page: Page) => page.getByRole('dialog', { name });

export const PAGES: Shown[] = [
  { name: 'overview', path: '/overview', proof: chart },
  { name: 'explorer', path: '/explorer', proof: chart },
  { name: 'explorer-heat', path: '/explorer?chart=heat&period=7d&measures=tokens', proof: row(/Total of/) },
  { name: 'explorer-filtered', path: '/explorer?by=workspace&where=model+~+opus', proof: row(/Total of/) },
  { name: 'limits', path: '/limits?period=24h', proof: text('How near did use come') },
  { name: 'keys', path: '/keys', proof: row(/sk-ant-api/) },
  { name: 'people', path: '/keys?tab=people', proof: row(/@/) },
  { name: 'invites', path: '/keys?tab=invites', proof: row(/@/) },
  { name: 'members', path: '/keys?tab=members', proof: row(/workspace/) },
  { name: 'claude-code', path: '/claude-code', proof: chart },
  { name: 'claude-code-output', path: '/claude-code?tab=output', proof: chart },
  { name: 'claude-code-cost', path: '/claude-code?tab=cost', proof: chart },
  { name: 'dashboards', path: '/dashboards', proof: (page) => page.getByRole('link', { name: /in outlay\.yml/ }).first() },
  { name: 'connections', path: '/connections', proof: text('Northwind Labs') },
  { name: 'connections-add', path: '/connections?do=add', proof: dialog('Add connection') },
  { name: 'data', path: '/data', proof: row(/cost_report/) },
  { name: 'revisions', path: '/data?tab=revisions', proof: text('What changed after it was first read?') },
  { name: 'runs', path: '/data?tab=runs', proof: row(/cost_report/) },
  { name: 'destinations', path: '/data?tab=destinations', proof: row(/warehouse/), program: 'empty' },
  { name: 'settings', path: '/settings', proof: text('Nobody has to sign in here') },
  { name: 'no-such-page', path: '/nowhere', proof: (page) => page.getByRole('link', { name: 'To the overview' }) },
];
