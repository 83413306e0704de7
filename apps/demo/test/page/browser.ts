import { drawingArguments, findPageChromium } from '@fashion-mnist/config/chromium';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';

/** Whether there is a browser to test with. */
export const hasBrowser: boolean = findPageChromium() !== undefined;

export async function launchBrowser(extraArguments: readonly string[] = []): Promise<Browser> {
  const executablePath = findPageChromium();
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...drawingArguments, ...extraArguments],
  });
}

/** For whatever is waited for in a page; less than a test has. */
const PATIENCE_MS = 50_000;

export const WIDE: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
export const NARROW: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
};

/** A page that remembers what went wrong in it. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors in the console, and exceptions that nobody caught. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = WIDE,
): Promise<WatchedPage> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(address);
  return { page, errors, close: () => context.close() };
}
