import { readFile } from 'node:fs/promises';
import { humanProtocol, importAnswers } from '@fashion-mnist/benchmark/leaderboard';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { axeFinds, axeFindsInLayout } from './page/axe-finds.ts';
import { hasBrowser, NARROW, openPage, WIDE } from './page/browser.ts';
import { madeData } from './page/made-data.ts';
import { servePage } from './page/serve-page.ts';
import { useServedPage } from './page/use-served-page.ts';

/** Of the made dataset, which has 100 test images. */
const protocol = humanProtocol({ testCount: 100, imageCount: 100 });

async function waitForImage(page: Page, place: number): Promise<void> {
  await page.getByRole('img', { name: `Image ${place} of 100` }).waitFor();
  await expect.poll(() => page.locator('.compete-answers button').first().isEnabled()).toBe(true);
}

/** Answers the next images by their keys. */
async function answerByKeys(page: Page, from: number, keys: string): Promise<void> {
  for (const [at, key] of keys.split('').entries()) {
    await waitForImage(page, from + at);
    await page.keyboard.press(key);
  }
  await waitForImage(page, from + keys.length);
}

/** What the picture shows: made images have a bar whose height says the class. */
function classInSight(page: Page): Promise<number> {
  return page.locator('.compete-image canvas').evaluate((canvas) => {
    const image = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, 28, 28);
    const inks = Array.from({ length: 28 }, (_, row) => image?.data[4 * (28 * row + 14) + 3] ?? 0);
    return (inks.findIndex((ink) => ink > 100) - 3) / 2;
  });
}

describe.skipIf(!hasBrowser)('the reader against the models', () => {
  const site = useServedPage();

  async function open(options = WIDE) {
    const opened = await site.open('#/you', options);
    await waitForImage(opened.page, 1);
    return opened;
  }

  it('takes answers by keys, and counts those that are right', async () => {
    const { page, errors, close } = await open();
    for (let image = 1; image <= 4; image++) {
      await waitForImage(page, image);
      const truth = await classInSight(page);
      await page.keyboard.press(`${image === 4 ? (truth + 1) % 10 : truth}`);
      await page.getByText(image === 4 ? 'No:' : 'Right:').waitFor();
    }
    await expect.poll(() => page.getByTestId('own-accuracy').textContent()).toContain('0.750');
    expect(await page.getByTestId('own-accuracy').textContent()).toContain('of 4 images');
    await page.locator('.compete-mistakes').getByText('once').waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  it('takes answers by touch, with every answer in sight of a telephone', async () => {
    const { page, errors, close } = await open(NARROW);
    const last = page.locator('.compete-answers button').last();
    const box = await last.boundingBox();
    expect((box?.y ?? 740) + (box?.height ?? 0)).toBeLessThanOrEqual(740);
    await last.tap();
    await waitForImage(page, 2);
    expect(errors).toEqual([]);
    await close();
  });

  it('says nothing of the class before there is an answer', async () => {
    const { page, close } = await open();
    const question = page.locator('.compete-question');
    expect(await question.getByRole('img').getAttribute('aria-label')).toBe('Image 1 of 100');
    const truth = await classInSight(page);
    const markup = await page.locator('.compete-image').innerHTML();
    expect(markup).not.toContain(`Class ${truth}`);
    expect(await page.getByRole('status').filter({ hasText: 'label' }).count()).toBe(0);
    await close();
  });

  it('lets answers stand once their labels were told, and be taken back as long as they were not', async () => {
    const { page, close } = await open();
    const undo = page.getByRole('button', { name: 'Undo' });
    await answerByKeys(page, 1, '1');
    expect(await undo.isDisabled()).toBe(true);
    await page.getByRole('radio', { name: 'At the end' }).click();
    await answerByKeys(page, 2, '234');
    expect(await page.locator('.compete-last').textContent()).toContain('You said Class 4.');
    await page.keyboard.press('Backspace');
    await waitForImage(page, 4);
    await undo.click();
    await waitForImage(page, 3);
    expect(await page.getByTestId('own-accuracy').textContent()).toContain('of 1 image;');
    await page.getByRole('button', { name: 'Show my result' }).click();
    expect(await page.getByTestId('own-accuracy').textContent()).toContain('of 2 images');
    expect(await undo.isDisabled()).toBe(true);
    await close();
  });

  it('keeps the answers from visit to visit', async () => {
    const { page, close } = await open();
    await page.getByLabel('Your name').fill('Ada');
    await page.getByLabel('Your name').blur();
    await answerByKeys(page, 1, '123');
    await page.reload();
    await waitForImage(page, 4);
    expect(await page.getByLabel('Your name').inputValue()).toBe('Ada');
    await close();
  });

  it('says so where the browser cannot keep them', async () => {
    const { page, errors, close } = await open();
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await answerByKeys(page, 1, '12');
    await page.getByText('This browser cannot keep your answers').waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  it('saves answers that the leaderboard takes, and goes on with them elsewhere', async () => {
    const { page, close } = await open();
    await answerByKeys(page, 1, '12345');
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the answers' }).click(),
    ]);
    const buffer = await readFile(await saved.path());
    const answers = importAnswers(buffer.toString(), protocol, { isPartial: true });
    expect(answers.map(({ label }) => label)).toEqual([1, 2, 3, 4, 5]);
    expect(answers.every(({ seconds }) => seconds !== null && seconds < 60)).toBe(true);
    await close();
    const other = await open();
    await other.page
      .locator('.compete-files input')
      .setInputFiles({ name: saved.suggestedFilename(), mimeType: '', buffer });
    await waitForImage(other.page, 6);
    expect(await other.page.getByLabel('Your name').inputValue()).toBe(answers[0]?.annotator);
    expect(await other.page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
    await other.close();
  });

  it('refuses a file of other answers in a sentence', async () => {
    const { page, errors, close } = await open();
    const buffer = Buffer.from('{"index":5000,"annotator":"a","label":1}\n');
    await page.locator('.compete-files input').setInputFiles({ name: 'a.jsonl', mimeType: '', buffer });
    await page.getByText("image 5000 is not one of the protocol's").waitFor();
    await waitForImage(page, 1);
    expect(errors).toEqual([]);
    await close();
  });

  it('starts again, and brings the answers back', async () => {
    const { page, close } = await open();
    await answerByKeys(page, 1, '12');
    await page.getByRole('button', { name: 'Start again' }).click();
    await waitForImage(page, 1);
    await page.getByRole('button', { name: 'Bring them back' }).click();
    await waitForImage(page, 3);
    await close();
  });

  it('says when the server does not have the images', async () => {
    const other = await servePage(madeData(['mnist']));
    const { page, errors, close } = await openPage(site.browser, `${other.address}#/you`);
    await page.getByText('The server does not have the test images of Fashion-MNIST').waitFor();
    expect(errors).toEqual([]);
    await close();
    await other.close();
  });

  it('has no obstacle that axe knows of, in both themes', async () => {
    const { page, close } = await open();
    await answerByKeys(page, 1, '0123456789');
    expect(await axeFinds(page)).toEqual([]);
    await close();
  });

  it('has no obstacle on a telephone, and nothing beyond its edge', async () => {
    const { page, close } = await open(NARROW);
    await answerByKeys(page, 1, '01');
    expect(await axeFindsInLayout(page)).toEqual([]);
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(excess).toBeLessThanOrEqual(0);
    await close();
  });
});
