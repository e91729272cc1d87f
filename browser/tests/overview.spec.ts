import { expect, open, settled, test } from './support/test';

test('six tiles answer in five seconds what a manager asks', async ({ page }) => {
  await open(page, '/overview');
  for (const name of ['Month to date', 'Yesterday', 'Tokens', 'Cache hit rate', 'Tightest limit', 'Active developers']) {
    const tile = page.getByRole('region', { name: new RegExp(`^${name}`) });
    await expect(tile).toBeVisible();
    await expect(tile.getByText(/\d/).first()).toBeVisible();
  }
});

test('a number says how it came to be', async ({ page }) => {
  await open(page, '/overview');
  await page.getByRole('region', { name: /^Month to date/ }).getByRole('button', { name: /explain this number/ }).first().click();
  const sheet = page.getByRole('dialog', { name: /where it comes from/ });
  await expect(sheet.getByText('cost_report').first()).toBeVisible();
  await expect(sheet.getByRole('heading', { name: 'Formula' })).toBeVisible();
  await expect(sheet.getByText(/outlay ask cost/)).toBeVisible();
  await expect(page).toHaveURL(/explain=/);
  await page.reload();
  await expect(sheet).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/explain=/);
});

test('the chart is a table as well, with the same days', async ({ page }) => {
  await open(page, '/overview?period=7d');
  const panel = page.getByRole('region', { name: 'What did each day cost?' });
  await panel.getByRole('button', { name: 'Table' }).click();
  await expect(panel.getByRole('row')).toHaveCount(8);
  await expect(panel.getByRole('row', { name: /21 Nov 2026/ })).toBeVisible();
});

test('a ranked name leads into the Explorer, filtered to it', async ({ page }) => {
  await open(page, '/overview');
  const link = page.getByRole('region', { name: /^Models/ }).getByRole('link', { name: /^claude-/ }).first();
  const name = await link.textContent();
  await link.click();
  await expect(page).toHaveURL(/\/explorer\?.*where=model/);
  await settled(page);
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText(name ?? '?');
});

test('a day of the chart leads to its hours', async ({ page }) => {
  await open(page, '/overview?period=7d');
  const chart = page.getByRole('region', { name: 'What did each day cost?' }).getByRole('application');
  await chart.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/explorer\?.*period=2026-11-15/);
});
