import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { programs } from './tests/support/programs';

export default defineConfig({
  testDir: resolve(import.meta.dirname, 'tests'),
  outputDir: 'target/results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [[resolve(import.meta.dirname, 'tests/support/report.ts')]],
  webServer: programs,
  projects: [
    { name: 'ready', testMatch: /ready\.setup\.ts/ },
    { name: 'pages', testMatch: process.env.OUTLAY_PICTURES === 'renew' ? /\.pictures\.ts/ : /\.spec\.ts/, dependencies: ['ready'] },
  ],
  use: {
    browserName: 'chromium',
    launchOptions: {
      executablePath: process.env.OUTLAY_CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    screenshot: 'only-on-failure',
    trace: 'off',
  },
});
