import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromiumArguments } from '@fashion-mnist/config/chromium';
import { type Browser, chromium, type Page } from 'playwright';
import { build, preview } from 'vite';
import { temporaryFolder } from '../data/temporary-folder.ts';
import type { Cleanup } from '../runner/benchmark.ts';

const ROOT = fileURLToPath(new URL('.', import.meta.url));
const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

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
  const url = await servePage(imagesPath, cleanup);
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

async function servePage(imagesPath: string, cleanup: Cleanup): Promise<string> {
  const outDir = await temporaryFolder(cleanup);
  const shared = { root: ROOT, configFile: false, logLevel: 'error' } as const;
  await build({
    ...shared,
    resolve: { conditions: ['@fashion-mnist/source', 'module', 'browser', 'development|production'] },
    worker: { format: 'es' },
    build: { outDir, target: 'es2022', emptyOutDir: true },
  });
  await copyFile(imagesPath, join(outDir, 'images'));
  const server = await preview({ ...shared, build: { outDir }, preview: { headers: ISOLATION, port: 0 } });
  cleanup.defer(() => server.close());
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error('expected the page to be served on this machine');
  return url;
}
