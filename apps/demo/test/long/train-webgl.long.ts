import { expect, it } from 'vitest';
import { hasBrowser, launchBrowser, openPage } from '../page/browser.ts';
import { madeData } from '../page/made-data.ts';
import { servePage } from '../page/serve-page.ts';

const PATIENCE = 600_000;

it.skipIf(!hasBrowser)('a network trains on the graphics card, by WebGL', async () => {
  const browser = await launchBrowser();
  const served = await servePage(madeData());
  const { page, errors } = await openPage(browser, `${served.address}#/train`);
  await page.getByLabel('Epochs', { exact: true }).fill('1');
  await page.getByRole('radio', { name: 'WebGL' }).check({ force: true });
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await page
    .getByRole('heading', { name: 'Two convolutions, normalised, one epoch' })
    .waitFor({ timeout: PATIENCE });
  expect(errors).toEqual([]);
  await browser.close();
  await served.close();
});
