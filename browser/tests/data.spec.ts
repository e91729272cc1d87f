import { expect, open, test } from './support/test';

test('each dataset says how fresh it is and what it covers', async ({ page }) => {
  await open(page, '/data');
  const cost = page.getByRole('row', { name: /cost_report/ });
  await expect(cost).toContainText('fresh');
  await expect(cost.getByRole('img', { name: /cost_report, days: covered .* 2025 to .* 2026/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /service_accounts/ })).toContainText('not part of this plan');
});

test('runs say how they ended, and the reason in words', async ({ page }) => {
  await open(page, '/data?tab=runs');
  await page.getByRole('combobox', { name: 'How it ended' }).selectOption('not_entitled');
  await expect(page).toHaveURL(/status=not_entitled/);
  await expect(page.getByRole('row', { name: /service_accounts/ }).first()).toContainText(/not open to this organisation/);
});

test('nothing changed is said as such', async ({ page }) => {
  await open(page, '/data?tab=revisions');
  await expect(page.getByText('Nothing has changed')).toBeVisible();
});

test('the freshness line leads here', async ({ page }) => {
  await open(page, '/overview');
  await expect(page.getByText(/settled to/).first()).toBeVisible();
});

test.describe('with destinations in outlay.yml', () => {
  test.use({ program: 'empty' });

  test('each says whether it has everything, or why not, and never its password', async ({ page }) => {
    await open(page, '/data?tab=destinations');
    await expect(page.getByRole('row', { name: /lake/ })).toContainText('Has everything');
    const warehouse = page.getByRole('row', { name: /warehouse/ });
    await expect(warehouse).toContainText('Failing');
    await expect(warehouse).toContainText(/cannot be reached.*See that it runs/);
    expect(await page.content()).not.toContain('a-secret');
  });
});
