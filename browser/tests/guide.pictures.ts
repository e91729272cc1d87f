import { mkdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { open, settled, test, expect } from './support/test';

/** Renews the pictures of README and guide: `./test -Dpictures=renew`. Small, and the same each time. */
const folder = resolve(import.meta.dirname, '../../docs/guide/images');
const LARGEST = 150_000;

const PICTURES = [
  { name: 'overview', path: '/overview' },
  { name: 'overview-dark', path: '/overview', theme: 'dark' as const },
  { name: 'explorer', path: '/explorer?by=workspace' },
  { name: 'limits', path: '/limits?period=24h' },
  { name: 'keys', path: '/keys' },
  { name: 'claude-code', path: '/claude-code?tab=cost' },
  { name: 'connections', path: '/connections?do=add' },
  { name: 'data', path: '/data' },
];

test.use({ viewport: { width: 1280, height: 800 } });

for (const { name, path, theme } of PICTURES) {
  test(`picture of ${name}`, async ({ page }) => {
    mkdirSync(folder, { recursive: true });
    await page.emulateMedia({ colorScheme: theme ?? 'light' });
    await open(page, path);
    await expect(page.locator('main').locator('table, h2, svg, label').first()).toBeVisible();
    await expect(page.locator('.placeholder')).toHaveCount(0);
    await settled(page);
    const file = `${folder}/${name}.png`;
    await page.screenshot({ path: file, animations: 'disabled' });
    expect(statSync(file).size).toBeLessThan(LARGEST);
  });
}
