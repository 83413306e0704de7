import { describe, expect, it } from 'vitest';
import { type ChosenFile, openOwn, resultOf, upload } from './own/own-page.ts';
import { animatedGif, bombPng, drawnPng } from './own/pictures.ts';
import { hasBrowser } from './page/browser.ts';
import { useServedPage } from './page/use-served-page.ts';
import { useVisit } from './page/use-visit.ts';

const square = (name: string) => drawnPng(name, 64, (x, y) => x > 20 && x < 44 && y > 12 && y < 52);
const file = (name: string, content: string | Buffer, mimeType = 'image/jpeg'): ChosenFile => ({
  name,
  mimeType,
  buffer: Buffer.from(content as string),
});
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" onload="globalThis.ran = 1"><script>globalThis.ran = 1</script></svg>';

const REFUSED: readonly (ChosenFile & { readonly says: string })[] = [
  { ...file('drawing.svg', SVG, 'image/svg+xml'), says: 'got an SVG drawing, which has no pixels' },
  { ...file('drawing.png', SVG, 'image/png'), says: 'got an SVG drawing, which has no pixels' },
  { ...file('notes.jpg', 'dear diary'), says: 'got something else' },
  { ...file('nothing.jpg', ''), says: 'got an empty file' },
  { ...file('IMG_1.HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'), says: 'got a HEIC photo: save it as JPEG' },
  { ...bombPng('bomb.png', 20_000), says: 'at most 67,108,864 pixels, got 20,000 x 20,000: make it smaller' },
  { ...drawnPng('snow.png', 64, () => false), says: 'it shows one colour only' },
  { ...file('cut.png', square('').buffer.subarray(0, 90), 'image/png'), says: 'or is damaged' },
];

describe.skipIf(!hasBrowser)('a garment of your own that is none', () => {
  const site = useServedPage();

  describe('of each kind', () => {
    const visit = useVisit(() => openOwn(site));

    it.each(REFUSED)('is refused with a sentence: $name, $says', async ({ says, ...chosen }) => {
      const { page } = visit;
      await upload(page, chosen);
      const notice = page.getByRole('alert').filter({ hasText: `“${chosen.name}” was not taken: ` });
      await notice.waitFor();
      expect(await notice.innerText()).toContain(says);
      expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
    });

    it('is refused by its size, of which nothing is decoded', async () => {
      const { page } = visit;
      const dropped = await page.evaluateHandle(() => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(50 * 2 ** 20)], 'large.jpg'));
        return data;
      });
      await page.locator('.own').dispatchEvent('drop', { dataTransfer: dropped });
      await page
        .getByText('“large.jpg” was not taken: it has 50.0 MB, and at most 32 MB are read here')
        .waitFor();
    });

    it('leaves nothing behind, and the next one is taken', async () => {
      const { page } = visit;
      expect(await page.getByRole('article').count()).toBe(0);
      await upload(page, square('after.png'));
      await resultOf(page, 'after.png').waitFor();
    });
  });

  it('is told of together with others, and does not keep them', async () => {
    const { page, errors, close } = await openOwn(site);
    const bad = ['a', 'b', 'c', 'd', 'e'].map((name) => file(`${name}.jpg`, 'no'));
    await upload(page, [...bad, square('good.png')]);
    await resultOf(page, 'good.png').waitFor();
    expect(await page.getByRole('alert').innerText()).toMatch(/“c\.jpg” was not taken.*Nor were 2 more\./s);
    expect(errors).toEqual([]);
    await close();
  });

  describe('but has a hostile name', () => {
    const visit = useVisit(() => openOwn(site));

    it.each([
      {
        name: '<img src=x onerror="globalThis.ran=1">.png',
        shown: '<img src=x onerror="globalThis.ran=1">.png',
      },
      { name: 'gnp.\u202Eexe\u0007.png', shown: 'gnp.\uFFFDexe\uFFFD.png' },
      { name: `${'long '.repeat(60)}.png`, shown: `${'long '.repeat(7)}…ng long .png` },
    ])('shows it as text: $shown', async ({ name, shown }) => {
      const { page } = visit;
      await upload(page, square(name));
      await expect.poll(() => page.locator('.result h2').textContent()).toBe(shown);
      expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
    });
  });

  it('takes the first picture of an animated GIF', async () => {
    const { page, errors, close } = await openOwn(site);
    await upload(page, animatedGif('dance.gif'));
    await resultOf(page, 'dance.gif').getByText('8 × 8 pixels, decoded').waitFor();
    await page.getByText('has 4 x 4 pixels and was enlarged to 28').waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  it('says that the camera is absent or refused', async () => {
    const { page, errors, close } = await openOwn(site);
    await page.getByRole('radio', { name: 'Photograph' }).check();
    for (const { name, says } of [
      { name: 'NotFoundError', says: 'There is no camera here.' },
      { name: 'NotAllowedError', says: 'The camera was refused.' },
    ]) {
      await page.evaluate((reason) => {
        navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', reason));
      }, name);
      await page.getByRole('button', { name: 'Start the camera' }).click();
      await page.getByText(says).waitFor();
    }
    expect(errors).toEqual([]);
    await close();
  });

  it('says that the clipboard holds no picture, or may not be read', async () => {
    const { page, errors, close } = await openOwn(site);
    await page.getByRole('radio', { name: 'Paste' }).check();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'words');
      const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.body.dispatchEvent(paste);
    });
    await page.getByText('The clipboard holds no picture.').waitFor();
    await page.evaluate(() => {
      navigator.clipboard.read = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    });
    await page.getByRole('button', { name: 'or paste by this button' }).click();
    await page.getByText('The browser was not allowed to read the clipboard.').waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  it('is told that its images to compare with did not arrive, and is converted all the same', async () => {
    const { page, close } = await site.openBlank();
    await page.route('**/*-images.gz', (route) => route.abort());
    await page.goto(`${site.address}#/yours`);
    await upload(page, square('alone.png'));
    await resultOf(page, 'alone.png').waitFor();
    await page.getByText('The images did not arrive: The server does not answer.').waitFor();
    await close();
  });
});
