import type { Page } from 'playwright';

const WORK_MS = 120_000;

/** Waits until the map and all pictures are there. */
export async function openMap(page: Page, address: string): Promise<void> {
  page.setDefaultTimeout(WORK_MS);
  await page.addInitScript(watchLongTasks);
  await page.goto(address);
  await page.getByTestId('pane-fashion-mnist').locator('canvas').first().waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
}

/** Time from a click on an image until those most like it are listed, in ms. */
export async function nearestAfterClick(page: Page): Promise<number> {
  const list = page.getByRole('region', { name: 'Nearest neighbours' });
  return list.evaluate(async (section) => {
    const buttons = section.querySelectorAll('ol.neighbors button');
    const button = buttons[Math.floor(buttons.length / 2)] as HTMLElement;
    const article = section.closest('article') ?? section;
    const before = article.textContent;
    const start = performance.now();
    button.click();
    const isListed = () =>
      article.textContent !== before && article.querySelectorAll('ol.neighbors button').length > 0;
    while (!isListed()) await new Promise((resolve) => setTimeout(resolve, 0));
    return performance.now() - start;
  });
}

/** Opens the first image by keys, and waits for those most like it. */
export async function openSomeImage(page: Page): Promise<void> {
  await page.getByRole('application').first().focus();
  await page.keyboard.press('n');
  await page.keyboard.press('Enter');
  await page.getByText('share its label').waitFor();
}

/** Goes back from an image to the form for maps. */
export async function openNewMap(page: Page): Promise<void> {
  await page.getByRole('article').getByRole('button', { name: 'Close' }).click();
  await page.getByText('New map', { exact: true }).click();
  await page.getByLabel('Images of').selectOption('all 70,000');
}

/** Computes a map by UMAP. @returns The longest task of the main thread meanwhile, in ms. */
export async function longestTaskOfNewMap(page: Page): Promise<number> {
  await page.evaluate(() => (globalThis.longestTask = 0));
  await page.getByRole('button', { name: 'Compute', exact: true }).click();
  await page.getByRole('button', { name: 'Stop', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Compute', exact: true }).waitFor();
  return page.evaluate(() => globalThis.longestTask ?? 0);
}

/** Trains the network that the form proposes for one epoch. @returns The longest task of the main thread meanwhile, in ms. */
export async function longestTaskOfTraining(page: Page, address: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(`${address}#/train`);
  await page.getByLabel('Epochs', { exact: true }).fill('1');
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await page.locator('button:enabled', { hasText: 'Stop' }).waitFor();
  await page.evaluate(() => (globalThis.longestTask = 0));
  await page.getByRole('button', { name: 'Train anew', exact: true }).waitFor({ timeout: 600_000 });
  return page.evaluate(() => globalThis.longestTask ?? 0);
}

/** Memory of the page and its workers, in MB. */
export async function memoryOf(page: Page): Promise<number> {
  const bytes = await page.evaluate(async () => {
    const { measureUserAgentSpecificMemory: measure } = performance as MeasuringPerformance;
    return (await measure.call(performance)).bytes;
  });
  return bytes / 1e6;
}

interface MeasuringPerformance extends Performance {
  measureUserAgentSpecificMemory(): Promise<{ readonly bytes: number }>;
}

declare global {
  var longestTask: number | undefined;
}

/** Runs in the page, before its scripts. Browsers report tasks of more than 50 ms. */
function watchLongTasks(): void {
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      globalThis.longestTask = Math.max(globalThis.longestTask ?? 0, duration);
  });
  observer.observe({ type: 'longtask' });
}
