import { expect, open, settled, test } from './support/test';

test('who is seen, of how many, and what is not in it', async ({ page }) => {
  await open(page, '/claude-code');
  await expect(page.getByText(/\d+ of \d+ members seen[^]*Bedrock[^]*estimates at list price/)).toBeVisible();
});

test('adoption by day, week and month, and who came and left', async ({ page }) => {
  await open(page, '/claude-code');
  await page.getByRole('button', { name: 'Week', exact: true }).click();
  await expect(page).toHaveURL(/grain=week/);
  await settled(page);
  const turns = page.getByRole('region', { name: /Who came, who left/ });
  await expect(turns.getByRole('columnheader', { name: 'Lapsed' })).toBeVisible();
  await expect(turns.locator('tbody').getByRole('row').first()).toBeVisible();
});

test('output: each figure is shown over time when it is pressed', async ({ page }) => {
  await open(page, '/claude-code?tab=output');
  await page.getByRole('button', { name: /^Commits/ }).click();
  await expect(page).toHaveURL(/measure=commits/);
  await expect(page.getByText(/^Commits.*highest on/)).toBeVisible();
  await expect(page.getByRole('table', { name: 'Acceptance by tool' }).getByText(/%/).first()).toBeVisible();
});

test('cost is a distribution, not a mean', async ({ page }) => {
  await open(page, '/claude-code?tab=cost');
  await expect(page.getByText('Median', { exact: true })).toBeVisible();
  await expect(page.getByText('Nine of ten days are below')).toBeVisible();
  await expect(page.getByRole('img', { name: /developer-days: half cost at most \$/ })).toBeVisible();
});
