import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { choose, readyMap } from './map/on-map.ts';
import { hasBrowser, openPage } from './page/browser.ts';
import { madeData } from './page/made-data.ts';
import { servePage } from './page/serve-page.ts';
import { useServedPage } from './page/use-served-page.ts';

describe.skipIf(!hasBrowser).each([{ isolated: true }, { isolated: false }])(
  'a map of one’s own, isolated: $isolated',
  ({ isolated }) => {
    const site = useServedPage({ data: madeData(['fashion-mnist']), isolated });

    async function openForm(page: Page): Promise<void> {
      await readyMap(page);
      await page.getByText('New map', { exact: true }).click();
    }

    async function setRounds(page: Page, rounds: number): Promise<void> {
      await page.getByRole('slider', { name: 'Rounds' }).fill(`${rounds}`);
    }

    it('becomes a layout with its origin, and can be measured', async () => {
      const { page, errors, close } = await site.open();
      await openForm(page);
      await page.getByText(isolated ? 'on all its cores' : 'on one core').waitFor();
      await page.getByLabel('Images of').selectOption('all 400');
      await page.getByRole('slider', { name: 'Neighbours' }).fill('10');
      await setRounds(page, 100);
      await page.getByRole('button', { name: 'Compute' }).click();
      await page.getByRole('radio', { name: 'UMAP 1' }).and(page.locator(':checked')).waitFor();
      await page
        .getByText(/400 images in .* by this browser, nNeighbors 10, minDist 0.1, nEpochs 100, seed 42/)
        .waitFor();
      await page.getByRole('button', { name: 'Measure how well it keeps neighbourhoods' }).click();
      const shares = page.locator('.scores b');
      await expect.poll(() => shares.count()).toBe(3);
      expect(Number.parseFloat((await shares.first().textContent()) ?? '')).toBeGreaterThan(80);
      expect(errors).toEqual([]);
      await close();
    });

    it('moves on the map while it is made, and leaves when it is stopped', async () => {
      const many = await servePage(madeData(['fashion-mnist'], { train: 2000, test: 500 }), { isolated });
      const { page, errors, close } = await openPage(site.browser, many.address);
      await openForm(page);
      await choose(page, 'Method', 't-SNE');
      await page.getByLabel('Images of').selectOption('all 2,500');
      await setRounds(page, 2000);
      await page.getByRole('button', { name: 'Compute' }).click();
      const running = page.getByTestId('running-map');
      await running.getByText('Moving images').waitFor();
      const map = await readyMap(page);
      const before = await map.screenshot();
      await expect.poll(async () => (await map.screenshot()).equals(before)).toBe(false);
      await running.getByRole('button', { name: 'Stop' }).click();
      await running.waitFor({ state: 'detached' });
      await page.getByRole('radio', { name: 'UMAP' }).first().and(page.locator(':checked')).waitFor();
      expect(await page.getByTestId('notices').textContent()).toBe('');
      expect(errors).toEqual([]);
      await close();
      await many.close();
    });

    it('goes on when nobody looks at the page', async () => {
      const { page, close } = await site.open();
      await openForm(page);
      await setRounds(page, 1000);
      await page.getByRole('button', { name: 'Compute' }).click();
      const session = await page.context().newCDPSession(page);
      await session.send('Page.setWebLifecycleState', { state: 'frozen' });
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await session.send('Page.setWebLifecycleState', { state: 'active' });
      await page.getByRole('radio', { name: 'UMAP 1' }).and(page.locator(':checked')).waitFor();
      await close();
    });
  },
);
