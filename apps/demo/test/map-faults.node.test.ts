import { describe, expect, it } from 'vitest';
import { boxAround, placeOfClass, readyMap } from './map/on-map.ts';
import { hasBrowser, launchBrowser, NARROW, openPage } from './page/browser.ts';
import { madeData } from './page/made-data.ts';
import { servePage } from './page/serve-page.ts';
import { useServedPage } from './page/use-served-page.ts';

describe.skipIf(!hasBrowser)('the map where things go wrong', () => {
  const site = useServedPage({ data: madeData(['fashion-mnist']) });

  it('works without WebGL2, and says so', async () => {
    const plain = await launchBrowser(['--disable-3d-apis']);
    const { page, errors, close } = await openPage(plain, site.address);
    await page.getByText('This browser draws without WebGL2').waitFor();
    await boxAround(page, await placeOfClass(page, 2));
    await page.getByRole('region', { name: 'Selected images' }).waitFor();
    expect(errors).toEqual([]);
    await close();
    await plain.close();
  });

  it('says that the graphics device was taken away, until it is back', async () => {
    const { page, errors, close } = await site.open();
    const map = await readyMap(page);
    const sentence = page.getByText('The graphics device has been taken away.');
    await map.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const device = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
      device?.loseContext();
      (globalThis as { giveBack?: () => void }).giveBack = () => device?.restoreContext();
    });
    await sentence.waitFor();
    await page.evaluate(() => (globalThis as { giveBack?: () => void }).giveBack?.());
    await sentence.waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
    await close();
  });

  it('keeps what has come when the server goes, and goes on when it is back', async () => {
    const { page, close } = await site.openBlank();
    await page.route('**/*-images.gz', (route) => route.abort());
    await page.goto(site.address);
    await readyMap(page);
    await page.getByText('The pictures have stopped coming. The server does not answer.').waitFor();
    await page.unroute('**/*-images.gz');
    await page.getByRole('button', { name: 'Try again' }).click();
    const { x, y } = await placeOfClass(page, 1);
    await page.mouse.click(x, y);
    await page.getByText('share its label').waitFor();
    await close();
  });

  it('says why there is no map, and tries again', async () => {
    const { page, close } = await site.openBlank();
    await page.route('**/layouts/umap.bin', (route) => route.abort());
    await page.goto(site.address);
    const pane = page.getByTestId('pane-fashion-mnist');
    await pane.getByText('The server does not answer. Is it still running?').waitFor();
    await page.unroute('**/layouts/umap.bin');
    await pane.getByRole('button', { name: 'Try again' }).click();
    await readyMap(page);
    await close();
  });

  it('has everything on a telephone, by touch', async () => {
    const both = await servePage(madeData());
    const { page, errors, close } = await openPage(site.browser, both.address, NARROW);
    const { x, y } = await placeOfClass(page, 9);
    await page.touchscreen.tap(x, y);
    await page.getByRole('article').getByText('share its label').waitFor();
    const overflow = await page
      .locator('.panel-body')
      .evaluate((body) => body.scrollWidth - body.clientWidth);
    expect(overflow).toBe(0);
    await page.getByRole('radio', { name: 'Fashion-MNIST' }).and(page.locator(':checked')).waitFor();
    await page.getByRole('button', { name: 'Show the map' }).tap();
    await page.getByRole('article').waitFor({ state: 'hidden' });
    await page.getByRole('tab', { name: 'This map' }).tap();
    await page.getByRole('button', { name: 'Only Class 9' }).last().tap();
    expect(await page.locator('.panel-legend [aria-pressed="true"]').count()).toBe(1);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(360);
    expect(errors).toEqual([]);
    await close();
    await both.close();
  });
});
