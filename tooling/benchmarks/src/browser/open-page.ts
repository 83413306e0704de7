import { fileURLToPath } from 'node:url';
import { chromiumArguments } from '@fashion-mnist/config/chromium';
import { type Browser, chromium, type Page } from 'playwright';
import type { Cleanup } from '../runner/benchmark.ts';
import { servePage } from './serve-page.ts';

const ROOT = fileURLToPath(new URL('.', import.meta.url));

/** A page in a browser of its own, ready to work. */
export interface OpenPage {
  readonly page: Page;
  readonly browser: Browser;
}

/**
 * Builds the page, serves it with the images, cross-origin isolated, and opens it in headless Chromium.
 *
 * @throws when the page fails while it loads.
 */
export async function openPage(
  chromiumPath: string,
  imagesPath: string,
  cleanup: Cleanup,
): Promise<OpenPage> {
  const url = await servePage(ROOT, { images: imagesPath }, cleanup);
  const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumArguments });
  cleanup.defer(() => browser.close());
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  const failure = new Promise<never>((_, reject) => page.once('pageerror', reject));
  failure.catch(() => {});
  await page.goto(url);
  await Promise.race([page.waitForFunction(() => globalThis.pageWork !== undefined), failure]);
  return { page, browser };
}
