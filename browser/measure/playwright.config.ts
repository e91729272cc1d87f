import { defineConfig } from '@playwright/test';
import { programs } from '../tests/support/programs';
import usual from '../playwright.config';

/** One page after the other, and nothing else meanwhile. */
export default defineConfig({
  ...usual,
  testDir: '.',
  outputDir: '../target/measure',
  webServer: programs.slice(0, 1),
  projects: [{ name: 'measure', testMatch: /\.measure\.ts/ }],
  workers: 1,
  fullyParallel: false,
  timeout: 600_000,
});
