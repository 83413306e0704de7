import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { COPY, COUNT, flawedData, MISLABELLED, TRAIN_COUNT } from './errors/flawed-data.ts';
import { axeFinds, axeFindsInLayout } from './page/axe-finds.ts';
import { hasBrowser, NARROW, openPage, type WatchedPage, WIDE } from './page/browser.ts';
import { servePage } from './page/serve-page.ts';
import { useServedPage } from './page/use-served-page.ts';
import { useVisit } from './page/use-visit.ts';

interface SavedList {
  readonly provenance: Readonly<Record<string, unknown>>;
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

describe.skipIf(!hasBrowser)('errors', () => {
  const site = useServedPage({ data: flawedData() });

  async function openErrors(options = WIDE, address = site.address): Promise<WatchedPage> {
    const opened = await openPage(site.browser, `${address}#/errors`, options);
    await opened.page.getByRole('list', { name: 'Doubtful labels' }).waitFor();
    await opened.page.getByRole('list', { name: 'Near-duplicates' }).waitFor();
    return opened;
  }

  describe('in one visit', () => {
    const visit = useVisit(openErrors);

    it('lets the neighbours vote at first sight, and doubts exactly the labels that were made wrong', async () => {
      const { page } = visit;
      await page.getByText(/right about 99\.\d % of 400 images/).waitFor();
      await page.getByText(`${MISLABELLED.length} of ${COUNT} labels are doubtful`).waitFor();
      const wrong = page.getByRole('list', { name: 'Wrong answers' }).getByRole('button');
      expect(await wrong.count()).toBe(MISLABELLED.length);
      const { provenance, items } = await savedJson(page, 'Doubtful labels');
      expect(items.map(({ index }) => index)).toEqual([...MISLABELLED]);
      expect(items.every(({ split, disagreement }) => split === 'train' && disagreement === 1)).toBe(true);
      expect(provenance).toMatchObject({
        dataset: 'fashion-mnist',
        model: '10 nearest neighbours',
        unseen: true,
        examined: COUNT,
      });
    });

    it('goes through the confusion matrix by keys; a cell selects its images for the map', async () => {
      const { page } = visit;
      const [first] = await doubtful(page);
      const table = page.getByRole('table', { name: /Images by label/ });
      expect(await table.locator('button[tabindex="0"]').count()).toBe(1);
      await table.locator('button[tabindex="0"]').focus();
      for (let row = 0; row < first.label; row++) await page.keyboard.press('ArrowDown');
      for (let column = 0; column < first.suggestion; column++) await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      const cell = table.locator(':focus');
      expect(await cell.getAttribute('aria-pressed')).toBe('true');
      const heading = `Class ${first.label} taken for Class ${first.suggestion}`;
      expect(await cell.textContent()).toContain(heading);
      await page.getByRole('heading', { name: heading }).waitFor();
      await page.getByRole('button', { name: 'Show on the map' }).first().click();
      await expect.poll(() => new URL(page.url()).hash).toMatch(/^#\/map/);
      await page.goBack();
      await page.getByRole('button', { name: 'All classes' }).click();
      await page.getByRole('heading', { name: 'Wrong answers' }).waitFor();
    });

    it('opens an image with its neighbours, from neighbour to neighbour, and gives the focus back', async () => {
      const { page } = visit;
      const card = page.getByRole('list', { name: 'Wrong answers' }).getByRole('button').first();
      await card.focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Of the 12 most similar images, 0 bear the same label.').waitFor();
      const neighbors = dialog.getByRole('list', { name: 'Most similar images' }).getByRole('button');
      expect(await neighbors.count()).toBe(12);
      const title = await dialog.getByRole('heading').textContent();
      await neighbors.first().click();
      await expect.poll(() => dialog.getByRole('heading').textContent()).not.toBe(title);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      expect(await card.evaluate((element) => element === document.activeElement)).toBe(true);
    });

    it('goes from an image to the map, which can be used then', async () => {
      const { page } = visit;
      await page.getByRole('list', { name: 'Wrong answers' }).getByRole('button').first().click();
      await page.getByText('Of the 12 most similar images').waitFor();
      await page.getByRole('dialog').getByRole('button', { name: 'Show on the map' }).click();
      await page.getByRole('main', { name: 'Map' }).waitFor();
      await page.getByRole('link', { name: 'Errors' }).click();
      await page.getByRole('heading', { name: 'Wrong answers' }).waitFor();
      expect(await page.getByRole('dialog').count()).toBe(0);
    });

    it('flags an image that stands in both splits as leakage', async () => {
      const { page } = visit;
      await page.getByRole('slider').fill('0');
      await page.getByText('1 pair: 1 identical, 1 across training and test images.').waitFor();
      await page.getByRole('checkbox', { name: 'Only across the splits' }).check();
      const pair = page.getByRole('list', { name: 'Near-duplicates' }).getByRole('listitem');
      expect(await pair.count()).toBe(1);
      expect(await pair.textContent()).toContain('leakage');
      const text = await savedText(page, 'Near-duplicates', 'Save as CSV');
      const [header = '', line = ''] = text.split('\r\n');
      const values = line.split(',');
      const at = (column: string) => values[header.split(',').indexOf(column)];
      expect([at('first_id'), at('second_id')]).toEqual([`${COPY.train}`, `${TRAIN_COUNT + COPY.test}`]);
      expect([at('second_split'), at('second_index')]).toEqual(['test', `${COPY.test}`]);
      expect([at('distance'), at('acrossSplits'), at('dataset')]).toEqual(['0', 'true', 'fashion-mnist']);
    });

    it('examines one split alone', async () => {
      const { page } = visit;
      await page.getByRole('radio', { name: 'Test' }).check();
      await page.getByText('right about 100.0 % of 100 images').waitFor();
      await page.getByText('There is none.').waitFor();
      await page.getByText('No label is doubtful.').waitFor();
    });
  });

  it('does the same in one worker where memory may not be shared', async () => {
    const plain = await servePage(flawedData(), { isolated: false });
    const { page, errors, close } = await openErrors(WIDE, plain.address);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
    await page.getByText(`${MISLABELLED.length} of ${COUNT} labels are doubtful`).waitFor();
    await page.getByRole('list', { name: 'Wrong answers' }).getByRole('button').first().click();
    await page.getByText('Of the 12 most similar images').waitFor();
    expect(errors).toEqual([]);
    await close();
    await plain.close();
  });

  it('stops while images are on their way, and begins again on demand', async () => {
    const { page, errors, close } = await site.openBlank();
    let letGo: (() => void) | undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/train-images.gz', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${site.address}#/errors`);
    await page.getByText(/^Reading images: \d+ of 400$/).waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('button', { name: 'Let the neighbours vote' }).waitFor();
    letGo?.();
    await page.getByRole('button', { name: 'Let the neighbours vote' }).click();
    await page.getByRole('list', { name: 'Doubtful labels' }).waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  it('says when the images cannot be had', async () => {
    const { page, close } = await site.openBlank();
    await page.route('**/test-images.gz', (route) => route.abort());
    await page.goto(`${site.address}#/errors`);
    await page.getByText('The neighbours could not be found: The server does not answer.').waitFor();
    await page.getByRole('button', { name: 'Let the neighbours vote' }).waitFor();
    await close();
  });

  it('has no obstacle that axe knows of, in both themes', async () => {
    const { page, close } = await openErrors();
    expect(await axeFinds(page)).toEqual([]);
    await openFirstAnswer(page);
    expect(await axeFinds(page, 'dialog')).toEqual([]);
    await close();
  });

  it('has no obstacle on a telephone, and nothing beyond its edge', async () => {
    const { page, close } = await openErrors(NARROW);
    expect(await axeFindsInLayout(page)).toEqual([]);
    await openFirstAnswer(page);
    expect(await axeFindsInLayout(page)).toEqual([]);
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(excess).toBeLessThanOrEqual(0);
    await close();
  });

  it('is used by touch on a telephone', async () => {
    const { page, close } = await openErrors(NARROW);
    const [first] = await doubtful(page);
    await page.locator(`[data-cell="${first.label}-${first.suggestion}"]`).tap();
    await page
      .getByRole('heading', { name: `Class ${first.label} taken for Class ${first.suggestion}` })
      .waitFor();
    await page.getByRole('button', { name: 'Show on the map' }).first().tap();
    await expect.poll(() => new URL(page.url()).hash).toMatch(/^#\/map/);
    await close();
  });
});

async function openFirstAnswer(page: Page): Promise<void> {
  await page.getByRole('list', { name: 'Wrong answers' }).getByRole('button').first().click();
  await page.getByRole('dialog').getByText('most similar images').waitFor();
}

/** Labels and suggestions of the doubtful labels, at least one. */
async function doubtful(page: Page): Promise<readonly [Suspect, ...Suspect[]]> {
  const { items } = await savedJson(page, 'Doubtful labels');
  const [first, ...rest] = items.map(({ label, suggestion }) => ({
    label: Number(label),
    suggestion: Number(suggestion),
  }));
  if (first === undefined) throw new Error('Expected a doubtful label, got none.');
  return [first, ...rest];
}

interface Suspect {
  readonly label: number;
  readonly suggestion: number;
}

async function savedJson(page: Page, section: string): Promise<SavedList> {
  return JSON.parse(await savedText(page, section, 'Save as JSON')) as SavedList;
}

async function savedText(page: Page, section: string, button: string): Promise<string> {
  const saving: Promise<Download> = page.waitForEvent('download');
  await page.getByRole('region', { name: section }).getByRole('button', { name: button }).click();
  return readFile(await (await saving).path(), 'utf8');
}
