import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, open, settled, test } from './support/test';

const table = (page: Page) => page.getByRole('region', { name: 'Table' });

test('a click on a name narrows to it, and the way back is there', async ({ page }) => {
  await open(page, '/explorer?period=7d');
  const first = table(page).getByRole('row').nth(1).getByRole('rowheader').getByRole('button');
  const name = (await first.textContent()) ?? '?';
  await first.click();
  await expect(page).toHaveURL(/where=model/);
  await expect(page.getByRole('navigation', { name: 'Way back' })).toContainText(name);
  await page.goBack();
  await expect(page).not.toHaveURL(/where=/);
});

test('it groups by up to three, and the total does not move', async ({ page }) => {
  await open(page, '/explorer?period=7d&by=model');
  const total = table(page).locator('tfoot');
  const before = await total.getByRole('cell').first().textContent();
  await page.getByRole('button', { name: 'Group by' }).click();
  await page.getByRole('main').getByRole('button', { name: 'Workspace', exact: true }).click();
  await expect(page).toHaveURL(/by=model,workspace/);
  await settled(page);
  await expect(total.getByRole('cell').first()).toHaveText(before ?? '?');
});

test('a filter is made from what there is, and the address says it in words', async ({ page }) => {
  await open(page, '/explorer?period=7d');
  await page.getByRole('main').getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByLabel('Dimension').selectOption({ label: 'Model' });
  await page.getByLabel('How').selectOption({ label: 'contains' });
  await page.getByRole('textbox', { name: 'Value' }).fill('opus');
  await page.getByRole('main').getByRole('button', { name: 'Filter', exact: true }).last().click();
  await expect(page).toHaveURL(/where=model\+~\+opus/);
  const names = () => table(page).locator('tbody').getByRole('rowheader').allTextContents();
  await expect.poll(async () => (await names()).every((name) => /opus/i.test(name))).toBe(true);
});

for (const [kind, words] of [['line', 'Lines'], ['area', 'Shares, 100 %'], ['heat', 'Hour by weekday'], ['bars', 'Ranked bars'], ['table', 'Table only']] as const) {
  test(`the chart is also a ${kind}`, async ({ page }) => {
    await open(page, '/explorer?period=7d&measures=tokens');
    await page.getByRole('group', { name: 'Kind of chart' }).getByRole('button', { name: words }).click();
    await expect(page).toHaveURL(new RegExp(`chart=${kind}`));
    await settled(page);
    await expect(table(page)).toBeVisible();
  });
}

test('a stretch is zoomed into by dragging, and left again', async ({ page }) => {
  await open(page, '/explorer?period=30d');
  const chart = page.getByRole('application').first();
  const box = (await chart.boundingBox())!;
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.4, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, y, { steps: 4 });
  await page.mouse.move(box.x + box.width * 0.7, y, { steps: 4 });
  await page.mouse.up();
  await expect(page).toHaveURL(/period=2026-1[01]-\d\d\.\.2026-11-\d\d/);
  await page.goBack();
  await expect(page).not.toHaveURL(/period=2026/);
});

test('the view is a query too: address, API and command line', async ({ page }) => {
  await open(page, '/explorer?period=7d&by=workspace&measures=tokens');
  await page.getByRole('button', { name: 'Query' }).click();
  const dialog = page.getByRole('dialog', { name: 'This view as a query' });
  await expect(dialog.getByText(/outlay ask tokens/)).toBeVisible();
  await expect(dialog.getByText(/\/api\/v1\/ask\?/).first()).toBeVisible();
});

for (const format of ['CSV', 'JSON', 'Parquet'] as const) {
  test(`the table is taken away as ${format}, whole and exact`, async ({ page }) => {
    await open(page, '/explorer?period=7d&by=model');
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: new RegExp(`^${format}(?! L)`) }).first().click()]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${format.toLowerCase()}$`));
    const bytes = await readFile((await download.path())!);
    if (format === 'Parquet') expect(bytes.subarray(0, 4).toString()).toBe('PAR1');
    else expect(bytes.toString()).toContain('claude-');
    if (format === 'JSON') JSON.parse(bytes.toString());
  });
}

test('the chart is taken away as a picture', async ({ page }) => {
  await open(page, '/explorer?period=7d');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^PNG/ }).click()]);
  const bytes = await readFile((await download.path())!);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
});

test('the table is copied for a spreadsheet, with exact figures', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '/explorer?period=7d&by=model');
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByText(/copied/).first()).toBeAttached();
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).trim().split('\n');
  expect(lines.length).toBeGreaterThan(2);
  expect(lines[1]).toMatch(/claude.*\t\d+\.\d{3,}/i);
});

test('rows are sorted by the head, also the other way round', async ({ page }) => {
  await open(page, '/explorer?period=7d&by=model');
  const names = () => table(page).locator('tbody').getByRole('rowheader').allTextContents();
  await table(page).getByRole('columnheader', { name: /Model/ }).getByRole('button').click();
  await expect.poll(async () => (await names()).join()).toBe([...(await names())].sort((a, b) => a.localeCompare(b)).join());
});

test('a figure of the table is explained, with the groups it stands for', async ({ page }) => {
  await open(page, '/explorer?period=7d&by=model');
  await table(page).getByRole('button', { name: /explain this number/ }).first().click();
  await expect(page.getByRole('dialog', { name: /where it comes from/ }).getByText('cost_report').first()).toBeVisible();
});

test('no use and not collected are two different things', async ({ page }) => {
  await open(page, '/explorer?where=model+%3D+claude-of-nowhere');
  await expect(page.getByText(/in this filter/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Clear the filter' }).first().click();
  await settled(page);
  await expect(page.getByRole('application').first()).toBeVisible();
  await open(page, '/explorer?period=2023-01-01..2023-01-31');
  await expect(page.getByText('Not collected').first()).toBeVisible();
});
