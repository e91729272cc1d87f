import { expect, open, settled, test } from './support/test';

test('a page is reached by its address, and the rail goes to every other', async ({ page }) => {
  await open(page, '/');
  const rail = page.getByRole('navigation', { name: 'Pages' }).first();
  for (const name of ['Explorer', 'Limits', 'Keys & people', 'Claude Code', 'Dashboards', 'Connections', 'Data', 'Overview']) {
    await rail.getByRole('link', { name, exact: true }).click();
    await expect(page).toHaveTitle(`${name} · Outlay`);
  }
});

test('period, zone and filters go along from page to page, and back brings them back', async ({ page }) => {
  await open(page, '/overview?period=7d&where=model+~+opus');
  await page.getByRole('link', { name: 'Explorer', exact: true }).first().click();
  await expect(page).toHaveURL(/\/explorer\?.*period=7d.*where=/);
  await page.getByRole('button', { name: /^Period: / }).click();
  await page.getByRole('button', { name: 'Month to date' }).click();
  await expect(page).toHaveURL(/period=mtd/);
  await page.goBack();
  await expect(page).toHaveURL(/period=7d/);
  await expect(page.getByRole('button', { name: 'Period: Last 7 days' })).toBeVisible();
  await page.goForward();
  await expect(page.getByRole('button', { name: 'Period: Month to date' })).toBeVisible();
});

test('a filter that does not apply is greyed and says why', async ({ page }) => {
  await open(page, '/connections?where=model+~+opus');
  const chip = page.getByRole('list', { name: 'Filters' }).getByRole('listitem').first();
  await expect(chip).toHaveAttribute('title', /Does not apply here/);
});

test('a link as seen shows the same dates to somebody else', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '/explorer?period=7d');
  await page.getByTitle('Share', { exact: true }).click();
  await page.getByRole('button', { name: /Link as seen/ }).click();
  await expect(page.getByText('Link as seen copied').first()).toBeAttached();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('2026-11-15..2026-11-21');
  expect(link).toContain('as_of=2026-11-21');
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByText('As it was known on 21 Nov 2026')).toBeVisible();
});

test('a live link keeps the period relative', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '/explorer?period=7d');
  await page.keyboard.press('y');
  await expect(page.getByText('Link copied').first()).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('period=7d');
});

test('days begin where the zone says, and the page says which zone', async ({ page }) => {
  await open(page, '/explorer?measures=tokens&zone=America/New_York&period=7d&grain=day');
  await expect(page.getByRole('button', { name: /New York, UTC−5/ })).toBeVisible();
});

test('dark is chosen once and holds from the first paint', async ({ page }) => {
  await open(page, '/data');
  await page.getByRole('button', { name: /^Appearance and help|, admin$/ }).click();
  await page.getByRole('button', { name: 'Dark', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload({ waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await settled(page);
});

test('on a phone the pages are in the bar at the bottom', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '/overview');
  const bar = page.getByRole('navigation', { name: 'Pages' }).last();
  await bar.getByRole('button', { name: 'More pages' }).click();
  await bar.getByRole('link', { name: 'Data' }).click();
  await expect(page).toHaveTitle('Data · Outlay');
});

test.describe('when the program goes away', () => {
  test.use({ expected: /Failed to load resource|ERR_/ });

  test('the last good figures stay, with a word about it, and it heals', async ({ page }) => {
    await open(page, '/data?tab=runs');
    await expect(page.getByRole('row', { name: /cost_report/ }).first()).toBeVisible();
    await page.route('**/api/v1/syncs*', (route) => route.abort());
    await page.getByRole('combobox', { name: 'How it ended' }).selectOption('ok');
    await expect(page.getByText('Outlay does not answer').first()).toBeVisible();
    await expect(page.getByRole('row', { name: /cost_report/ }).first()).toBeVisible();
    await page.unroute('**/api/v1/syncs*');
    await expect(page.getByText('Outlay does not answer')).toHaveCount(0, { timeout: 12_000 });
  });
});
