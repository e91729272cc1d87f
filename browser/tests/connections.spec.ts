import { simulator } from './support/programs';
import { expect, open, test } from './support/test';

const KEY = 'sk-ant-admin01-simulator';

test.describe.configure({ mode: 'serial' });
test.describe('from nothing', () => {
  test.use({ program: 'empty', expected: /422|409/ });

  test('the first start asks for a key, tests it for real, and collects', async ({ page }) => {
    await open(page, '/connections');
    await expect(page.getByText('in three steps')).toBeVisible();
    const save = page.getByRole('button', { name: 'Save and start' });
    await expect(save).toBeDisabled();

    await page.getByLabel('Admin key').fill('sk-ant-api03-not-this-one');
    await expect(page.getByText(/This is a key for calling models/)).toBeVisible();
    await page.getByLabel('Admin key').fill('sk-ant-admin01-nobodys-key');
    await expect(page.getByText(/Looks like an Admin key/)).toBeVisible();
    await page.getByText('Another address of the API').click();
    await page.getByLabel('Address').fill(simulator());
    await page.getByRole('button', { name: 'Test connection' }).click();
    await expect(page.getByText(/401|refused|not valid/i).first()).toBeVisible();

    await page.getByLabel('Admin key').fill(KEY);
    await page.getByLabel(/^Label/).fill('Production');
    await page.getByRole('button', { name: 'Test connection' }).click();
    await expect(page.getByText('This is the key of Northwind Labs')).toBeVisible();
    await expect(page.getByText(/It may read \d+ of \d+ datasets/)).toBeVisible();
    await expect(page.getByText(/What it may not read/)).toBeVisible();

    await page.getByRole('radio', { name: '30 days' }).check();
    await expect(page.getByText(/About \d+ requests/)).toBeVisible();
    await save.click();
    const card = page.getByRole('article', { name: 'Production' });
    await expect(card).toContainText('Northwind Labs');
    await expect(card).toContainText('sk-ant-admin…ator');
    await expect(card.getByText('Healthy', { exact: true })).toBeVisible({ timeout: 45_000 });
    await expect(page.getByText(KEY)).toHaveCount(0);
  });

  test('it is paused, goes on, and is called something else', async ({ page }) => {
    await open(page, '/connections');
    const card = page.getByRole('article', { name: 'Production' });
    await card.getByRole('button', { name: 'Pause' }).click();
    await expect(card.getByText('Paused', { exact: true })).toBeVisible();
    await card.getByRole('button', { name: 'Resume' }).click();
    await expect(card.getByText('Paused', { exact: true })).toHaveCount(0);
    await card.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('dialog').getByLabel('Label').fill('Main account');
    await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
    await expect(page.getByRole('article', { name: 'Main account' })).toBeVisible();
  });

  test('one organisation is not collected twice', async ({ page }) => {
    await open(page, '/connections?do=add');
    const form = page.getByRole('dialog', { name: 'Add connection' });
    await form.getByLabel('Admin key').fill(KEY);
    await form.getByText('Another address of the API').click();
    await form.getByLabel('Address').fill(simulator());
    await form.getByRole('button', { name: 'Test connection' }).click();
    await expect(form.getByText('This is the key of')).toBeVisible();
    await form.getByRole('button', { name: 'Save and start' }).click();
    await expect(form.getByText(/already|twice/i).first()).toBeVisible();
  });

  test('the key is rotated, and a wrong one is refused in words', async ({ page }) => {
    await open(page, '/connections');
    await page.getByRole('article').getByRole('button', { name: 'Rotate key' }).click();
    const dialog = page.getByRole('dialog', { name: /^Rotate the key of/ });
    await dialog.getByLabel('Admin key').fill('sk-ant-admin01-nobodys-key');
    await dialog.getByRole('button', { name: 'Test and rotate' }).click();
    await expect(dialog.getByText(/401|refused|not valid/i).first()).toBeVisible();
    await dialog.getByLabel('Admin key').fill(KEY);
    await dialog.getByRole('button', { name: 'Test and rotate' }).click();
    await expect(dialog).toHaveCount(0);
  });

  test('it is removed with its data only after its name was typed', async ({ page }) => {
    await open(page, '/connections');
    await page.getByRole('article').getByRole('button', { name: 'Remove' }).click();
    const dialog = page.getByRole('dialog', { name: /^Remove/ });
    await dialog.getByLabel(/Remove the data too/).check();
    const remove = dialog.getByRole('button', { name: 'Remove with all data' });
    await expect(remove).toBeDisabled();
    await dialog.getByLabel(/To confirm, type/).fill('Main account');
    await remove.click();
    await expect(page.getByText('in three steps')).toBeVisible();
  });
});

test('a connection of the file says so, and cannot be changed here', async ({ page }) => {
  await open(page, '/connections');
  const card = page.getByRole('article').first();
  await expect(card).toContainText('outlay.yml');
  await expect(card.getByRole('button', { name: 'Sync now' })).toBeEnabled();
  await expect(card.getByRole('button', { name: 'Remove' })).toHaveCount(0);
});

test('a page that is open elsewhere sees a sync without a reload and without a jump', async ({ page, context }) => {
  await open(page, '/data?tab=runs');
  const runs = page.getByRole('table', { name: 'Runs' }).locator('tbody').getByRole('row');
  const before = await runs.count();
  const place = await page.evaluate(() => (scrollTo(0, 60), scrollY));
  const other = await context.newPage();
  await other.goto('/connections');
  await other.getByRole('button', { name: 'Sync now' }).click();
  await expect.poll(() => runs.count()).toBeGreaterThan(before);
  expect(await page.evaluate(() => scrollY)).toBe(place);
});
