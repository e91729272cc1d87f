import { PAGES } from './support/pages';
import { expect, open, settled, sideways, test, violations } from './support/test';

const pictures = 'target/pictures';

for (const { name, path, proof, program = 'demo' } of PAGES) {
  test.describe(name, () => {
    test.use({ program });

    test('light, dark, phone, narrow', async ({ page }) => {
      await open(page, path);
      await expect(proof(page)).toBeVisible();
      await settled(page);
      await page.screenshot({ path: `${pictures}/${name}-light.png` });
      expect(await violations(page), 'light').toEqual([]);

      await page.emulateMedia({ colorScheme: 'dark' });
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
      await page.screenshot({ path: `${pictures}/${name}-dark.png` });
      expect(await violations(page), 'dark').toEqual([]);

      await page.setViewportSize({ width: 390, height: 844 });
      await expect(proof(page)).toBeVisible();
      await page.screenshot({ path: `${pictures}/${name}-phone.png`, fullPage: true });
      await expect.poll(() => sideways(page), 'sideways at 390').toBe(0);
      expect(await violations(page), 'phone').toEqual([]);

      await page.setViewportSize({ width: 320, height: 640 });
      await expect.poll(() => sideways(page), 'sideways at 320').toBe(0);
    });
  });
}
