import { readFile } from 'node:fs/promises';
import { describeNetwork } from '@fashion-mnist/models/deep';
import type { BrowserContextOptions, Download, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { axeFinds, axeFindsInLayout } from './page/axe-finds.ts';
import { hasBrowser, NARROW, openPage, type WatchedPage, WIDE } from './page/browser.ts';
import { madeData } from './page/made-data.ts';
import { servePage } from './page/serve-page.ts';
import { useServedPage } from './page/use-served-page.ts';
import { useVisit } from './page/use-visit.ts';

const PATIENCE = 120_000;
/** Of the made data. */
const HELD_OUT = 25;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const status = (page: Page) => page.getByTestId('train-status');

async function setEpochs(page: Page, epochs: number): Promise<void> {
  await page.getByLabel('Epochs', { exact: true }).fill(String(epochs));
  await page.getByLabel('Epochs', { exact: true }).press('Tab');
}

async function isDone(page: Page): Promise<void> {
  await button(page, 'Train anew').waitFor({ timeout: PATIENCE });
}

async function bytesOf(download: Download): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(await download.path()));
}

describe.skipIf(!hasBrowser)('the part that trains', { timeout: PATIENCE }, () => {
  const site = useServedPage();

  const openPart = (options?: BrowserContextOptions): Promise<WatchedPage> => site.open('#/train', options);

  async function trained(epochs: number, options?: BrowserContextOptions): Promise<WatchedPage> {
    const opened = await openPart(options);
    await setEpochs(opened.page, epochs);
    await button(opened.page, 'Train').click();
    await isDone(opened.page);
    return opened;
  }

  describe('once it has learned', () => {
    const visit = useVisit(() => trained(8));

    it('names most of the images rightly, and shows each epoch and the way there', async () => {
      const { page } = visit;
      await page.getByRole('heading', { name: 'Two convolutions, normalised, 8 epochs' }).waitFor();
      expect(await status(page).textContent()).toMatch(/^\d+\.\d % of 25 held-out images right, loss \d/);
      const share = Number.parseFloat((await status(page).textContent()) ?? '');
      expect(share).toBeGreaterThan(60);
      await page
        .getByRole('img', { name: /^Loss by epochs, of held-out images/ })
        .locator('svg')
        .waitFor();
      const rows = page.getByRole('table', { name: /Held-out images by class/ }).getByRole('button');
      const counts = await rows.allTextContents();
      expect(counts).toHaveLength(100);
      expect(counts.reduce((sum, text) => sum + Number(text), 0)).toBe(HELD_OUT);
    });

    it('goes back in time, with the confusions and the map of then', async () => {
      const { page } = visit;
      const slider = page.getByRole('slider', { name: 'Epoch in view' });
      expect(await slider.getAttribute('aria-valuetext')).toBe('After epoch 8');
      const latest = await page.getByTestId('train-score').textContent();
      await slider.press('Home');
      await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('Before training');
      expect(await page.getByTestId('train-score').textContent()).not.toBe(latest);
      await button(page, 'Latest').click();
      await expect.poll(() => page.getByTestId('train-score').textContent()).toBe(latest);
    });

    it('marks the images of a cell of the confusions, by keyboard too', async () => {
      const { page } = visit;
      const cells = page.getByRole('table', { name: /Held-out images by class/ }).getByRole('button');
      await cells.first().focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowDown');
      const focused = page.locator('.train-cell:focus');
      expect(await focused.getAttribute('aria-label')).toMatch(/^\d+ of Class 1 named rightly$/);
      await page.keyboard.press('Enter');
      expect(await focused.getAttribute('aria-pressed')).toBe('true');
      const count = (await focused.getAttribute('aria-label'))?.split(' ', 1)[0];
      await page.getByText(`right. ${count} selected.`).waitFor();
    });

    it('uses the test images when it is told to, and not before', async () => {
      const { page } = visit;
      await page.getByText('The 100 test images have not been used so far.').waitFor();
      await button(page, 'Judge by the test images').click();
      const result = page.getByTestId('train-test-result');
      await expect.poll(() => result.textContent()).toMatch(/^\d+\.\d\d % of 100 test images right\.$/);
      expect(await button(page, 'Judge by the test images').count()).toBe(0);
    });

    it('saves a network that the toolkit reads, and loads it again', async () => {
      const { page } = visit;
      const saving = page.waitForEvent('download');
      await button(page, 'Save').click();
      const download = await saving;
      expect(download.suggestedFilename()).toBe('3-conv-bn-pooling.safetensors');
      const { name, notes } = await describeNetwork(await bytesOf(download));
      expect(name).toBe('3-conv-bn-pooling');
      expect(JSON.parse(notes['notes'] ?? '')).toMatchObject({
        dataset: 'fashion-mnist',
        trainCount: 275,
        loss: { kind: 'cross-entropy' },
        preparation: { steps: [{ operation: 'normalize' }] },
      });

      const other = await openPart();
      await other.page.getByLabel('File of a network').setInputFiles(await download.path());
      await other.page
        .getByText('Loaded: Two convolutions, normalised, 8 epochs.')
        .waitFor({ timeout: PATIENCE });
      await other.page.getByRole('heading', { name: 'Two convolutions, normalised, 8 epochs' }).waitFor();
      expect(other.errors).toEqual([]);
      await other.close();
    });

    it('exports ONNX', async () => {
      const { page } = visit;
      const exporting = page.waitForEvent('download');
      await button(page, 'Export ONNX').click();
      const download = await exporting;
      expect(download.suggestedFilename()).toBe('3-conv-bn-pooling.onnx');
      const text = new TextDecoder('latin1').decode(await bytesOf(download));
      expect(text).toContain('@fashion-mnist/models');
      expect(text).toContain('Conv');
    });

    it('trains further on what it has, while another part is seen', async () => {
      const { page } = visit;
      await setEpochs(page, 2);
      await button(page, 'Train further').click();
      await page.getByRole('link', { name: 'Benchmark', exact: true }).click();
      await page.locator('.train-main').waitFor({ state: 'hidden' });
      await expect
        .poll(() => page.locator('.train-status h2').textContent(), { timeout: PATIENCE })
        .toBe('Two convolutions, normalised, 10 epochs');
      await page.getByRole('link', { name: 'Train', exact: true }).click();
      await page.locator('.train-main').waitFor();
    });
  });

  it('stops in the middle, and goes on from there', async () => {
    const { page, errors, close } = await openPart();
    await setEpochs(page, 200);
    await button(page, 'Train').click();
    const slider = page.getByRole('slider', { name: 'Epoch in view' });
    const epochs = async () => Number(await slider.getAttribute('max'));
    await expect.poll(epochs, { timeout: PATIENCE }).toBeGreaterThan(1);
    await button(page, 'Stop').click();
    await button(page, 'Continue').waitFor({ timeout: PATIENCE });
    await page
      .getByRole('heading', { name: /^Two convolutions, normalised, \d+ epochs, stopped$/ })
      .waitFor();
    const before = await epochs();
    expect(before).toBeLessThan(200);
    await button(page, 'Continue').click();
    await expect.poll(epochs, { timeout: PATIENCE }).toBeGreaterThan(before + 1);
    await button(page, 'Stop').click();
    await button(page, 'Continue').waitFor({ timeout: PATIENCE });
    expect(errors).toEqual([]);
    await close();
  });

  describe('asked to load a file', () => {
    const visit = useVisit(openPart);

    it.each([
      { what: 'no network', name: '<b>shoe', bytes: new TextEncoder().encode('<svg onload="alert(1)"/>') },
      { what: 'an empty file', name: '<b>nothing', bytes: new Uint8Array() },
    ])('refuses $what in a sentence', async ({ name, bytes }) => {
      const { page } = visit;
      await page
        .getByLabel('File of a network')
        .setInputFiles({ name: `${name}.safetensors`, mimeType: '', buffer: Buffer.from(bytes) });
      const told = page.getByTestId('notices');
      await expect
        .poll(() => told.textContent(), { timeout: PATIENCE })
        .toContain(`${name}.safetensors cannot be used: This file holds no network that can be used here`);
      await button(page, 'Train').waitFor();
    });
  });

  it('says that what trains cannot be loaded, and trains when it can', async () => {
    const { page, close } = await site.openBlank();
    await page.route('**/training.worker-*.js', (route) => route.abort());
    await page.goto(`${site.address}#/train`);
    await setEpochs(page, 1);
    await button(page, 'Train').click();
    await page.getByText('What trains here could not be loaded. Is the server still running?').waitFor();
    await page.unroute('**/training.worker-*.js');
    await button(page, 'Train').click();
    await isDone(page);
    await close();
  });

  it('has no obstacle that axe knows of, and fits a telephone', async () => {
    const { page, close } = await trained(1, NARROW);
    expect(await axeFindsInLayout(page)).toEqual([]);
    const part = page.locator('[data-part="train"]');
    expect(await part.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(await axeFinds(page)).toEqual([]);
    await close();
  });

  it('trains with one thread where the page may not share memory', async () => {
    const alone = await servePage(madeData(), { isolated: false });
    const { page, errors, close } = await openPage(site.browser, `${alone.address}#/train`, WIDE);
    await setEpochs(page, 1);
    await button(page, 'Train').click();
    await page
      .getByRole('heading', { name: 'Two convolutions, normalised, one epoch' })
      .waitFor({ timeout: PATIENCE });
    expect(await page.evaluate('crossOriginIsolated')).toBe(false);
    expect(errors).toEqual([]);
    await close();
    await alone.close();
  });
});
