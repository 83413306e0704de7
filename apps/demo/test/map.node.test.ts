import { parseIdxGz } from '@fashion-mnist/idx-format';
import { BlobReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { boxAround, choose, placeOfClass, readyMap, saved } from './map/on-map.ts';
import { axeFinds } from './page/axe-finds.ts';
import { hasBrowser, WIDE } from './page/browser.ts';
import { useServedPage } from './page/use-served-page.ts';

const IMAGES = 400;
/** axe looks at every element, three times. */
const AXE_MS = 120_000;

describe.skipIf(!hasBrowser)('the map', () => {
  const site = useServedPage();

  const legendOf = (page: Page) => page.getByRole('region', { name: 'Classes' }).first();
  const countsOf = async (page: Page) => {
    const texts = await legendOf(page).locator('.legend-count').allTextContents();
    return texts.reduce((sum, text) => sum + Number(text.replace(',', '')), 0);
  };

  it('draws all images before a single picture has come, and the pictures later', async () => {
    const { page, errors, close } = await site.openBlank();
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/*-images.gz', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(site.address);
    await readyMap(page);
    await expect.poll(() => countsOf(page)).toBe(IMAGES);
    const { x, y } = await placeOfClass(page, 3);
    await page.mouse.move(x, y);
    const card = page.getByTestId('hover-card');
    await expect.poll(() => card.textContent()).toContain('Class 3');
    const inkOf = () =>
      card.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
        const pixels = canvas.getContext('2d')?.getImageData(0, 0, 28, 28).data;
        return [...(pixels ?? [])].reduce((sum, value) => sum + value, 0);
      });
    expect(await inkOf()).toBe(0);
    release();
    await expect.poll(inkOf).toBeGreaterThan(0);
    expect(errors).toEqual([]);
    await close();
  });

  it('shows an image from near, with its twelve nearest, from which one can go on', async () => {
    const { page, errors, close } = await site.open();
    const { x, y } = await placeOfClass(page, 7);
    await page.mouse.click(x, y);
    const article = page.getByRole('article');
    await article.getByRole('img', { name: /^Class 7, image \d+$/ }).waitFor();
    const neighbors = article.getByRole('region', { name: 'Nearest neighbours' }).getByRole('listitem');
    await expect.poll(() => neighbors.count()).toBe(12);
    await article.getByText('12 of 12 share its label').waitFor();
    const before = await article.getAttribute('aria-label');
    await neighbors.first().getByRole('button').click();
    await expect.poll(() => article.getAttribute('aria-label')).not.toBe(before);
    await expect.poll(() => neighbors.count()).toBe(12);
    await article.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('tab', { name: 'This map' }).and(page.locator('[aria-selected="true"]')).waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  it('counts, hides and isolates classes', async () => {
    const { page, close } = await site.open();
    await readyMap(page);
    const legend = legendOf(page);
    const first = legend.getByRole('button', { name: /^Class 0/ });
    await first.click();
    expect(await first.getAttribute('aria-pressed')).toBe('false');
    await choose(page, 'Images', 'Test');
    await expect.poll(() => countsOf(page)).toBe(100);
    await legend.getByRole('button', { name: 'Show all' }).click();
    await legend.getByRole('button', { name: /^Class 2/ }).dblclick();
    expect(await legend.locator('[aria-pressed="true"]').allTextContents()).toEqual([
      expect.stringContaining('Class 2'),
    ]);
    await legend.getByRole('button', { name: 'Only Class 2' }).focus();
    await page.keyboard.press('Enter');
    expect(await legend.locator('[aria-pressed="false"]').count()).toBe(0);
    await close();
  });

  it('selects by box, by lasso and by keyboard, and lists what is selected in a table', async () => {
    const { page, errors, close } = await site.open();
    await boxAround(page, await placeOfClass(page, 4));
    const region = page.getByRole('region', { name: 'Selected images' });
    await region.getByRole('list', { name: 'By class' }).getByRole('listitem').waitFor();
    const count = Number.parseInt((await region.getByRole('heading', { level: 2 }).textContent()) ?? '', 10);
    expect(count).toBeGreaterThan(20);
    const rows = region.getByRole('table').locator('tbody tr');
    expect(await rows.count()).toBe(20);
    expect(await rows.first().textContent()).toContain('Class 4');
    await region.getByRole('button', { name: 'Next' }).click();
    expect(await rows.count()).toBe(Math.min(20, count - 20));
    await region.getByRole('button', { name: 'Clear' }).click();
    await page.getByText('Nothing is selected.').waitFor();

    const map = await readyMap(page);
    await map.focus();
    await page.keyboard.press('n');
    await page.keyboard.press('g');
    await expect.poll(() => rows.count()).toBe(10);
    await page.keyboard.press('a');
    await region.getByRole('heading', { name: '400 images' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Nothing is selected.').waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  it('saves pictures, tables, datasets and projector files', async () => {
    const { page, errors, close } = await site.open();
    await readyMap(page);
    await page.getByText('Share and export').click();
    const region = 'Export the map';
    const png = await saved(page, 'PNG', region);
    expect(png.name).toBe('fashion-mnist-umap.png');
    expect([...png.bytes.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
    const svg = (await saved(page, 'SVG', region)).bytes.toString();
    expect(svg).toContain('Fashion-MNIST, UMAP');
    expect(svg).toContain('Class 9');
    const csv = (await saved(page, 'CSV', region)).bytes.toString();
    expect(csv.trim().split('\r\n')).toHaveLength(IMAGES + 1);
    const projector = await filesOf((await saved(page, 'Projector', region)).bytes);
    expect([...projector.keys()].toSorted()).toEqual([
      'metadata.tsv',
      'pixels.tsv',
      'projector_config.json',
      'projector_config.pbtxt',
      'sprite.png',
      'umap.tsv',
    ]);

    await boxAround(page, await placeOfClass(page, 6));
    const idx = await filesOf((await saved(page, 'IDX', 'Export the selection')).bytes);
    const labels = await parseIdxGz(idx.get('labels-idx1-ubyte.gz') ?? new Uint8Array(), { type: 'uint8' });
    const images = await parseIdxGz(idx.get('images-idx3-ubyte.gz') ?? new Uint8Array(), { type: 'uint8' });
    expect(new Set(labels.data)).toEqual(new Set([6]));
    expect(images.shape).toEqual([labels.data.length, 28, 28]);
    expect(errors).toEqual([]);
    await close();
  });

  it('shows two datasets side by side, and what is selected on one by label on the other', async () => {
    const { page, errors, close } = await site.open();
    await readyMap(page);
    await choose(page, 'Dataset', 'Side by side');
    const other = await readyMap(page, 'mnist');
    await page.getByText('Both maps share the legend by number').waitFor();
    await page.waitForTimeout(500);
    const before = await other.screenshot();
    await boxAround(page, await placeOfClass(page, 4), 30);
    await page.getByRole('region', { name: 'Selected images' }).waitFor();
    await expect.poll(async () => (await other.screenshot()).equals(before)).toBe(false);
    await choose(page, 'Dataset', 'MNIST');
    await page.getByTestId('pane-fashion-mnist').waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
    await close();
  });

  it('has no obstacle that axe knows of, in both themes', { timeout: AXE_MS }, async () => {
    const { page, close } = await site.open('', WIDE);
    const place = await placeOfClass(page, 5);
    for (const title of ['New map', 'Share and export', 'Mouse, touch and keys']) {
      await page.getByText(title, { exact: true }).click();
    }
    expect(await axeFinds(page)).toEqual([]);
    await boxAround(page, place);
    await page.getByRole('region', { name: 'Selected images' }).waitFor();
    expect(await axeFinds(page, '[data-part="map"]')).toEqual([]);
    await page.getByRole('button', { name: 'Move (V)' }).click();
    await page.mouse.click(place.x, place.y);
    await page.getByText('share its label').waitFor();
    expect(await axeFinds(page, '[data-part="map"]')).toEqual([]);
    await close();
  });
});

async function filesOf(zip: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const reader = new ZipReader(new BlobReader(new Blob([zip as BlobPart])));
  const files = new Map<string, Uint8Array>();
  for (const entry of await reader.getEntries()) {
    if (!entry.directory) files.set(entry.filename, await entry.getData(new Uint8ArrayWriter()));
  }
  return files;
}
