import { test, type Browser } from '@playwright/test';
import { cpus } from 'node:os';
import { demo } from '../tests/support/programs';

const PAGES = ['overview', 'explorer', 'limits', 'keys', 'claude-code', 'dashboards', 'connections', 'data'];
const RUNS = Number(process.env.RUNS ?? 5);
const BUDGET = { javascript: 200, paint: 1000, moved: 0.01 };

interface Measured {
  /** Kilobytes of JavaScript over the wire. */
  javascript: number;
  /** Milliseconds to the first contentful paint, and until every figure stands. */
  paint: number;
  figures: number;
  /** Cumulative layout shift. */
  moved: number;
}

test('what a reader waits for', async ({ browser }) => {
  const lines = [`${cpus().length} cores, Chromium ${browser.version()}, first visit with an empty cache, medians of ${RUNS}`, ''];
  lines.push('| page | JavaScript, kB | first paint, ms | figures stand, ms | layout shift |', '|---|---:|---:|---:|---:|');
  for (const page of PAGES) {
    const runs: Measured[] = [];
    for (let run = 0; run < RUNS; run++) runs.push(await measure(browser, `${demo()}/${page}`));
    lines.push(row(page, runs));
  }
  console.log(lines.join('\n'));
});

async function measure(browser: Browser, url: string): Promise<Measured> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  const scripts = new Map<string, number>();
  await client.send('Network.enable');
  client.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.set(requestId, 0));
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => scripts.has(requestId) && scripts.set(requestId, encodedDataLength));
  await page.goto(url);
  await page.locator('main h1').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => document.querySelectorAll('[aria-busy="true"]').length === 0);
  const seen = await page.evaluate(
    () =>
      new Promise<{ paint: number; figures: number; moved: number }>((done) => {
        let moved = 0;
        const figures = performance.now();
        const shifts = new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) if (!entry.hadRecentInput) moved += entry.value;
        });
        shifts.observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => done({ paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN, figures, moved })));
      }),
  );
  await context.close();
  return { ...seen, javascript: [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0) / 1000 };
}

function row(page: string, runs: Measured[]): string {
  const of = (what: keyof Measured) => median(runs.map((run) => run[what]));
  const mark = (what: keyof typeof BUDGET, digits: number) => `${of(what).toFixed(digits)}${of(what) > BUDGET[what] ? ' **over**' : ''}`;
  return `| ${page} | ${mark('javascript', 0)} | ${mark('paint', 0)} | ${of('figures').toFixed(0)} | ${mark('moved', 3)} |`;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
