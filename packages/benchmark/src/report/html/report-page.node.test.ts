import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromiumArguments, findChromium } from '@fashion-mnist/config/chromium';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleReport } from '../testing/sample-report.ts';
import { reportHtml } from './report-html.ts';

const executablePath = findChromium();

describe.skipIf(executablePath === undefined)('the page of a report', () => {
  let folder: string;
  let address: string;
  let browser: Browser;
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'report-page-'));
    await writeFile(join(folder, 'report.html'), reportHtml(sampleReport()));
    address = pathToFileURL(join(folder, 'report.html')).href;
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: chromiumArguments });
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(complaints.splice(0)).toEqual([]);
  });

  /** Whatever the page complains of, or asks of the network, fails the test. */
  async function open(fragment = '', options: BrowserContextOptions = {}): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage();
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('request', (request) => {
      if (request.url().split('#')[0] !== address) complaints.push(request.url());
    });
    await page.goto(address + fragment);
    return page;
  }

  const names = (page: Page) => page.locator('tbody tr:visible .name > div > span').allInnerTexts();
  const firstNames = async (page: Page) =>
    (await names(page)).map((name) => name.split('\n')[0]?.slice(0, 12));

  it('shows Fashion-MNIST first, the best at the top and what has no accuracy at the bottom', async () => {
    const page = await open();
    expect((await firstNames(page)).slice(0, 3)).toEqual(['SVC', 'SGDClassifie', 'GaussianNB']);
    expect(await page.getByRole('columnheader', { name: 'Accuracy' }).getAttribute('aria-sort')).toBe(
      'descending',
    );
    expect(await page.locator('.plot:visible .mark').count()).toBe(4);
  });

  it('sorts by a title that is clicked, and the other way by a second click', async () => {
    const page = await open();
    const time = page.getByRole('columnheader', { name: 'Time' });
    await time.getByRole('button').click();
    expect((await firstNames(page)).at(0)).toBe('GaussianNB');
    expect(await time.getAttribute('aria-sort')).toBe('ascending');
    await time.getByRole('button').click();
    expect((await firstNames(page)).slice(0, 2)).toEqual(['SVC', 'SGDClassifie']);
    expect(await page.locator('[aria-sort]').count()).toBe(1);
  });

  it('sorts from the keyboard', async () => {
    const page = await open();
    await page.getByRole('columnheader', { name: 'Time' }).getByRole('button').focus();
    await page.keyboard.press('Enter');
    expect((await firstNames(page)).at(0)).toBe('GaussianNB');
    await page.keyboard.press('Space');
    expect((await firstNames(page)).at(0)).toBe('SVC');
  });

  it('filters while words are typed, says how many are left, and filters the plot, too', async () => {
    const page = await open();
    await page.getByRole('searchbox').pressSequentially('svc rbf');
    expect(await firstNames(page)).toEqual(['SVC']);
    expect(await page.locator('#count').innerText()).toBe('1 of 7');
    expect(await page.locator('.plot:visible .mark:visible').count()).toBe(1);
    await page.getByRole('searchbox').fill('nothing of this name');
    await page.getByText('No configuration has all these words').waitFor();
  });

  it('hides a family by its box, with the keyboard as well, and brings all back', async () => {
    const page = await open();
    await page.getByRole('checkbox', { name: /^SVC/ }).focus();
    await page.keyboard.press('Space');
    expect(await firstNames(page)).not.toContain('SVC');
    await page.getByRole('button', { name: 'All' }).click();
    expect(await firstNames(page)).toContain('SVC');
    await page.getByRole('button', { name: 'None' }).click();
    expect(await names(page)).toEqual([]);
  });

  it('changes the view by arrow keys, with the columns, the plot and the order of the view', async () => {
    const page = await open();
    await page.getByRole('radio', { name: 'Fashion-MNIST' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('columnheader', { name: 'Difference' }).count()).toBe(1);
    await page.getByRole('group', { name: 'MNIST: accuracy against time' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('columnheader', { name: 'Fashion-MNIST Accuracy' }).waitFor();
    await page.getByRole('columnheader', { name: 'MNIST Difference' }).waitFor();
    expect(await page.getByRole('columnheader', { name: 'Memory' }).count()).toBe(0);
    await page.getByRole('group', { name: 'Accuracy on Fashion-MNIST against accuracy on MNIST' }).waitFor();
    expect(await page.locator('.plot:visible .mark').count()).toBe(3);
  });

  it('keeps all that was chosen in its address', async () => {
    const page = await open();
    await page.locator('#views').getByText('Side by side').click();
    await page.getByRole('columnheader', { name: 'MNIST Accuracy', exact: true }).getByRole('button').click();
    await page.getByRole('searchbox').fill('c');
    await page.locator('#families').getByText('GaussianNB').click();
    const chosen = await firstNames(page);
    await page.reload();
    expect(await firstNames(page)).toEqual(chosen);
    expect(await page.getByRole('radio', { name: 'Side by side' }).isChecked()).toBe(true);
    expect(await page.getByRole('searchbox').inputValue()).toBe('c');
    expect(new URL(page.url()).hash).toBe('#view=both&sort=-mnist-accuracy&filter=c&without=GaussianNB');
  });

  it('tells what a mark is where it is pointed at, and marks its row', async () => {
    const page = await open('#view=mnist');
    await page.locator('.plot:visible .mark').first().hover();
    expect(await page.locator('#tooltip').innerText()).toMatch(
      /SVC\s+C=10 kernel=rbf\s+MNIST\s+0\.9726\s+paper 0\.973/,
    );
    expect(await page.locator('tr.pointed .name').innerText()).toContain('SVC');
    await page.mouse.move(0, 0);
    await page.locator('#tooltip').waitFor({ state: 'hidden' });
  });

  it('goes to the row of a mark that is clicked', async () => {
    const page = await open('', { viewport: { width: 1280, height: 500 }, reducedMotion: 'reduce' });
    const row = page.locator('tr[data-row="1"]');
    await page.locator('.plot:visible .mark[data-row="1"]').click();
    // The page moves under the mouse, which may then point to another row.
    await page.waitForFunction(
      (element) => {
        const { top, bottom } = element?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
        return top >= 0 && bottom < innerHeight;
      },
      await row.elementHandle(),
    );
  });

  it('goes from mark to mark by arrow keys', async () => {
    const page = await open('#view=mnist');
    await page.locator('.plot:visible .mark[tabindex="0"]').focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator(':focus').getAttribute('aria-label')).toMatch(
      /^GaussianNB .*0\.5240 in 0\.04 s$/,
    );
    expect(await page.locator('#tooltip').innerText()).toContain('GaussianNB');
    await page.keyboard.press('Escape');
    await page.locator('#tooltip').waitFor({ state: 'hidden' });
  });

  it('copies the command that does a row again', async () => {
    const page = await open('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Copy the command that does SVC' }).click();
    await page.getByText('Copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      "fashion-mnist benchmark --dataset fashion-mnist --filter 'SVC C=10 kernel=rbf'",
    );
  });

  it('says what is off from the paper, and what the table cannot', async () => {
    const page = await open('#view=mnist');
    expect(await page.locator('td.off:visible').innerText()).toBe('-0.0184');
    expect(await page.locator('#notes').innerText()).toMatch(/before the files were re-shuffled/);
    expect(await page.locator('tbody').innerText()).toMatch(/it needs 30 GB/);
  });

  it('is a whole table without scripts, and shows nothing that needs them', async () => {
    const page = await open('', { javaScriptEnabled: false });
    expect(await names(page)).toHaveLength(7);
    expect(await page.locator('.plot:visible').count()).toBe(3);
    for (const useless of ['#controls', 'td.command', '#tooltip'])
      expect(await page.locator(`${useless}:visible`).count()).toBe(0);
  });

  it('needs no more room than there is, in every view', async () => {
    const page = await open();
    for (const view of ['fashion', 'mnist', 'both'])
      for (const width of [360, 390, 768, 1024, 1280, 1600]) {
        await page.setViewportSize({ width, height: 800 });
        const needed = await page.evaluate((fragment) => {
          location.hash = fragment;
          return document.documentElement.scrollWidth;
        }, `view=${view}`);
        expect(needed).toBeLessThanOrEqual(width);
      }
  });
});
