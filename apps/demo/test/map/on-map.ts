import type { Locator, Page } from 'playwright';

export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/** The map of a dataset, once its places are there. */
export async function readyMap(page: Page, dataset = 'fashion-mnist'): Promise<Locator> {
  const pane = page.getByTestId(`pane-${dataset}`);
  await pane.locator('canvas').first().waitFor({ state: 'attached' });
  return pane.getByRole('application');
}

/** Where the images of a class are on a made map that is seen whole: classes stand in a circle. */
export async function placeOfClass(
  page: Page,
  label: number,
  { turn = 1 }: { readonly turn?: number } = {},
): Promise<ScreenPoint> {
  const box = await (await readyMap(page)).boundingBox();
  if (box === null) throw new Error('The map has no box.');
  const radius = 0.92 * (Math.min(box.width, box.height) / 2 - 28);
  const angle = (2 * Math.PI * label) / 10 + turn;
  return {
    x: box.x + box.width / 2 + radius * Math.cos(angle),
    y: box.y + box.height / 2 - radius * Math.sin(angle),
  };
}

/** Drags the mouse along a way. */
export async function drag(page: Page, [start, ...way]: readonly ScreenPoint[]): Promise<void> {
  if (start === undefined) return;
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  for (const { x, y } of way) await page.mouse.move(x, y, { steps: 6 });
  await page.mouse.up();
}

/** Selects all that is around a place. */
export async function boxAround(page: Page, { x, y }: ScreenPoint, reach = 60): Promise<void> {
  await page.getByRole('button', { name: 'Select with a box' }).click();
  await drag(page, [
    { x: x - reach, y: y - reach },
    { x: x + reach, y: y + reach },
  ]);
}

export async function choose(page: Page, group: string, option: string): Promise<void> {
  const field = page.getByRole('group', { name: group, exact: true });
  await field.getByRole('radio', { name: option, exact: true }).check({ force: true });
}

/** What the page is about to save: its name and bytes. */
export async function saved(
  page: Page,
  button: string,
  region: string,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('region', { name: region }).getByRole('button', { name: button, exact: true }).click();
  const download = await downloading;
  const chunks: Uint8Array[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Uint8Array);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
}
