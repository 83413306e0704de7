import { readFile } from 'node:fs/promises';
import { parseIdxGz } from '@fashion-mnist/idx-format';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { classesOf, openOwn, resultOf, upload } from './own/own-page.ts';
import { drawnPng } from './own/pictures.ts';
import { axeFinds, axeFindsInLayout } from './page/axe-finds.ts';
import { hasBrowser, NARROW, WIDE } from './page/browser.ts';
import { useServedPage } from './page/use-served-page.ts';

/** A bar, as the garments of the made dataset are; the conversion makes it 28 pixels wide. */
const bar = drawnPng('bar.png', 280, (x, y) => x >= 20 && x < 260 && y >= 120 && y < 160);

/** The machine may be busy with other tests. */
const PATIENCE = { timeout: 20_000 };

type Way = (page: Page) => Promise<void>;

const byMouse: Way = async (page) => {
  const { x, y, width, height } = await boardOf(page);
  await page.mouse.move(x + 0.2 * width, y + 0.4 * height);
  await page.mouse.down();
  for (const [right, down] of [
    [0.8, 0.4],
    [0.8, 0.6],
    [0.2, 0.6],
  ] as const)
    await page.mouse.move(x + right * width, y + down * height, { steps: 5 });
  await page.mouse.up();
};

const byTouch: Way = async (page) => {
  const { x, y, width, height } = await boardOf(page);
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove', right: number, down: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: [{ x: x + right * width, y: y + down * height }],
    });
  await touch('touchStart', 0.2, 0.4);
  for (const step of [0.3, 0.5, 0.8]) await touch('touchMove', step, 0.4);
  await touch('touchMove', 0.8, 0.6);
  await touch('touchMove', 0.2, 0.6);
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
};

const byKeyboard: Way = async (page) => {
  await page.getByRole('application', { name: 'Drawing board' }).focus();
  await page.keyboard.press('Space');
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft'])
    for (let step = 0; step < 6; step++) await page.keyboard.press(key);
  await page.keyboard.press('Space');
};

async function boardOf(page: Page) {
  const board = page.getByTestId('board');
  await board.scrollIntoViewIfNeeded();
  const box = await board.boundingBox();
  if (box === null) throw new Error('There is no board.');
  return box;
}

describe.skipIf(!hasBrowser)('a garment of your own', () => {
  const site = useServedPage({
    browserArguments: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  });

  it.each([
    { name: 'the mouse', draw: byMouse, options: WIDE },
    { name: 'a finger', draw: byTouch, options: NARROW },
    { name: 'the keyboard', draw: byKeyboard, options: WIDE },
  ])('is drawn by $name, and taken back', async ({ draw, options }) => {
    const { page, errors, close } = await openOwn(site, options);
    await draw(page);
    const result = resultOf(page, 'drawing-1.png');
    await result.waitFor();
    expect(await page.locator('.stages figure').count()).toBe(7);
    await result.getByText('A vote of the 10 nearest images').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await result.waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
    await close();
  });

  it('begins another garment on a cleared board, and goes on with the first after undoing that', async () => {
    const { page, close } = await openOwn(site);
    await byMouse(page);
    await resultOf(page, 'drawing-1.png').waitFor();
    await page.getByRole('button', { name: 'Clear' }).click();
    await byKeyboard(page);
    await resultOf(page, 'drawing-2.png').waitFor();
    await page.getByText('2 garments of this visit').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await resultOf(page, 'drawing-2.png').waitFor({ state: 'detached' });
    await page.getByText('1 garment of this visit').waitFor();
    await close();
  });

  it('is answered by its neighbours, by rank, and is put on the map among them', async () => {
    const { page, errors, close } = await openOwn(site);
    await upload(page, bar);
    await resultOf(page, 'bar.png').getByText('Of 400 images, by the distance of pixels').waitFor();
    const shares = await page.locator('.class-share').allInnerTexts();
    const numbers = shares.map(Number.parseFloat);
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    expect(numbers.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 5);
    const [first] = await classesOf(page);
    const neighbours = await page.locator('.neighbor .class-label').allInnerTexts();
    expect(neighbours).toHaveLength(10);
    const votes = neighbours.filter((name) => name === first).length;
    expect(votes * 10).toBeCloseTo(numbers[0] ?? Number.NaN, 5);
    await page.locator('[data-testid="place-view"][data-place="neighbours"]').waitFor();
    await page.getByText('Rings mark the 15 nearest images on this map.').waitFor();
    await page.getByRole('combobox', { name: 'Map' }).selectOption('PCA');
    await page.locator('[data-testid="place-view"][data-place="neighbours"]').waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  it('leads to a neighbour on the map', async () => {
    const { page, close } = await openOwn(site);
    await upload(page, bar);
    await page.locator('.neighbor').first().click();
    await expect.poll(() => new URL(page.url()).hash, PATIENCE).toMatch(/^#\/map/);
    await close();
  });

  it('is pasted by keys and by the button', async () => {
    const { page, errors, close } = await openOwn(site);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(async (bytes) => {
      const picture = new Blob([Uint8Array.from(bytes)], { type: 'image/png' });
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
    }, Array.from(bar.buffer));
    await page.keyboard.press('Control+V');
    await page.getByText('1 garment of this visit').waitFor();
    await page.getByRole('radio', { name: 'Paste' }).check();
    await page.getByRole('button', { name: 'or paste by this button' }).click();
    await page.getByText('2 garments of this visit').waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  it('is dropped anywhere on the part, several at once', async () => {
    const { page, errors, close } = await openOwn(site);
    const dropped = await page.evaluateHandle((bytes) => {
      const data = new DataTransfer();
      for (const name of ['a.png', 'b.png']) data.items.add(new File([Uint8Array.from(bytes)], name));
      return data;
    }, Array.from(bar.buffer));
    await page.locator('.own').dispatchEvent('dragover', { dataTransfer: dropped });
    await page.getByText('Drop your pictures here').waitFor();
    await page.locator('.own').dispatchEvent('drop', { dataTransfer: dropped });
    await page.getByText('2 garments of this visit').waitFor();
    await page.getByText('Drop your pictures here').waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
    await close();
  });

  it('is photographed, and the camera stops after the shot and when the part is left', async () => {
    const { page, errors, close } = await openOwn(site, {
      ...WIDE,
      permissions: ['camera'],
    });
    await page.evaluate(() => {
      const devices = navigator.mediaDevices;
      const open = devices.getUserMedia.bind(devices);
      const streams: MediaStream[] = [];
      Object.assign(globalThis, { streams });
      devices.getUserMedia = async (wanted) => {
        const stream = await open(wanted);
        streams.push(stream);
        return stream;
      };
    });
    const liveCount = () =>
      page.evaluate(() => {
        const { streams } = globalThis as unknown as { streams: readonly MediaStream[] };
        return streams.flatMap((stream) => stream.getTracks()).filter((track) => track.readyState === 'live')
          .length;
      });
    await page.getByRole('radio', { name: 'Photograph' }).check();
    await page.getByRole('button', { name: 'Start the camera' }).click();
    await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
    expect(await liveCount()).toBe(1);
    await page.getByRole('button', { name: 'Take the photo' }).click();
    await resultOf(page, 'photo-1.png').waitFor();
    expect(await liveCount()).toBe(0);
    expect(await page.getByRole('checkbox', { name: 'Make its background white' }).isChecked()).toBe(true);
    expect(await page.locator('.stages figure').count()).toBe(8);
    await page.getByRole('button', { name: 'Start the camera' }).click();
    await expect.poll(liveCount, PATIENCE).toBe(1);
    await page.getByRole('link', { name: 'Train' }).click();
    await expect.poll(liveCount, PATIENCE).toBe(0);
    expect(errors).toEqual([]);
    await close();
  });

  it('is named, removed, and exported as convert writes it', async () => {
    const { page, errors, close } = await openOwn(site);
    const hat = drawnPng('hat, "old".png', 100, (x, y) => x > 30 && x < 70 && y > 20 && y < 80);
    await upload(page, [bar, hat]);
    await page.getByText('2 garments of this visit').waitFor();
    const labelsButton = page.getByRole('button', { name: 'Labels (IDX)' });
    expect(await labelsButton.isDisabled()).toBe(true);
    await page.getByText('2 garments have no label yet').waitFor();
    const label = page.getByRole('combobox', { name: 'It is' });
    await label.selectOption('3 Class 3');
    await page.getByRole('button', { name: 'bar.png' }).click();
    await label.selectOption('7 Class 7');
    const [images, labels, table] = [
      await downloadBy(page, 'Images (IDX)'),
      await downloadBy(page, 'Labels (IDX)'),
      await downloadBy(page, 'Table (CSV)'),
    ];
    expect([images.name, labels.name]).toEqual(['images-idx3-ubyte.gz', 'labels-idx1-ubyte.gz']);
    expect((await parseIdxGz(images.bytes)).shape).toEqual([2, 28, 28]);
    expect(Array.from((await parseIdxGz(labels.bytes)).data)).toEqual([7, 3]);
    expect(table.bytes.toString()).toBe('file,label\r\nbar.png,7\r\n"hat, ""old"".png",3\r\n');
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await resultOf(page, hat.name).waitFor();
    await page.getByText('1 garment of this visit').waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  const onGrey = drawnPng('on-grey.png', 90, (x) => x > 30 && x < 60, 200);

  async function uploadOnGrey(page: Page): Promise<void> {
    await upload(page, onGrey);
    await page.getByText('its background becomes part of the image').waitFor();
    await page.getByText('Rings mark').waitFor();
  }

  it('has no obstacle that axe knows of, in both themes', async () => {
    const { page, close } = await openOwn(site);
    expect(await axeFinds(page)).toEqual([]);
    await uploadOnGrey(page);
    expect(await axeFinds(page)).toEqual([]);
    await close();
  });

  it('has no obstacle on a telephone, and nothing beyond its edge', async () => {
    const { page, close } = await openOwn(site, NARROW);
    expect(await axeFindsInLayout(page)).toEqual([]);
    await uploadOnGrey(page);
    expect(await axeFindsInLayout(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await close();
  });
});

async function downloadBy(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}
