import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { readyMap } from './map/on-map.ts';
import { resultOf, upload } from './own/own-page.ts';
import { drawnPng } from './own/pictures.ts';
import { hasBrowser } from './page/browser.ts';
import { useServedPage } from './page/use-served-page.ts';

const PATIENCE = 120_000;
const NETWORK = 'Two convolutions, normalised, 8 epochs';

/** As the garments of class 4 are made: a bar in the middle of the image. */
const bar = drawnPng('bar.png', 280, (x, y) => x >= 20 && x < 260 && y >= 120 && y < 160);

function visit(page: Page, title: string): Promise<void> {
  return page.getByRole('navigation').getByRole('link', { name: title, exact: true }).click();
}

describe.skipIf(!hasBrowser)('a network that was trained on the page', { timeout: PATIENCE }, () => {
  const site = useServedPage();

  it('answers in the other parts: for errors, garments of one’s own and images of the map', async () => {
    const { page, errors, close } = await site.open('#/train');
    await page.getByLabel('Epochs', { exact: true }).fill('8');
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await page.getByRole('button', { name: 'Train anew', exact: true }).waitFor({ timeout: PATIENCE });

    await visit(page, 'Errors');
    const model = page.locator('.errors-model select');
    await expect.poll(() => model.locator('option').allTextContents()).toContain(NETWORK);
    await model.selectOption(NETWORK);
    await page.getByText(/: right about \d+\.\d % of 25 images/).waitFor();
    await model.selectOption('10 nearest neighbours');
    await page.getByText(/: right about \d+\.\d % of 400 images/).waitFor();

    await visit(page, 'Your own');
    await upload(page, bar);
    const result = resultOf(page, 'bar.png');
    await result.getByText('What the network says').waitFor();
    await result.getByText(`Probabilities by ${NETWORK}.`).waitFor();

    await visit(page, 'Map');
    const map = await readyMap(page);
    await map.focus();
    await page.keyboard.press('n');
    await page.keyboard.press('Enter');
    const nearest = page.getByRole('region', { name: 'Nearest neighbours' });
    await nearest.getByText('share its label').waitFor();
    const listed = () => nearest.getByRole('listitem').allInnerTexts();
    expect(await listed()).toHaveLength(12);
    await nearest.getByRole('radio', { name: 'Network' }).check({ force: true });
    await nearest.getByText('share its label').waitFor();
    expect(await nearest.getByRole('radio', { name: 'Network' }).isChecked()).toBe(true);
    expect(await listed()).toHaveLength(12);
    expect(errors).toEqual([]);
    await close();
  });
});
