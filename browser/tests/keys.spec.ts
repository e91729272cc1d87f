import { expect, open, settled, test } from './support/test';

test('keys have an owner, a workspace, a last use and a cost that says it is an estimate', async ({ page }) => {
  await open(page, '/keys');
  for (const head of ['Key', 'Owner', 'Workspace', 'Status', 'Age, days', 'Last used', 'Tokens', 'Cost, USD', 'Models']) {
    await expect(page.getByRole('columnheader', { name: head, exact: false }).first()).toBeVisible();
  }
  await expect(page.getByText(/≈ is an estimate/)).toBeVisible();
  await expect(page.getByRole('cell', { name: /[≈≥] \$/ }).first()).toBeVisible();
});

test('a key is found by its name, and the address remembers', async ({ page }) => {
  await open(page, '/keys');
  const rows = page.getByRole('table').locator('tbody').getByRole('row');
  const name = (await rows.first().getByRole('link').textContent()) ?? '?';
  await page.getByRole('searchbox').fill(name);
  await expect(page).toHaveURL(/find=/);
  await expect(rows.first()).toContainText(name);
  await page.reload();
  await expect(page.getByRole('searchbox')).toHaveValue(name);
  await page.getByRole('searchbox').fill('no key is called this');
  await expect(page.getByText('No key matches')).toBeVisible();
  await page.getByRole('button', { name: 'Show every key' }).click();
  await expect(rows.first()).toBeVisible();
});

test('keys are sorted by cost first, and by name when asked', async ({ page }) => {
  await open(page, '/keys');
  await expect(page.getByRole('columnheader', { name: /Cost/ })).toHaveAttribute('aria-sort', 'descending');
  await page.getByRole('columnheader', { name: 'Key' }).getByRole('button').click();
  await expect(page).toHaveURL(/sort=name/);
  await expect(page.getByRole('columnheader', { name: /Key/ })).toHaveAttribute('aria-sort', 'ascending');
});

test('a key leads to its use', async ({ page }) => {
  await open(page, '/keys');
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/explorer\?.*where=api_key/);
  await settled(page);
});

test('people, invites and members have their lists', async ({ page }) => {
  await open(page, '/keys');
  for (const [tab, head] of [['People', 'Role'], ['Invites', 'Ends'], ['Members of workspaces', 'Role there']] as const) {
    await page.getByRole('link', { name: tab, exact: true }).click();
    await expect(page.getByRole('columnheader', { name: head })).toBeVisible();
    await expect(page.getByRole('table').locator('tbody').getByRole('row').first()).toBeVisible();
  }
});
