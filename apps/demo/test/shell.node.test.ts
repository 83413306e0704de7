import { describe, expect, it } from 'vitest';
import { axeFinds, axeFindsInLayout } from './page/axe-finds.ts';
import { hasBrowser, NARROW, openPage, WIDE } from './page/browser.ts';
import { madeData } from './page/made-data.ts';
import { servePage } from './page/serve-page.ts';
import { useServedPage } from './page/use-served-page.ts';

const PARTS = ['Map', 'Train', 'Errors', 'Your own', 'Benchmark', 'You'];

describe.skipIf(!hasBrowser)('the page around its parts', () => {
  const site = useServedPage();

  it('shows the map first, and every part by its link and by its address', async () => {
    const { page, errors, close } = await site.open();
    await page.locator('[data-part="map"]').waitFor();
    for (const title of PARTS) {
      const link = page.getByRole('navigation').getByRole('link', { name: title, exact: true });
      await link.click();
      await expect.poll(() => link.getAttribute('aria-current')).toBe('page');
      await page.getByRole('main', { name: title }).waitFor();
      const address = page.url();
      const direct = await openPage(site.browser, address);
      await direct.page.getByRole('main', { name: title }).waitFor();
      expect(direct.errors).toEqual([]);
      await direct.close();
    }
    expect(errors).toEqual([]);
    await close();
  });

  it('has no obstacle that axe knows of, in both themes and on a telephone', async () => {
    const { page, close } = await site.open('', NARROW);
    await page.locator('[data-part="map"]').waitFor();
    expect(await axeFindsInLayout(page)).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(await axeFinds(page)).toEqual([]);
    await close();
  });

  it('keeps the theme that its reader has chosen', async () => {
    const { page, close } = await site.open('', { ...WIDE, colorScheme: 'light' });
    await page.getByRole('button', { name: 'Use dark colours' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Use light colours' }).waitFor();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await close();
  });

  it('says that the server is gone, and goes on when it is back', async () => {
    const { page, close } = await site.openBlank();
    await page.route('**/data/index.json', (route) => route.abort());
    await page.goto(site.address);
    await page.getByText('The server does not answer. Is it still running?').waitFor();
    await page.unroute('**/data/index.json');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => page.getByTestId('notices').textContent()).toBe('');
    await close();
  });

  it('does not take a damaged list of datasets for one', async () => {
    const damaged = madeData();
    damaged.set('data/index.json', new TextEncoder().encode('{"version": 1, "datasets": [{}]}'));
    const other = await servePage(damaged);
    const { page, errors, close } = await openPage(site.browser, other.address);
    await page.getByText('The list of datasets cannot be used: a dataset is incomplete.').waitFor();
    expect(errors).toEqual([]);
    await close();
    await other.close();
  });
});
