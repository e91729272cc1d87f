import { expect, open, test } from './support/test';

test('the tightest limit stands first, and nothing is a mean', async ({ page }) => {
  await open(page, '/limits?period=24h');
  const shares = await page.getByRole('main').locator('strong.number').allTextContents();
  const numbers = shares.map((share) => Number.parseFloat(share.replace('<', '').trim()));
  expect(numbers.length).toBeGreaterThan(3);
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  await expect(page.getByText(/never a mean/)).toBeVisible();
});

test('a row opens its use through time, as a picture and as a table', async ({ page }) => {
  await open(page, '/limits?period=24h');
  await page.getByRole('main').getByRole('button', { expanded: false }).first().click();
  await expect(page).toHaveURL(/open=/);
  await expect(page.getByRole('application')).toBeVisible();
  await expect(page.getByText(/Counted: /)).toBeVisible();
  await page.getByRole('button', { name: 'Show as table' }).click();
  await expect(page.getByRole('columnheader', { name: /Limit/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('columnheader', { name: /Limit/ })).toBeVisible();
});

test('what cannot be measured is said, and why', async ({ page }) => {
  await open(page, '/limits?period=24h');
  const dark = page.getByRole('region', { name: 'Not measurable' });
  const requests = dark.getByRole('listitem').filter({ hasText: 'does not count requests by the minute' }).first();
  await expect(requests).toContainText('Requests');
  await requests.getByText(/\d+ limits/).first().click();
  await expect(requests.getByText(/requests per/).first()).toBeVisible();
});

test('a workspace shows whether its limit is its own', async ({ page }) => {
  await open(page, '/limits?period=24h');
  const whose = page.getByRole('combobox', { name: 'Whose limits' });
  await whose.selectOption({ index: 2 });
  await expect(page).toHaveURL(/scope=/);
  await expect(page.getByText(/ · (own limit|inherited)/).first()).toBeVisible();
});
