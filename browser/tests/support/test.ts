import { test as base, expect } from '@playwright/test';
import { demo } from './programs';

export { expect };

type Watched = {
  /** Console messages that a test provokes on purpose, such as the browser's own line about a 401. */
  expected: RegExp[];
};

/** Every test of every page also fails on a console error, a policy violation, or a request to somebody else. */
export const test = base.extend<Watched & { watch: void }>({
  expected: [[], { option: true }],
  baseURL: async ({}, use) => use(demo()),
  watch: [
    async ({ page, baseURL, expected }, use) => {
      const wrongs: string[] = [];
      const own = new URL(baseURL ?? '').origin;
      page.on('pageerror', (error) => wrongs.push(`error in the page: ${error.stack}`));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) wrongs.push(`console: ${message.text()}`);
      });
      page.on('request', (request) => {
        if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== own) {
          wrongs.push(`a request to somebody else: ${request.url()}`);
        }
      });
      await use();
      expect(wrongs.filter((wrong) => !expected.some((each) => each.test(wrong)))).toEqual([]);
    },
    { auto: true },
  ],
});
