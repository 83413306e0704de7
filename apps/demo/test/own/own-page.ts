import type { BrowserContextOptions, Locator, Page } from 'playwright';
import type { WatchedPage } from '../page/browser.ts';
import type { Site } from '../page/use-served-page.ts';

/** The part for garments of one's own. */
export async function openOwn(site: Site, options?: BrowserContextOptions): Promise<WatchedPage> {
  const watched = await site.open('#/yours', options);
  await watched.page.getByRole('heading', { name: 'A garment of your own' }).waitFor();
  return watched;
}

/** A file as the chooser gives it. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export async function upload(page: Page, files: ChosenFile | readonly ChosenFile[]): Promise<void> {
  await page.getByRole('radio', { name: 'Upload' }).check();
  await page.getByTestId('files').setInputFiles(Array.isArray(files) ? [...files] : [files as ChosenFile]);
}

/** All that is told of a garment. */
export function resultOf(page: Page, name: string): Locator {
  return page.getByRole('article', { name });
}

/** Its classes as they are listed, most likely first. */
export async function classesOf(page: Page): Promise<readonly string[]> {
  return await page.locator('.class-bars .class-label').allInnerTexts();
}
