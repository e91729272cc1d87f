import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page, type Request } from '@playwright/test';
import { demo, empty, NOW, team } from './programs';

const programs = { demo, empty, team };

export { expect };

interface Options {
  /** Console messages that a test provokes on purpose, such as the browser's own line about a 401. */
  expected: RegExp;
  /** Which of the programs. */
  program: keyof typeof programs;
}

/**
 * Every test also fails on a console error, a violation of the security policy, or a request to anybody else;
 * and the browser's clock stands where the program's stands.
 */
export const test = base.extend<Options & { watch: void }>({
  expected: [/(?!)/, { option: true }],
  program: ['demo', { option: true }],
  baseURL: async ({ program }, use) => use(programs[program]()),
  watch: [
    async ({ page, baseURL, expected }, use) => {
      const wrongs: string[] = [];
      watch(page, new URL(baseURL ?? '').origin, wrongs);
      countAsked(page);
      await page.clock.setFixedTime(new Date(NOW));
      await use();
      expect(wrongs.filter((wrong) => !expected.test(wrong))).toEqual([]);
    },
    { auto: true },
  ],
});

function watch(page: Page, own: string, wrongs: string[]): void {
  page.on('pageerror', (error) => wrongs.push(`error in the page: ${error.stack}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) wrongs.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const outside = !/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== own;
    if (outside) wrongs.push(`a request to somebody else: ${request.url()}`);
  });
}

/** What the page has asked the program and has no answer to yet; the stream of events never ends. */
const asked = new WeakMap<Page, Set<Request>>();

function countAsked(page: Page): void {
  const open = new Set<Request>();
  asked.set(page, open);
  page.on('request', (request) => {
    if (request.isNavigationRequest()) open.clear();
    if (/\/api\/v1\/(?!events)/.test(request.url())) open.add(request);
  });
  for (const end of ['requestfinished', 'requestfailed'] as const) page.on(end, (request) => open.delete(request));
}

/** The page stands: it is there, everything it asked for has come, and what came is drawn. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('main h1')).toBeAttached();
  await expect(async () => {
    expect(asked.get(page)?.size ?? 0).toBe(0);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    expect(asked.get(page)?.size ?? 0).toBe(0);
  }).toPass({ timeout: 20_000 });
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

/** What axe finds, by rule and place. */
export async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 200)}`));
}

/** How many pixels can be scrolled sideways. */
export async function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}
