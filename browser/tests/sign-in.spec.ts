import { expect, settled, test } from './support/test';

const PASSWORD = 'a long enough password';

test.describe.configure({ mode: 'serial' });
test.use({ program: 'team', expected: /40[0-9]|422/ });

async function signIn(page: import('@playwright/test').Page, name: string) {
  await page.goto('/sign-in?to=/connections');
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL((url) => url.pathname === '/connections');
  await settled(page);
}

test('the first administrator is made with the token that was printed', async ({ page }) => {
  await page.goto('/overview');
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await expect(page.getByRole('heading', { name: 'The first administrator' })).toBeVisible();
  await page.getByLabel('One-time token').fill('wrong-token');
  await page.getByLabel('Name').fill('ada');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: /Set the password/ }).click();
  await expect(page.getByRole('alert')).toContainText(/not valid/);
  await page.getByLabel('One-time token').fill(process.env.OUTLAY_SETUP ?? '');
  await page.getByRole('button', { name: /Set the password/ }).click();
  await expect(page).toHaveURL((url) => url.pathname === '/overview');
});

test('a wrong password is one clear line, a right one leads on', async ({ page }) => {
  await page.goto('/sign-in?to=/connections');
  await page.getByLabel('Name').fill('ada');
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await signIn(page, 'ada');
});

test('an administrator makes a viewer, who sets a password and sees no more than a viewer', async ({ page, browser, baseURL }) => {
  await signIn(page, 'ada');
  await page.goto('/settings?tab=accounts');
  await page.getByLabel('Name').fill('vic');
  await page.getByRole('button', { name: 'Make account' }).click();
  const token = await page.getByRole('status', { name: /One-time token of vic/ }).locator('pre').textContent();

  const guest = await browser.newPage({ baseURL });
  await guest.goto('/sign-in');
  await guest.getByRole('link', { name: 'I have a one-time token' }).click();
  await guest.getByLabel('One-time token').fill(token ?? '');
  await guest.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await guest.getByRole('button', { name: /Set the password/ }).click();
  await expect(guest).toHaveURL((url) => url.pathname === '/overview');
  await guest.goto('/connections');
  await expect(guest.getByText('An administrator can add')).toBeVisible();
  await expect(guest.getByRole('button', { name: 'Add connection' })).toHaveCount(0);
  await guest.goto('/settings?tab=accounts');
  await expect(guest.getByText('Not allowed')).toBeVisible();
  await guest.close();
});

test('a token is shown once and can be revoked', async ({ page }) => {
  await signIn(page, 'ada');
  await page.goto('/settings');
  await page.getByRole('textbox', { name: /^For/ }).fill('Grafana');
  await page.getByRole('button', { name: 'Make token' }).click();
  const secret = page.getByRole('status', { name: 'Your new token' }).locator('pre');
  await expect(secret).toBeVisible();
  const text = (await secret.textContent()) ?? '?';
  await page.reload();
  await expect(page.getByRole('row', { name: /Grafana/ })).toBeVisible();
  await expect(page.getByText(text)).toHaveCount(0);
  await page.getByRole('button', { name: 'Revoke Grafana' }).click();
  await expect(page.getByRole('row', { name: /Grafana/ })).toHaveCount(0);
});

test('the log says who did what', async ({ page }) => {
  await signIn(page, 'ada');
  await page.goto('/settings?tab=log');
  await expect(page.getByRole('row', { name: /made the account vic/ })).toContainText('ada');
});

test('signing out ends it', async ({ page }) => {
  await signIn(page, 'ada');
  await page.getByRole('button', { name: /^ada, admin/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto('/overview');
  await expect(page).toHaveURL(/\/sign-in\?to=/);
});
