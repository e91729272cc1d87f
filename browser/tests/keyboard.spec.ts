import { expect, open, settled, test } from './support/test';

test('pages are reached by g and a letter', async ({ page }) => {
  await open(page, '/overview');
  for (const [letter, title] of [['e', 'Explorer'], ['l', 'Limits'], ['k', 'Keys & people'], ['c', 'Claude Code'], ['d', 'Dashboards'], ['s', 'Connections'], ['r', 'Data'], ['o', 'Overview']] as const) {
    await page.keyboard.press('g');
    await page.keyboard.press(letter);
    await expect(page).toHaveTitle(`${title} · Outlay`);
  }
});

test('the period goes back and forth, the comparison off and on', async ({ page }) => {
  await open(page, '/explorer?period=7d');
  await page.keyboard.press('[');
  await expect(page).toHaveURL(/period=2026-11-08\.\.2026-11-14/);
  await settled(page);
  await page.keyboard.press(']');
  await expect(page).toHaveURL(/period=2026-11-15\.\.2026-11-21/);
  await page.keyboard.press('v');
  await expect(page).toHaveURL(/compare=none/);
});

test('help lists the keys, Escape closes it and gives the focus back', async ({ page }) => {
  await open(page, '/overview');
  const search = page.getByRole('button', { name: 'Search and commands' });
  await search.focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(search).toBeFocused();
});

test('the palette goes to a page by its name', async ({ page }) => {
  await open(page, '/overview');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('limits');
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('Limits · Outlay');
});

test('a chart is entered, walked, read out and left by keys', async ({ page }) => {
  await open(page, '/explorer?period=7d');
  const chart = page.getByRole('application').first();
  await chart.focus();
  await page.keyboard.press('Home');
  await expect(page.getByText(/Sun 15 Nov 2026: .*\$|Sun 15 Nov 2026: .*USD/).first()).toBeAttached();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText(/Mon 16 Nov 2026: /).first()).toBeAttached();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/period=2026-11-16/);
  await page.goBack();
  await expect(page).toHaveURL(/period=7d/);
});

test('a limit is opened and its chart read, all by keys', async ({ page }) => {
  await open(page, '/limits?period=24h');
  const first = page.getByRole('main').getByRole('button', { expanded: false }).first();
  await first.focus();
  await page.keyboard.press('Enter');
  const chart = page.getByRole('main').getByRole('application');
  await expect(chart).toBeVisible();
  await chart.focus();
  await page.keyboard.press('End');
  await expect(page.getByText(/21 Nov 2026, \d\d:\d\d: /).first()).toBeAttached();
});

test('the first stop of Tab leads past the frame', async ({ page }) => {
  await open(page, '/data');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the figures' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('rows are walked with arrows', async ({ page }) => {
  await open(page, '/keys');
  const links = page.getByRole('table').getByRole('link');
  await links.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(links.nth(1)).toBeFocused();
});
