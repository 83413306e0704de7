import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { boxAround, choose, drag, placeOfClass, readyMap } from './map/on-map.ts';
import { hasBrowser, openPage } from './page/browser.ts';
import { useServedPage } from './page/use-served-page.ts';

describe.skipIf(!hasBrowser)('a link to the map', () => {
  const site = useServedPage();

  const selectedIn = (page: Page) => page.getByRole('tab', { name: /^Selection/ }).textContent();

  it('restores the place, the layout, the split, the classes and the selection exactly', async () => {
    const { page, close } = await site.open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await readyMap(page);
    await choose(page, 'Layout', 'PCA');
    await choose(page, 'Images', 'Training');
    await page.waitForTimeout(300);
    await boxAround(page, await placeOfClass(page, 1, { turn: 0 }));
    await page
      .getByRole('button', { name: /^Class 8/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Move (V)' }).click();
    await page.getByRole('button', { name: 'Nearer (+)' }).click();
    await drag(page, [
      { x: 600, y: 500 },
      { x: 571, y: 463 },
    ]);
    await page.getByRole('tab', { name: 'This map' }).click();
    await page.getByText('Share and export').click();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Copied.').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link.length).toBeLessThan(2048);
    await expect.poll(() => page.url()).toBe(link);
    const selected = await selectedIn(page);
    expect(selected).toMatch(/^Selection \(\d+\)$/);

    const other = await openPage(site.browser, link);
    await readyMap(other.page);
    expect(await selectedIn(other.page)).toBe(selected);
    await other.page
      .getByRole('radio', { name: 'PCA' })
      .first()
      .and(other.page.locator(':checked'))
      .waitFor();
    await other.page.getByRole('radio', { name: 'Training' }).and(other.page.locator(':checked')).waitFor();
    expect(
      await other.page
        .getByRole('button', { name: /^Class 8/ })
        .first()
        .getAttribute('aria-pressed'),
    ).toBe('false');
    await other.page.waitForTimeout(1000);
    expect(other.page.url()).toBe(link);
    expect(other.errors).toEqual([]);
    await other.close();
    await close();
  });

  it('restores two maps', async () => {
    const { page, errors, close } = await site.open('#/map?data=mnist+fashion-mnist&layout=pca');
    await readyMap(page, 'mnist');
    await readyMap(page, 'fashion-mnist');
    expect(
      await page
        .getByTestId(/^pane-/)
        .first()
        .getAttribute('aria-label'),
    ).toBe('MNIST');
    expect(errors).toEqual([]);
    await close();
  });

  it.each([
    {
      what: 'a link that lost its end',
      hash: '#/map?data=mnist&layout=pca&at=0.1+0.2+',
      says: 'This link is damaged',
    },
    { what: 'a link to another dataset', hash: '#/map?data=kuzushiji', says: 'This link leads to kuzushiji' },
    {
      what: 'a link to a map of another page',
      hash: '#/map?data=fashion-mnist&layout=umap-here-4',
      says: 'this is UMAP instead',
    },
  ])('tells of $what, and shows a map all the same', async ({ hash, says }) => {
    const { page, errors, close } = await site.open(hash);
    await page.getByTestId('notices').getByText(says).waitFor();
    await readyMap(page);
    expect(errors).toEqual([]);
    await close();
  });

  it('is taken up when it is put into the address of an open page', async () => {
    const { page, close } = await site.open();
    await readyMap(page);
    await page.evaluate(() => {
      location.hash = '#/map?data=mnist&split=test';
    });
    await readyMap(page, 'mnist');
    await page.getByRole('radio', { name: 'Test' }).and(page.locator(':checked')).waitFor();
    await close();
  });
});
