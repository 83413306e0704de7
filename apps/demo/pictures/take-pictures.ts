import { fileURLToPath } from 'node:url';
import { humanProtocol } from '@fashion-mnist/benchmark/leaderboard';
import { drawingArguments, findChromium } from '@fashion-mnist/config/chromium';
import { type IdxArray, parseIdxGz } from '@fashion-mnist/idx-format';
import { type BrowserContext, chromium, type Page } from 'playwright';
import sharp from 'sharp';
import { imageOrder } from '../src/parts/compete/trial.ts';

/**
 * Takes the pictures of the documentation, each part in both themes, of a page that `fashion-mnist serve` shows:
 * `npm run pictures -- http://127.0.0.1:7070/`.
 */
const [address] = process.argv.slice(2);
if (address === undefined) throw new Error('expected the address of a running fashion-mnist serve');

const THEMES = ['light', 'dark'] as const;
const WINDOW = { width: 1280, height: 900 };
const PATIENCE_MS = 300_000;
/** The test image that stands for a garment of one's own: a bag. */
const GARMENT = 30;
const ANSWERS = 30;
const THINKING_MS = 1000;
const WRONG_ANSWERS: ReadonlySet<number> = new Set([7, 19, 26]);

const browser = await chromium.launch({
  executablePath: findChromium() ?? '',
  args: [...drawingArguments],
});
await takeAll(await browser.newContext({ viewport: WINDOW, reducedMotion: 'reduce' }));
await browser.close();

async function takeAll(context: BrowserContext): Promise<void> {
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  await takeMap(page);
  await takeTrain(page);
  await takeErrors(page);
  await takeOwn(page);
  await takeBenchmark(page);
  await takeYou(page);
}

async function takeMap(page: Page): Promise<void> {
  await page.goto(address as string);
  const map = page.getByTestId('pane-fashion-mnist').getByRole('application');
  await map.waitFor();
  await page.getByText(/of 70,000 pictures/).waitFor();
  await page.getByText(/of 70,000 pictures/).waitFor({ state: 'hidden' });
  await picture(page, 'map');
  const box = await map.boundingBox();
  if (box === null) throw new Error('the map has no box');
  await page.mouse.move(box.x + 0.74 * box.width, box.y + 0.35 * box.height);
  for (let turn = 0; turn < 11; turn++) await page.mouse.wheel(0, -200);
  await picture(page, 'near');
}

async function takeTrain(page: Page): Promise<void> {
  await visit(page, 'Train');
  await page.getByLabel('Epochs', { exact: true }).fill('4');
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await page.getByRole('button', { name: 'Train anew', exact: true }).waitFor();
  await picture(page, 'train');
}

async function takeErrors(page: Page): Promise<void> {
  await visit(page, 'Errors');
  await page.getByRole('list', { name: 'Wrong answers' }).getByRole('button').first().waitFor();
  await page.getByRole('button', { name: 'Stop', exact: true }).waitFor({ state: 'hidden' });
  await picture(page, 'errors');
}

async function takeOwn(page: Page): Promise<void> {
  await visit(page, 'Your own');
  await page.getByRole('radio', { name: 'Upload' }).check();
  await page.getByTestId('files').setInputFiles({
    name: 'bag.png',
    mimeType: 'image/png',
    buffer: await photoOf(await testFile('images'), GARMENT),
  });
  await page.getByText('It has a place once its neighbours are known.').waitFor({ state: 'hidden' });
  await picture(page, 'own');
}

async function takeBenchmark(page: Page): Promise<void> {
  await visit(page, 'Benchmark');
  await page.getByRole('row').nth(10).waitFor();
  await picture(page, 'benchmark');
}

async function takeYou(page: Page): Promise<void> {
  const { data: labels } = await testFile('labels');
  await visit(page, 'You');
  const name = await page.getByLabel('Your name').inputValue();
  for (const [at, index] of imageOrder(humanProtocol(), name).subarray(0, ANSWERS).entries()) {
    const label = labels[index] as number;
    await page.getByRole('img', { name: `Image ${at + 1} of` }).waitFor();
    await page.locator('.compete-answers button:enabled').first().waitFor();
    await page.waitForTimeout(THINKING_MS);
    await page.keyboard.press(`${WRONG_ANSWERS.has(at) ? (label + 2) % 10 : label}`);
  }
  await page.getByRole('img', { name: `Image ${ANSWERS + 1} of` }).waitFor();
  await picture(page, 'you');
}

async function visit(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: title, exact: true }).click();
  await page.getByRole('main', { name: title }).waitFor();
  await page.locator(':focus').blur();
}

async function testFile(kind: 'images' | 'labels'): Promise<IdxArray> {
  const response = await fetch(new URL(`data/fashion-mnist/test-${kind}.gz`, address));
  return parseIdxGz(new Uint8Array(await response.arrayBuffer()));
}

/** An image of the dataset as somebody would photograph it: large, dark on white, with a margin. */
function photoOf({ data, shape: [, height = 0, width = 0] }: IdxArray, image: number): Promise<Buffer> {
  const first = image * height * width;
  const pixels = (data as Uint8Array).slice(first, first + height * width).map((ink) => 255 - ink);
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .resize(448, 448, { kernel: 'cubic' })
    .extend({ top: 60, bottom: 60, left: 60, right: 60, background: '#fff' })
    .png()
    .toBuffer();
}

/** In both themes, once nothing moves. */
async function picture(page: Page, name: string): Promise<void> {
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(1500);
    const path = fileURLToPath(new URL(`${name}-${colorScheme}.webp`, import.meta.url));
    await sharp(await page.screenshot())
      .webp({ quality: 82 })
      .toFile(path);
  }
}
