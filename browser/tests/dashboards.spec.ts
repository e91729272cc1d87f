import { readFile } from 'node:fs/promises';
import { expect, open, settled, test } from './support/test';

test('a view of the Explorer becomes a dashboard, is exported as YAML, and removed', async ({ page }) => {
  await open(page, '/explorer?period=7d&by=workspace');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Save to a dashboard' });
  await dialog.getByLabel('Its title').fill('Weekly look');
  await dialog.getByLabel('Title of this view').fill('Workspaces, last 7 days');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByRole('link', { name: 'Weekly look' }).click();
  await expect(page.getByRole('heading', { name: 'Weekly look' })).toBeVisible();
  await settled(page);
  const widget = page.getByRole('region', { name: 'Workspaces, last 7 days' });
  await expect(widget.getByRole('application')).toBeVisible();
  await expect(widget.getByText('fresh')).toBeVisible();

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export as YAML' }).click()]);
  expect((await readFile((await download.path())!)).toString()).toMatch(/title: .?Weekly look/);

  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page).toHaveURL(/\/dashboards$/);
  await expect(page.getByText('Weekly look', { exact: true })).toHaveCount(0);
});

test.describe('an address of nothing', () => {
  test.use({ expected: /404/ });

  test('a dashboard that is not there is said to be so', async ({ page }) => {
    await open(page, '/dashboards/none-such');
    await expect(page.getByText(/there is no dashboard/i)).toBeVisible();
  });
});
